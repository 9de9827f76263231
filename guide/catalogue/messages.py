"""Fixed texts by key, per language, with Swedish where a language lacks one."""

from collections.abc import Mapping, Sequence
from typing import Final

import regex

from guide.errors import KnowledgeMissing
from guide.model.contact import Contact
from guide.model.terms import Language

EASY_SWEDISH: Final = "sv-latt"
"""Easy Swedish: a language of texts alone, for no question is written in it."""
WRITTEN: Final = (*(language.value for language in Language), EASY_SWEDISH)
"""The languages that texts are written in; each names its file."""
_CONTACT = regex.compile(r"\{contact:([a-z0-9\-]+)\}")


class Messages:
    """Texts that people wrote. Contact facts in them are tokens, `{contact:id}`."""

    def __init__(
        self, texts: Mapping[str, Mapping[str, str]], contacts: Mapping[str, Contact]
    ) -> None:
        self._texts = texts
        self._contacts = contacts

    def get(self, key: str, language: str, /, **values: object) -> str:
        """The text of the key, its `{name}` fields and contact tokens filled in.

        Raises:
            KnowledgeMissing: the published texts lack the key, because they are of another version.
        """
        text = self.written(key, language)
        if text is None:
            raise KnowledgeMissing(
                f"the published knowledge lacks the text {key!r}; run: python -m ingest run"
            )
        return self._fill_contacts(text).format_map({k: str(v) for k, v in values.items()})

    def either(self, labels: Sequence[str], language: str, /) -> str:
        """The labels as one list whose last two are joined by "or"; at least one is needed."""
        *others, last = labels
        if not others:
            return last
        comma, conjunction = self.get("list.comma", language), self.get("list.or", language)
        return f"{f'{comma} '.join(others)} {conjunction} {last}"

    def written(self, key: str, language: str) -> str | None:
        """The text as it was written; the Swedish one where the language lacks it, else None."""
        text = self._texts.get(language, {}).get(key)
        return self._texts.get(Language.SV, {}).get(key) if text is None else text

    def _fill_contacts(self, text: str) -> str:
        return _CONTACT.sub(lambda token: self._number(token[1]), text)

    def _number(self, contact_id: str) -> str:
        """Label and number; an unknown token leaves nothing behind."""
        contact = self._contacts.get(contact_id)
        if contact is None:
            return ""
        if contact.phone is None or contact.phone in contact.label:
            return contact.label
        return f"{contact.label} {contact.phone}"


class Wording:
    """The texts as one reader reads them: in a language, and easy where that is asked for."""

    def __init__(self, messages: Messages, language: Language, easy: bool = False) -> None:
        self._messages = messages
        self._language = EASY_SWEDISH if easy and language is Language.SV else language

    def get(self, key: str, /, **values: object) -> str:
        """The text, filled in. Raises as `Messages.get`."""
        return self._messages.get(key, self._language, **values)

    def either(self, labels: Sequence[str]) -> str:
        """The labels as one list. See `Messages.either`."""
        return self._messages.either(labels, self._language)

    def has(self, key: str) -> bool:
        return self._messages.written(key, self._language) is not None

    def contacts(self, key: str) -> list[str]:
        """Ids of the contacts that the text names, in its order."""
        return _CONTACT.findall(self._messages.written(key, self._language) or "")
