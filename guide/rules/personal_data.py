"""Personal data is replaced by placeholders before anything else sees a question."""

from collections.abc import Callable
from enum import StrEnum

import regex

from guide.model.value import Value
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
        for kind in self.kinds:
            left = left.replace(kind.placeholder, " ")
        return " ".join(left.split())


_EMAIL = regex.compile(r"[\p{L}\d._%+\-]{1,64}@[\p{L}\d\-]+(?:\.[\p{L}\d\-]+)+")
_CASE = regex.compile(
    r"(?i)\b(?:dnr|diarienummer|diarienr|ärendenummer|ärendenr|"
    r"ärende(?:t)?s? (?:nr|nummer)|målnummer|aktnummer|case (?:number|no|nr))"
    r"[.: ]{0,3}(?:är |is )?(?P<number>[\p{L}]{0,5}[ \-/]?\d[\p{L}\d]*(?:[\-/: ]\d+)*)"
)
_DASH = r"[-+\u2010-\u2015\u2212]"
_LAST_FOUR = r"(?:\d{4}|[A-Za-z]{2}\d{2})"
_PERSONAL_NUMBER = regex.compile(
    rf"(?<![\d\-])(?P<date>(?:18|19|20)?\d\d(?P<month>\d\d)(?P<day>\d\d))"
    rf"(?:[ ]?{_DASH}[ ]?|[ ]|(?=\d)){_LAST_FOUR}(?![\d])"
    rf"|(?<![\d\-])(?:18|19|20)?\d\d(?P<sep>[-. ])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)"
    rf"[ ]?{_DASH}[ ]?{_LAST_FOUR}(?!\d)"
)
_PHONE = regex.compile(
    r"(?<![\d\-+])(?:"
    r"(?:\+|00)[1-9]\d{0,2}[ \-]?(?:\(0\))?(?:[ \-/]?\(?\d{1,4}\)?){2,5}"
    r"|\(?07\d\)?(?:[ \-/]{0,3}\d){7}"
    r"|46[ ]?7\d(?:[ \-]?\d){7}"
    r"|0\d{7,9}"
    r"|(?!0\d[ \-]\d\d[ \-](?:19|20)\d\d\b)"
    r"\(?0[1-9]\d{0,2}\)?[ \-/]{1,3}\d{2,3}(?:[ \-]?\d{2,3}){1,3}"
    r")(?!\d)"
)
_NO_STREET = r"(?!(?:\w*(?:[^g]s|ande|vård|bo|budget|tids|köns|sip)plan|torg)\b)"
_STREET_END = (
    r"(?:gatan|gata|gränden|gränd|torget|torg|vägen|väg|stigen|stig|allén|allé|plan|backen|leden|"
    r"esplanaden|promenaden|plats)"
)
_STREET_NUMBER = r"(?!(?:19|20)\d\d\b)\d{1,4}(?:[ ]?[A-Za-z](?![\p{L}]))?"
_SUFFIXES = r"(?:,? (?:lgh|lägenhet|vån|våning|bv)\.? ?\d*)?(?:,? \d{3} ?\d\d(?!\d))?"
_ADDRESS = regex.compile(
    rf"\b(?:(?:Södra|Norra|Västra|Östra|Stora|Lilla|Gamla|Nya|Övre|Nedre|S|N|V|Ö)[.]? )?"
    rf"(?:\p{{Lu}}\p{{L}}{{1,20}} )?(?i:{_NO_STREET}\p{{L}}[\p{{L}}\-]{{1,40}}{_STREET_END})"
    rf" {_STREET_NUMBER}{_SUFFIXES}(?! ?(?:gånger|meter|km|mil|år|barn|%|procent))\b"
    rf"|\b\d{{1,4}}[A-Za-z]? (?:\p{{Lu}}[\p{{L}}'\-]+ ){{1,3}}"
    rf"(?:Street|Road|Avenue|Lane|Drive|Square|Close|St|Rd|Ave)\b{_SUFFIXES}"
)


def mask(text: str, own_numbers: frozenset[str]) -> Masked:
    """The text with personal data as bracketed Swedish placeholders.

    `own_numbers` are telephone numbers and e-mail addresses as the contact records write them;
    they are kept.
    Personal numbers are told by shape and a plausible date, no checksum is needed.
    """
    own = frozenset(
        number.casefold() if "@" in number else _national(number) for number in own_numbers
    )
    kinds: set[PersonalData] = set()
    masked = visible(text)
    for kind, replace in _steps(own).items():
        replaced = replace(masked)
        if replaced != masked:
            kinds.add(kind)
        masked = replaced
    return Masked(text=masked, kinds=frozenset(kinds))


def _steps(own: frozenset[str]) -> dict[PersonalData, Callable[[str], str]]:
    return {
        PersonalData.EMAIL: lambda text: _EMAIL.sub(lambda match: _unless_own(match, own), text),
        PersonalData.CASE: lambda text: _CASE.sub(_case_placeholder, text),
        PersonalData.PERSONAL_NUMBER: lambda text: _PERSONAL_NUMBER.sub(_if_a_date, text),
        PersonalData.PHONE: lambda text: _PHONE.sub(lambda match: _if_foreign(match, own), text),
        PersonalData.ADDRESS: lambda text: _ADDRESS.sub(PersonalData.ADDRESS.placeholder, text),
        PersonalData.NAME: lambda text: mask_names(text, PersonalData.NAME.placeholder),
    }


def _if_a_date(match: "regex.Match[str]") -> str:
    """A placeholder when month and day are possible (60 is added to the day of some numbers).

    Ten digits like a mobile number's are left for the telephone step.
    """
    day = int(match["day"])
    day = day - 60 if day > 60 else day
    if not (1 <= int(match["month"]) <= 12 and 1 <= day <= 31):
        return str(match[0])
    if regex.fullmatch(r"07[02369]\d{7}", match[0]):
        return str(match[0])
    return PersonalData.PERSONAL_NUMBER.placeholder


def _unless_own(match: "regex.Match[str]", own: frozenset[str]) -> str:
    mine = match[0].casefold() in own
    return str(match[0]) if mine else PersonalData.EMAIL.placeholder


def _if_foreign(match: "regex.Match[str]", own: frozenset[str]) -> str:
    return str(match[0]) if _national(match[0]) in own else PersonalData.PHONE.placeholder


def _national(number: str) -> str:
    """Digits alone, with the Swedish country code written as a leading 0."""
    digits = regex.sub(r"\D", "", number)
    for code in ("0046", "46"):
        if digits.startswith(code) and len(digits) > len(code) + 6:
            return "0" + digits[len(code) :].lstrip("0")
    return digits


def _case_placeholder(match: "regex.Match[str]") -> str:
    enough = sum(character.isdigit() for character in match["number"]) >= 3
    return PersonalData.CASE.placeholder if enough else str(match[0])
