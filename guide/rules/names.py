"""Names that somebody gives in an introduction, or beside what a person is."""

import regex

from guide.rules.named_persons import BESIDE, GIVEN_LATIN, ONE_NAME

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
    r"\b(?:mitt|hans|hennes) (?:för|efter|full[aä] )?namn (?:är|e) ",
    r"\b(?:för|efter)?namn: ?",
    r"(?<!\bvad )\b(?:jag|vi|de) (?:kallas|heter) (?:för )?",
    r"\b(?:mvh|hälsningar|hälsar|vänligen),? ",
    r"\b(?:my|his|her) (?:full )?name(?: is|'s) ",
    r"\b(?:my|our) (?:client|son|daughter|husband|wife|partner|friend) is called ",
    r"\b(?:i am|i'm|he is|she is) called ",
    r"\bde kallar mig (?:för )?",
    r"(?<!\p{L})(?:و|أنا |انا )?(?:اسمي|إسمي|اسم من|نام من(?=(?: \p{L}+){1,4} است)|اسمم|نامم|"
    r"اسم (?:ابني|ابنتي|بنتي|زوجي|زوجتي|أخي|أختي|پسرم|دخترم|شوهرم|همسرم)) (?:هو |هي )?",
    r"(?<!\p{L})(?:اسمه|اسمها|اسمش) (?:هو |هي )?(?!\p{Latin}|چی|چه|عوض)",
    r"\b(?:мене|його|її|сина|доньку|дочку|чоловіка) (?:звати|звуть) ",
    r"\bзвати мене ",
    r"\b(?:моє|його|її) (?:повне )?ім'?я(?: [-–—])? ",
    r"\b(?:magacaygu|magaceygu|magaceedu|magaciisu|magacaygii)(?: waa|:) ",
    r"\bwaxaa? (?:la i|la ii?|lay|la iga|i) (?:yiraahdaa|dhahaa|yidhaahdaa) ",
)
_NO_NAME = (
    r"(?!(?:inte|eller|vilk\w*|samma|något|nåt|någon|så|det|den|vad|som|och|men|jag|du|ni|är|med|en|ett|detsamma|"
    r"likadant|fel\w*|ändra\w*|borta|nytt|bytt|skyddat|hemligt|känt|kvar|not|different|wrong|"
    r"missing|changed|still|spelled|misspelled|the|a|by|in|on|to|an|för|från|i|på|om|tack|не|ще)\b)"
)
_FUNCTION_WORD = (
    r"(?!(?:och|men|jag|ja|från|som|är|e|med|bor|har|på|i|inte|behöver|vill|hej|hon|han|hen|vi|så|"
    r"till|för|kan|ska|undrar|söker|mår|slår|slog|dricker|vägrar|går|kommer|fyller|när|där|sedan|"
    r"sen|snart|idag|nu|tack|om|fast|eller|att|hans|hennes|min|mitt|mina|blev|blir|var|gör|säger|"
    r"and|but|i|is|am|from|need|live|have|he|she|my|who|with|in|at|hits|what|where|"
    r"або|і|та|я|з|маю|хочу|шукаю|و|است|هست|هستم|waxaan|waxan|ayaa|iyo|ninkayga|å)\b)"
)
_TOKEN = r"\p{L}[\p{L}'\-]{0,40}+"
_PARTICLE = r"(?:(?:von|van|af|av|de|del|da|al|el|bin|ibn|abu|der)[ -])"
_CAPITAL = r"\p{Lu}[\p{L}'\-]{0,40}+"
_WRITTEN_LARGE = rf"{_CAPITAL}(?:[ ]{_PARTICLE}{{0,2}}{_CAPITAL}){{0,3}}"
_CLAUSE_END = r"(?=[.,;!?\n]|$|[ ](?:och|å|and|från|from|та|і|з|iyo|است)\b|[ ]و\p{Arabic})"
_WRITTEN_SMALL = rf"{_NO_NAME}{_TOKEN}(?:[ ]{_FUNCTION_WORD}{_TOKEN}{_CLAUSE_END})?"
_NAME = regex.compile(
    rf"(?P<lead>(?i:{'|'.join(_INTRODUCTIONS)}))"
    rf"(?P<name>(?i:{_NO_NAME})(?:{_WRITTEN_LARGE}|(?i:{_WRITTEN_SMALL})))"
)
_TWO_LARGE = rf"{_CAPITAL}(?:[ ]{_PARTICLE}{{0,2}}{_CAPITAL}){{1,3}}"
_ONE_LARGE = rf"(?:{_TWO_LARGE}|{_CAPITAL})"
_NO_SELF = (
    r"(?!(?i:from|at|in|not|a|an|the|so|very|just|really|with|muslim|christian|jewish|swedish|somali|"
    r"syrian|arab|afghan|ensamstående|svensk|muslim|kristen|iranian|iraqi|ukrainian|kurdish|turkish|finnish|polish|eritrean|з|із|"
    r"українка|українець|мама|тато)\b)"
)
_SELF = regex.compile(
    rf"(?P<lead>(?i:\b(?:i am|i'm|im|this is|jag är|ja e) |\bя,? ))(?P<name>{_NO_SELF}{_TWO_LARGE})"
    rf"|(?P<lead>(?i:\b(?:hej|hejsan|hallå|hello|hi|tja),? ))"
    rf"(?P<name>{_ONE_LARGE})(?= (?:här|here)\b)"
    r"|(?P<lead>(?i:\b(?:hej|hejsan|hallå|hello|hi|hey|tja)[,!.]? (?:i am|i'm|im|this is|jag är) ))"
    rf"(?P<name>{_NO_SELF}{_ONE_LARGE})(?=[ ,.!]|$)"
    rf"|(?P<lead>(?i:\b(?:kalla mig|call me) (?:för )?))(?P<name>{_ONE_LARGE})"
    rf"|(?P<lead>(?i:\b(?:i am|i'm|im|this is|jag är) ))(?P<name>(?i:{GIVEN_LATIN}))\b"
    rf"|(?P<lead>(?<![\p{{L}}\d/:]) ?/ ?)(?!(?i:mamma|pappa|mormor|farmor|morfar|farfar|en)\b)"
    rf"(?P<name>{_ONE_LARGE})(?=[,.!]|\s*$|\n)"
)
_NO_LAST = r"(?!(?:vad|vem|hur|hej|hejsan|hallå|namnet|what)\b)"
_BEFORE = regex.compile(
    rf"(?<!\p{{L}})(?P<name>(?i:{_NO_LAST}{_NO_NAME}{_FUNCTION_WORD}{_TOKEN})|"
    rf"{_TWO_LARGE})(?P<trail>(?i: (?:heter|kallas) (?:jag|hon|han|hen)\b))"
)


def mask_names(text: str, placeholder: str) -> str:
    """The text with each introduced name replaced; the introduction itself is kept.

    Introductions are "my name is", "I am" before two capitals, a signature, and what a person is to
    the writer ("my son Ali"). Names written with capitals are taken whole, with particles; in lower
    case the first word, and the second where it ends a clause; beside a role only common given
    names are known in lower case and in scripts without capitals. Other names are not recognised.
    """
    for pattern in (_NAME, _SELF):
        text = pattern.sub(lambda match: match["lead"] + placeholder, text)
    text = _BEFORE.sub(lambda match: placeholder + match["trail"], text)
    for pattern in BESIDE:
        text = pattern.sub(lambda match: match["lead"] + _each(match["name"], placeholder), text)
    return text


def _each(names: str, placeholder: str) -> str:
    """Several names with their "and" kept; one name is replaced whole."""
    replaced = ONE_NAME.sub(placeholder, names)
    return placeholder if replaced == names else replaced
