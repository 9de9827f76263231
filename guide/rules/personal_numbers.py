"""Shapes of personal numbers, told by a plausible date; no checksum is needed.

Patterns are written for ASCII digits. 60 is added to the day of a coordination number, whose month
may be unknown (00).
"""

import regex

_END = r"(?!\d)"
_START = r"(?<!\d)(?<!\d[-./+:])"
_CENTURY = r"(?:\(?(?:18|19|20)\)?[ \-]?)?"
_LAST = r"(?:\d{4}|[A-Z]{1,3}\d{1,3}(?<=[A-Z\d]{4})(?!\p{L})|[Xx*]{4}(?!\p{L}))"
_LAST_SMALL = r"(?:[a-z]{1,3}\d{1,3}(?<=[a-z\d]{4})(?!\p{L}))"
_SIGN = r"[-+/_~]"
_NO_MONEY = r"(?! ?(?:kr|kronor|sek|krona)\b)"
_NO_RANGE = r"(?![-./:]\d)"
_MONTH = r"(?:0\d|1[0-2])"
_DAY = r"(?:0[1-9]|[12]\d|3[01]|[678]\d|9[01])"
_COMPACT = rf"\d\d{_MONTH}{_DAY}"
_PARTED = rf"\d\d(?P<sep>[-./ ]){_MONTH}(?P=sep){_DAY}"
_GAP = r"[ .\-]"
_SHAPES = (
    rf"(?<!\d){_CENTURY}{_COMPACT}[ ]{{0,3}}{_SIGN}{{1,3}}[ ]{{0,3}}"
    rf"(?:{_LAST}|{_LAST_SMALL}|\d\d \d\d){_END}",
    rf"(?<!\d){_CENTURY}{_COMPACT}(?:[.:,]|(?=[\d\p{{Lu}}])){_LAST}{_END}",
    rf"{_START}{_CENTURY}{_COMPACT}\s{{1,3}}{_LAST}{_END}{_NO_MONEY}{_NO_RANGE}",
    rf"{_START}{_CENTURY}{_PARTED}[ ]{{0,3}}[-+/.]?[ ]{{0,3}}{_LAST}{_END}{_NO_MONEY}{_NO_RANGE}",
    rf"{_START}{_CENTURY}{_PARTED}[ ]?[-+ ]?[ ]?\d\d[ ]\d\d{_END}{_NO_MONEY}{_NO_RANGE}",
    rf"{_START}(?:[12]{_GAP}[890]{_GAP})?\d{_GAP}\d{_GAP}(?:0{_GAP}\d|1{_GAP}[0-2]){_GAP}"
    rf"[0-36-9]{_GAP}\d[ ]?[ .\-+][ ]?\d(?:{_GAP}\d){{3}}{_END}",
)
NUMBER = regex.compile("|".join(_SHAPES))
"""A personal or coordination number, or a health service's reserve number."""
LABELLED = regex.compile(
    r"(?i)(?P<lead>\b(?:p(?:ers)?\.?nr|personn(?:umme)?r|personn(?:umret)?|samordningsn(?:umme)?r|"
    r"reservn(?:umme)?r|personal (?:identity )?number|coordination number|الشخصي|شخصی|"
    r"персональний номер|shaqsiga)\b[\p{L} .:=]{0,12})"
    rf"(?<!\d)(?P<number>\d(?:[ ]?[-+./]?[ ]?\d){{5,11}}){_END}"
)
"""What is called a personal number, whatever its date: six to twelve digits."""
_DATE = rf"(?:(?:18|19|20)?{_COMPACT}|(?:18|19|20)?{_PARTED}){_END}"
_MONTHS = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec"
)
DATE = regex.compile(
    rf"(?i){_START}{_DATE}(?![-./]\d)"
    rf"|(?<!\d)\d{{1,2}}(?::?e)? (?:{_MONTHS})\.? (?:19|20)?\d\d(?!\d)"
)
BORN = regex.compile(
    r"(?i)(?P<lead>\b(?:född(?: den)?|födelsedatum|födelsenummer|f\.|born(?: on)?|date of birth|"
    r"dob|مواليد|تاريخ الميلاد|народилась|народився|дата народження|متولد|dhashay)[ :=]{1,2})"
    rf"(?P<number>(?:18|19|20)?{_COMPACT}){_END}"
)
LAST_FOUR = regex.compile(
    r"(?i)(?P<lead>\b(?:(?:mina |de )?sista (?:fyra|4)|(?:mina |de )?(?:fyra|4) sista|"
    r"last (?:four|4)|آخر (?:أربعة|4)|"
    r"slut(?:ar|siffror(?:na)?)?(?: på| med)?|ending(?: in| with)?|"
    r"останні (?:чотири|4)|چهار رقم آخر)\b[\p{L} .:=]{0,24}?)"
    rf"(?<!\d)(?P<number>\d{{4}}){_END}"
)
"""The end of a personal number, told apart from its date."""
_ONES = "noll|ett|två|tre|fyra|fem|sex|sju|åtta|nio"
_TENS = "tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio"
_TEENS = "tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton"
_ENGLISH = (
    "zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    "(?:thir|four|fif|six|seven|eigh|nine)teen|"
    "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|"
    "six|seven|eight|nine))?"
)
_WORD = rf"(?:(?:{_TENS})(?:{_ONES})?|{_TEENS}|{_ONES}|{_ENGLISH})"
SPOKEN = regex.compile(rf"(?i)\b{_WORD}(?:[ ,\-]{{1,3}}{_WORD}){{5,11}}\b")
"""Six or more numbers in words, one after the other."""
