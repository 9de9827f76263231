"""Where in an entry's passages a text stands."""

from collections.abc import Iterable

from guide.catalogue.catalogue import Catalogue
from guide.model.passage import Passage
from guide.model.situation import Told
from guide.model.situation_rules import Quoted
from guide.model.terms import Audience, Language


def quoted(catalogue: Catalogue, quote: Quoted, audience: Audience) -> Told | None:
    """The text with its passage; None where the audience may see no passage that holds it."""
    found = holding(catalogue.passages_of(quote.entry, audience), quote.text)
    return None if found is None else Told(text=quote.text, passage_id=found.id)


def holding(passages: Iterable[Passage], text: str) -> Passage | None:
    """The first passage in Swedish that holds the text verbatim."""
    return next((p for p in passages if p.language is Language.SV and text in p.text), None)
