"""What editors wrote to say when an entry fits: the examples that the search learns from."""

from collections.abc import Iterator
from typing import NamedTuple

from guide.model.knowledge import Content
from guide.model.service import Phrases
from guide.model.terms import Language


class Example(NamedTuple):
    """A text and the entry that fits it."""

    service_id: str
    text: str


def examples(content: Content) -> Iterator[Example]:
    """Of each entry: phrases, summaries and further examples in every language, and for whom it
    is."""
    for service in content.services:
        summaries = (service.summary.text(language) for language in Language)
        texts = (
            *service.phrases.all(),
            *content.examples.get(service.id, Phrases()).all(),
            *(text for text in summaries if text),
            service.summary.easy,
            service.who_it_is_for,
        )
        yield from (Example(service.id, text) for text in dict.fromkeys(texts) if text)
