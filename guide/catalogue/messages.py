"""Fixed texts by key, per language, with Swedish where a language lacks one."""

from collections.abc import Mapping

import regex

from guide.errors import KnowledgeMissing
from guide.model.contact import Contact
from guide.model.terms import Language

_CONTACT = regex.compile(r"\{contact:([a-z0-9\-]+)\}")


class Messages:
    """Texts that people wrote. Contact facts in them are tokens, `{contact:id}`."""

    def __init__(
        self, texts: Mapping[str, Mapping[str, str]], contacts: Mapping[str, Contact]
    ) -> None:
        self._texts = texts
        self._contacts = contacts

    def get(self, key: str, language: Language, /, **values: object) -> str:
        """The text of the key, its `{name}` fields and contact tokens filled in.

        Raises:
            KnowledgeMissing: the published texts lack the key, because they are of another version.
        """
        text = self._texts.get(language, {}).get(key)
        if text is None:
            text = self._texts.get(Language.SV, {}).get(key)
        if text is None:
            raise KnowledgeMissing(
                f"the published knowledge lacks the text {key!r}; run: python -m ingest run"
            )
        return self._fill_contacts(text).format_map({k: str(v) for k, v in values.items()})

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
