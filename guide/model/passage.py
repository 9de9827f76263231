"""Text that can be retrieved and cited."""

from typing import Annotated

from pydantic import Field, StringConstraints

from guide.model.evidence import EvidenceLine
from guide.model.terms import Audience, Language, Role, Shelf
from guide.model.value import Value

PassageId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.\-]+:[a-z0-9\-]+$")]


class Passage(Value):
    """A readable, stable id, the text that is cited, and the evidence behind it.

    `service_id` is the entry's id; for a document's own passage the id of its source.
    `search_text` is what is embedded and matched by words; empty for what is only cited.
    `digest` names its vector: it changes with that text and with the embedder, so that a vector
    is never overwritten.
    """

    id: PassageId
    service_id: str
    title: str
    text: str
    language: Language = Language.SV
    role: Role | None = Field(None, description="null: summary and fact passages")
    audience: Audience = Audience.RESIDENT
    shelf: Shelf = Shelf.ENTRIES
    evidence: tuple[EvidenceLine, ...] = ()
    search_text: str = ""
    digest: str = ""
