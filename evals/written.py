"""All that people wrote and residents may read: what an answer may consist of."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from string import Formatter
from typing import Any

import regex

from guide.catalogue.catalogue import Catalogue
from guide.model.answer import Card, ContactView, Notice
from guide.model.terms import Audience, Language, Shelf
from guide.rules.text import normalise

_WORD = regex.compile(r"\w+")
_FIELD = "\x00"
_EPOCH = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
"""Any moment will do: whether a contact is open is not compared."""
_BETWEEN = regex.compile(r"(?<=[.?!:؟]) ")
_MOMENT = {"__all__": {"open_now"}}


class Written:
    """Look-ups over one published state. What documents say is theirs, and is not counted."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.text = "\n".join(_texts(catalogue)).casefold()
        self.words = words(self.text)
        self.digits = "".join(c for c in self.text if c.isdigit() or c == "\n")
        self._templates = tuple(_templates(catalogue))
        self._whole = {
            text for premise in catalogue.knowledge.content.premises
            for text in premise.correction.values()
        }  # fmt: skip
        self._between = _listing(catalogue)
        self._card = cache(self._cards)
        self._said = cache(self._is_said)

    def is_notice(self, notice: Notice) -> bool:
        """Whether the text is a fixed one or a correction, its fields filled with what is known, or
        several of them after one another."""
        return self._said(notice.text)

    def _is_said(self, text: str) -> bool:
        if text in self._whole:
            return True
        found = (template.fullmatch(text) for template in self._templates)
        if any(match is not None and self._known_fields(match.groups()) for match in found):
            return True
        ends = [match.end() for match in _BETWEEN.finditer(text)]
        return any(self._said(text[: end - 1]) and self._said(text[end:]) for end in ends)

    def is_contact(self, shown: ContactView) -> bool:
        """Whether every field is the record's."""
        record = self.catalogue.contacts.get(shown.id)
        if record is None:
            return False
        (view,) = self.catalogue.views([record.id], Audience.STAFF, _EPOCH)
        return view.model_copy(update={"open_now": None}) == shown.model_copy(
            update={"open_now": None}
        )

    def is_card(self, shown: Card) -> bool:
        """Whether every field is the entry's, in one of its languages."""
        return _compared(shown) in self._card(shown.id)

    def lead(self, title: str) -> frozenset[str]:
        """How a document of that title is named before its words, in each language."""
        messages = self.catalogue.messages
        return frozenset(messages.get("fakta.document", lang, title=title) for lang in Language)

    def _cards(self, name: str) -> list[dict[str, Any]]:
        service = self.catalogue.services[name]
        return [
            _compared(self.catalogue.card(service, Audience.RESIDENT, _EPOCH, None, lang, easy))
            for lang in Language
            for easy in (False, True)
        ]

    def _known_fields(self, values: tuple[str, ...]) -> bool:
        parts = (part for value in values for part in self._between.split(value.casefold()))
        return all(part in self.text for part in parts)


def words(text: str) -> str:
    """The words of a text as rules read them, one space between."""
    return " ".join(_WORD.findall(normalise(text)))


def _listing(catalogue: Catalogue) -> "regex.Pattern[str]":
    """What stands between the members of a list that is told, in any language."""
    texts = catalogue.knowledge.content.messages.values()
    last = {text["list.or"].casefold() for text in texts if "list.or" in text}
    return regex.compile("[,،] |" + "|".join(f" {regex.escape(word)} " for word in sorted(last)))


def _compared(shown: Card) -> dict[str, Any]:
    return shown.model_dump(exclude={"why": True, "contacts": _MOMENT})


def _texts(catalogue: Catalogue) -> Iterator[str]:
    content = catalogue.knowledge.content
    for passage in catalogue.knowledge.passages:
        if passage.shelf is Shelf.ENTRIES:
            yield passage.text
    for texts in content.messages.values():
        yield from texts.values()
    for record in (*content.contacts, *content.services):
        yield record.model_dump_json()
    for premise in content.premises:
        yield from premise.correction.values()
    yield from (source.title for source in content.sources)


def _templates(catalogue: Catalogue) -> Iterator["regex.Pattern[str]"]:
    """The fixed texts of every language with their contacts filled in; `{name}` stands open."""
    for lang, texts in catalogue.knowledge.content.messages.items():
        for key, text in texts.items():
            named = {name for _, name, _, _ in Formatter().parse(text) if name}
            fields = dict.fromkeys(named - {"contact"}, _FIELD)
            filled = catalogue.messages.get(key, lang, **fields)
            yield regex.compile(regex.escape(filled).replace(regex.escape(_FIELD), "(.{1,200}?)"))
