"""Personal data is replaced by placeholders before anything else sees a question."""

import unicodedata
from collections.abc import Callable, Iterator
from enum import StrEnum

import regex

from guide.model.contact import national_digits
from guide.model.value import Value
from guide.rules import personal_numbers, reach, records
from guide.rules.names import mask_names
from guide.rules.text import visible


class PersonalData(StrEnum):
    """Kinds of personal data; the value is the word inside the placeholder."""

    PERSONAL_NUMBER = "personnummer"
    PHONE = "telefonnummer"
    EMAIL = "e-post"
    ADDRESS = "adress"
    NAME = "namn"
    CASE = "ärendenummer"
    ACCOUNT = "kontonummer"
    DOCUMENT = "id-handling"

    @property
    def placeholder(self) -> str:
        return f"[{self.value}]"


class Masked(Value):
    """A text without the personal data that was recognised, and the kinds that were replaced."""

    text: str
    kinds: frozenset[PersonalData] = frozenset()

    @property
    def searchable(self) -> str:
        """The text without placeholders, whose words would be searched for ("adress")."""
        left = self.text
        for kind in PersonalData:
            left = left.replace(kind.placeholder, " ")
        return " ".join(left.split())


_Match = regex.Match[str]
_Pattern = regex.Pattern[str]
_Wanted = Callable[[_Match], bool]
_DIGIT = regex.compile(r"[\p{Nd}--[0-9]]", regex.V1)
_ANY_DIGIT = regex.compile(r"\p{Nd}")
_DASH = regex.compile(r"[\u2010-\u2015\u2212\u2043\ufe58]")
_SPACE = regex.compile(r"[^\S\n]")
_MOBILE = regex.compile(r"07[02369]\d{7}")
_SHORTEST_OWN = 7
"""Digits from which a number that begins as one of ours is ours, with a short one after it."""


def mask(text: str, own_numbers: frozenset[str]) -> Masked:
    """The text with personal data as bracketed Swedish placeholders.

    `own_numbers` are telephone numbers and e-mail addresses as the contact records write them;
    they are kept.
    Personal numbers are told by shape and a plausible date, no checksum is needed. Digits of every
    script count.
    """
    own = frozenset(
        number.casefold() if "@" in number else national_digits(number) for number in own_numbers
    )
    kinds: set[PersonalData] = set()
    masked = visible(text)
    for kind, pattern, wanted in _steps(masked, own):
        replaced = _replaced(masked, pattern, wanted, kind.placeholder)
        if replaced != masked:
            kinds.add(kind)
        masked = replaced
    named = mask_names(masked, PersonalData.NAME.placeholder)
    if named != masked:
        kinds.add(PersonalData.NAME)
    return Masked(text=named, kinds=frozenset(kinds))


def _steps(text: str, own: frozenset[str]) -> Iterator[tuple[PersonalData, _Pattern, _Wanted]]:
    """Each kind's patterns, in the order in which they are tried, and what they may take; none that
    the text gives no reason for."""

    def foreign(match: _Match) -> bool:
        return not _is_own(match[0], own)

    def personal(match: _Match) -> bool:
        return foreign(match) and not _MOBILE.fullmatch(match[0])

    number = PersonalData.PERSONAL_NUMBER
    if reach.EMAIL_HINT.search(text):
        yield PersonalData.EMAIL, reach.EMAIL, lambda match: match[0].casefold() not in own
    yield number, personal_numbers.SPOKEN, _always
    if not _ANY_DIGIT.search(text):
        return
    yield PersonalData.CASE, records.CASE, _is_long
    yield PersonalData.DOCUMENT, records.DOCUMENT, _always
    yield PersonalData.ACCOUNT, records.ACCOUNT, _always
    yield number, personal_numbers.NUMBER, personal
    yield number, personal_numbers.LABELLED, foreign
    if personal_numbers.LAST_FOUR.search(_ascii(text)):
        yield number, personal_numbers.LAST_FOUR, _always
        yield number, personal_numbers.DATE, _always
    yield number, personal_numbers.BORN, _always
    yield PersonalData.PHONE, reach.PHONE, foreign
    yield PersonalData.PHONE, reach.LABELLED_PHONE, foreign
    yield PersonalData.ADDRESS, reach.ADDRESS, _always
    yield PersonalData.ADDRESS, reach.LIVES_AT, _always


def _replaced(text: str, pattern: _Pattern, wanted: _Wanted, placeholder: str) -> str:
    """The text with each wanted match, or what follows its `lead`, replaced."""
    plain, pieces, end, start = _ascii(text), list[str](), 0, 0
    while match := pattern.search(plain, start):
        start = match.start() + 1
        if wanted(match):
            begin = match.end("lead") if "lead" in pattern.groupindex else match.start()
            pieces += text[end:begin], placeholder
            end = start = match.end()
    return "".join(pieces) + text[end:]


def _ascii(text: str) -> str:
    """The same characters, places kept, with ASCII digits, one dash and one space."""
    text = _DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)
    return _SPACE.sub(" ", _DASH.sub("-", text))


def _always(_: _Match) -> bool:
    return True


def _is_long(match: _Match) -> bool:
    number: str = match["number"]
    return sum(character.isdigit() for character in number) >= 3


def _is_own(written: str, own: frozenset[str]) -> bool:
    digits = national_digits(written)
    return digits in own or any(
        digits.startswith(number) for number in own if len(number) >= _SHORTEST_OWN
    )
