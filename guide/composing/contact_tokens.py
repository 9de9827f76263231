"""Contact facts as tokens: a chat model neither sees nor writes them."""

from collections.abc import Iterable

import regex

from guide.model.contact import Contact

HIDDEN = "[…]"
"""Stands for what looks like a contact fact and is in no record; no quote that holds it is found
in its passage again, so nothing can rest on it."""
TOKEN = regex.compile(r"\{+\s*kontakt\s*:\s*(\d+)\s*\}+", regex.I)
_LOOKS_SO = regex.compile(
    r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+|"
    r"(?:https?:)?//\S*[^\s.,;:)]|\bwww\.\S*[^\s.,;:)]|"
    r"(?<![@\w.])(?:[\w\-]+\.)+(?:se|nu|com|org|net|eu|io|info|example)\b(?:/\S*[^\s.,;:)])?|"
    r"(?<![\d\-.,])\+?\d(?:[ \-–/().]{0,3}\d){6,}(?!\d)|"
    r"(?<!\d)\d{1,2}(?:[.:]\d\d)?\s?[–-]\s?\d{1,2}[.:]\d\d(?!\d)|"
    r"(?<![\d.,])(?:kl(?:ockan)?\.?|at)\s?\d{1,2}[.:]\d\d(?!\d)",
    regex.I,
)
"""Addresses, telephone numbers and hours; years in a row ("2021–2025") are none of them."""
_YEARS = regex.compile(r"(?:19|20)\d\d\D{1,3}(?:19|20)?\d\d")
_GAP = regex.compile(r"[ \t]{2,}")
_BEFORE = regex.compile(r"\s+([.,;:!?])")


class ContactTokens:
    """Tokens for one conversation, `{kontakt:n}`, numbered in the order in which facts are met."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        fields = ((c.phone, c.email, c.url, c.address) for c in contacts)
        facts = {fact for four in fields for fact in four if fact}
        longest = sorted(facts, key=len, reverse=True)
        self._any = bool(facts)
        self._known = regex.compile(r"(?<![\w\d])\L<facts>(?![\w\d])", regex.I, facts=longest)
        self._tokens: dict[str, str] = {}

    def hidden(self, text: str) -> str:
        """The text with a token for each fact of a record, and `HIDDEN` for what looks like one."""
        kept = self._known.sub(lambda found: self._token(found[0]), text) if self._any else text
        return _LOOKS_SO.sub(_masked, kept)

    def filled(self, text: str) -> str:
        """The text with the facts as the records have them; unknown tokens are removed."""
        facts = {number: fact for fact, number in self._tokens.items()}
        told = TOKEN.sub(lambda token: facts.get(token[1], ""), text)
        return _BEFORE.sub(r"\1", _GAP.sub(" ", told)).strip()

    def _token(self, fact: str) -> str:
        number = self._tokens.setdefault(fact, str(len(self._tokens) + 1))
        return f"{{kontakt:{number}}}"


def looks_like_contact(text: str) -> bool:
    """Whether the text, tokens aside, holds what looks like a contact fact."""
    return any(not _YEARS.fullmatch(found[0]) for found in _LOOKS_SO.finditer(text))


def _masked(found: "regex.Match[str]") -> str:
    return found[0] if _YEARS.fullmatch(found[0]) else HIDDEN
