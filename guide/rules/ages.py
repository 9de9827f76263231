"""The age of the person whom a question is about."""

import regex

from guide.rules.text import normalise

MAX_AGE = 110

_WORDS = (
    "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton "
    "sexton sjutton arton nitton tjugo"
).split()
_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_VALUES = {word: value for words in (_WORDS, _ENGLISH) for value, word in enumerate(words)}
_VALUES["aderton"] = 18

_NUMBER = rf"(?P<age>\d{{1,3}}|{'|'.join(sorted(_VALUES, key=len, reverse=True))})"
_PERSON = (
    r"(?:jag|ja|hon|han|hen|(?:änke|trans)?(?:man|kvinna|kille|tjej|pojke|flicka|person)|son|dotter|"
    r"barn|unge|grabb|tös|änka|änkling|gravid|ensamkommande|ekb|ungdom|student|pensionär|"
    r"mamma|pappa|mor|far|mormor|farmor|morfar|farfar|fru|make|maka|sambo|bror|syster|lillebror|"
    r"lillasyster|storebror|storasyster|syrra|brorsa|kusin|klient|brukare|elev|tonåring|"
    r"barnbarn|granne|kompis|vän)(?:e?n|e?t|s?an)?"
)
NEEDY = r"(?:nyanländ|hemlös|arbetslös|sjuk|gravid|orolig)"
"""What is told of a person before the age and is a need by itself: "hemlös man 45"."""
STATE = rf"(?:(?:ensamstående|ung|äldre|gammal|gift|skild|frånskild|{NEEDY}) )?"
"""What may be told of a person before the age: "ensamstående mamma 32"."""
_PERSON_EN = (
    r"(?:i|he|she|man|woman|boy|girl|son|daughter|child|kid|mother|mum|mom|father|dad|brother|"
    r"sister|client|pupil|student|teenager|wife|husband|grandson|granddaughter)"
)
_COUNTED = (
    r"(?![\d+%:.,/-]?\d)(?! \d{3}\b)(?!\w)(?! ?[+%:])(?! ?- ?\d)(?! (?:av|barn|personer|syskon|"
    r"elever|söner|döttrar|pojkar|flickor|tonåringar|ungar|småbarn|placeringar|insatser|stycken|"
    r"st|gånger|ggr|vecka|veckor|v|månad|månader|mån|dagar|timmar|minuter|meter|cm|kilo|kg|procent|grader|kronor|kr|mil|km|"
    r"i|of|children|kids|people|weeks|months|days|hours|times|percent|meters|feet)\b)"
)
_PATTERNS = tuple(
    regex.compile(source)
    for source in (
        rf"\b{_PERSON}(?: som)?(?: är| blev| blir)(?: bara| nu| ju| snart)? {_NUMBER}{_COUNTED}",
        rf"\b{_PERSON} (?:på|om) {_NUMBER}{_COUNTED}",
        rf"(?:^|[.,;:] |\b(?:en|min|vår|klient|för|till) ){STATE}{_PERSON},? {_NUMBER}{_COUNTED}",
        rf"\b{_NUMBER}[- ]?årig(?:e|a)?\b",
        rf"\b{_NUMBER}[- ]?åring(?:en|ens|s)?\b",
        rf"\b{_NUMBER} år gam(?:mal|la|malt)\b",
        rf"\b{_PERSON_EN}(?: is|'s|'m| am) (?:only |just |now )?{_NUMBER}{_COUNTED}",
        rf"\b{_NUMBER}[- ]years?[- ]old\b",
        rf"\b(?:aged|age) {_NUMBER}{_COUNTED}",
        rf"\b{_NUMBER} (?:yo|jir|ساله)\b",
        rf"\b(?:сину|синові|доньці|дочці|мені|йому|їй) {_NUMBER} (?:рок|рік)",
        rf"(?:عمره|عمرها|عمري) {_NUMBER}\b",
    )
)


_SEVERAL = regex.compile(r"\b\d{1,2} ?(?:,|/|och|and|&) ?(?:\w+ )?\d{1,2}\b")


_SCHOOL_YEARS = {
    word: value
    for value, word in enumerate(
        "förskoleklass ettan tvåan trean fyran femman sexan sjuan åttan nian gymnasiet".split(), 6
    )
}
_IN_SCHOOL = regex.compile(
    rf"\bi (?P<year>{'|'.join(_SCHOOL_YEARS)})\b|\b(?:åk|årskurs) ?(?P<form>[1-9])\b"
    r"(?! ?(?:-|–|/|och|till) ?\d)(?P<upper>,?(?: (?:på|i))? (?:gy|gymnas\w*)\b)?"
)
_UPPER_SCHOOL = regex.compile(r"\b(?:gy|gymnas\w*)\b")
_BEFORE_SCHOOL, _BEFORE_UPPER_SCHOOL = 6, 15
_TEENAGER = regex.compile(
    r"\b(?:tonåring(?:en|ens)?|tonårs(?:dotter|son|flicka|pojke|kille|tjej|barn)\w*|teenager?|"
    r"teenaged?)\b"
)
TEEN = 15
"""What "a teenager" is taken for: sourced ranges for small children leave it out."""


def stated_age(text: str) -> int | None:
    """The age in whole years when exactly one is stated of a person, else None.

    Understands digits and number words up to twenty, and where there is none the year in school
    and "teenager". Durations, counts and age ranges are not
    ages of a person.
    """
    plain = normalise(text)
    if _SEVERAL.search(plain):
        return None
    found = {_value(match["age"]) for pattern in _PATTERNS for match in pattern.finditer(plain)}
    plausible = {age for age in found if age <= MAX_AGE} or _told_otherwise(plain)
    return plausible.pop() if len(plausible) == 1 else None


def _told_otherwise(text: str) -> set[int]:
    """Ages by the year in school, as most are that spring, or by "teenager"."""
    upper = _UPPER_SCHOOL.search(text) is not None
    read = {_in_school(match, upper) for match in _IN_SCHOOL.finditer(text)}
    found = set() if None in read else {age for age in read if age is not None}
    return found or ({TEEN} if _TEENAGER.search(text) else set())


def _in_school(match: "regex.Match[str]", upper: bool) -> int | None:
    """Years are counted anew in upper secondary school, so `upper` leaves open which is meant
    where it is not said of this year."""
    if match["year"]:
        return _SCHOOL_YEARS[match["year"]]
    if match["upper"]:
        return _BEFORE_UPPER_SCHOOL + int(match["form"])
    return None if upper else _BEFORE_SCHOOL + int(match["form"])


def _value(number: str) -> int:
    return _VALUES[number] if number in _VALUES else int(number)
