"""Numbers for what an answer quotes."""

from guide.grounding.verify import Drafted
from guide.model.answer import Citation


class Citations:
    """Numbers quotes in the order in which they are first used."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Citation] = {}

    def number(self, draft: Drafted) -> int:
        key = (draft.passage.id, draft.quote)
        if key not in self._found:
            self._found[key] = Citation(
                n=len(self._found) + 1,
                passage_id=draft.passage.id,
                service_id=draft.passage.service_id,
                title=draft.passage.title,
                quote=draft.quote,
                evidence=draft.passage.evidence,
            )
        return self._found[key].n

    def all(self) -> tuple[Citation, ...]:
        return tuple(self._found.values())
