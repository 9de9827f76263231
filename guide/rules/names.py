"""Names that somebody gives in an introduction."""

import regex

_PERSON = (
    r"(?:man|make|maka|fru|sambo|pojkvän|flickvän|kille|tjej|partner|ex|son|dotter|barn|bebis|bror|"
    r"syster|mamma|pappa|mor|far|mormor|farmor|morfar|farfar|kusin|granne|vän|väninna|kompis|klient|"
    r"brukare|elev|patient|barnbarn|systerdotter|systerson|brorsdotter|brorson|styvson|styvdotter|"
    r"handläggare|socialsekreterare|lärare|chef)"
)
_KNOWN_PERSON = (
    r"(?:mannen|kvinnan|pojken|flickan|barnet|sonen|dottern|klienten|brukaren|eleven|grannen|"
    r"killen|tjejen|mamman|pappan|personen|hon|han|hen|jag|ja)"
)
_OWN = r"(?:min|mitt|mina|vår|vårt|hennes|hans)"
_SUBJECT = rf"(?:{_OWN} (?:\w+ )?{_PERSON}(?: \w+)?|{_KNOWN_PERSON})"
_ADVERBS = r"(?:(?:egentligen|förresten|alltså|också|ju|nu) )*"
_INTRODUCTIONS = (
    rf"\b{_SUBJECT} heter {_ADVERBS}",
    r"\b(?:mitt|hans|hennes) namn (?:är|e) ",
    r"\bnamn: ?",
    r"\bjag kallas (?:för )?",
    r"\b(?:mvh|hälsningar|hälsar|vänligen),? ",
    r"\b(?:my|his|her) (?:full )?name(?: is|'s) ",
    r"\b(?:my|our) (?:client|son|daughter|husband|wife|partner|friend) is called ",
    r"\b(?:i am|i'm|he is|she is) called ",
    r"\b(?:اسمي|اسمه|اسمها|اسم من|نام من|اسمم) (?:هو |هي )?",
    r"\bмене звати ",
    r"\b(?:magacaygu|magaceygu|magaceedu|magaciisu) waa ",
)
_NO_NAME = (
    r"(?!(?:inte|samma|något|nåt|någon|så|det|den|vad|som|och|men|jag|du|ni|är|med|en|ett|detsamma|"
    r"likadant|not|the|a|by|in|on|to|för|från|i|på|om|tack)\b)"
)
_FUNCTION_WORD = (
    r"(?!(?:och|men|jag|ja|från|som|är|e|med|bor|har|på|i|inte|behöver|vill|hej|hon|han|hen|vi|så|"
    r"till|för|kan|ska|undrar|söker|mår|slår|slog|dricker|vägrar|går|kommer|fyller|när|där|sedan|"
    r"sen|snart|idag|nu|tack|om|fast|eller|att|hans|hennes|min|mitt|mina|blev|blir|var|gör|säger|"
    r"and|but|i|is|am|from|need|live|have|he|she|my|who|with|in|at|hits|what|where|або|і|та|я|و)\b)"
)
_TOKEN = r"\p{L}[\p{L}'\-]*"
_PARTICLE = r"(?:(?:von|van|af|av|de|del|da|al|el|bin|ibn|abu|der)[ -])"
_CAPITAL = r"\p{Lu}[\p{L}'\-]*"
_WRITTEN_LARGE = rf"{_CAPITAL}(?:[ ]{_PARTICLE}{{0,2}}{_CAPITAL}){{0,3}}"
_CLAUSE_END = r"(?=[.,;!?\n]|$|[ ](?:och|and|från|from)\b)"
_WRITTEN_SMALL = rf"{_NO_NAME}{_TOKEN}(?:[ ]{_FUNCTION_WORD}{_TOKEN}{_CLAUSE_END})?"
_NAME = regex.compile(
    rf"(?P<lead>(?i:{'|'.join(_INTRODUCTIONS)}))"
    rf"(?P<name>(?i:{_NO_NAME})(?:{_WRITTEN_LARGE}|(?i:{_WRITTEN_SMALL})))"
)


def mask_names(text: str, placeholder: str) -> str:
    """The text with each introduced name replaced; the introduction itself is kept.

    Names written with capitals are taken whole, with particles; in lower case the first word,
    and the second where it ends a clause. Names outside introductions are not recognised.
    """
    return _NAME.sub(lambda match: match["lead"] + placeholder, text)
