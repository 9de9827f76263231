"""What a chat model is told: data, written and versioned like other texts."""

import hashlib
import string
from typing import Annotated

from pydantic import AfterValidator

from guide.model.service import Text
from guide.model.value import Value


def _with(*wanted: str) -> AfterValidator:
    """Demands just these fields within braces."""

    def check(text: str) -> str:
        try:
            found = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        except ValueError as error:
            raise ValueError("en klammer är inte stängd; skriv {{ och }} för tecknen") from error
        if found != set(wanted):
            braced = ", ".join(f"{{{name}}}" for name in wanted) or "inga fält"
            raise ValueError(f"texten ska ha {braced}")
        return text

    return AfterValidator(check)


class Prompt(Value):
    """What one language's answers are asked for with.

    `{{` and `}}` stand for braces. `system` says what to do and in which form, `question` holds
    the passages and the question, `repair` the lines that did not hold, each with its fault.
    """

    system: Annotated[Text, _with()]
    question: Annotated[Text, _with("passages", "question")]
    repair: Annotated[Text, _with("faults")]

    @property
    def digest(self) -> str:
        """Names the prompt in logs and results."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]
