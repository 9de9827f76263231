"""Who a sentence is about: persons, groups and institutions that its quote must name as well."""

import regex

_WORDS = (
    r"barn|child|kid(?:s|\b)|små|elev|pupil|dotter|dötter|son\b|söner",
    r"ung|tonår|young|youth|teen|barn|child|elev|pupil",
    r"vux|adult",
    r"äldre\b(?! och odat)|pensionär|senior|older people|elderly",
    r"kvinn|tjej|flick|wom[ae]n|girl",
    r"män\b|männen|mäns|pojk|kill|men\b(?! )|man and|boys?\b",
    r"föräld|mamm|mödr|papp|fäder|vårdnadshav|parent|mother|father|mum|dad\b",
    r"famil|hushåll|anhörig|närstå|relativ|står nära|household|partner",
    r"lärar|teacher",
    r"rektor|head teacher|principal",
    r"skol|elev|school|pupil|klass",
    r"läkar|doctor|sjukskötersk|nurse",
    r"polis|police",
    r"domstol|tingsrätt|court",
    r"socialsekret|handlägg|case ?worker|social worker",
    r"grann|neighbour",
    r"socialtjänst|socialförvalt|förvaltning|social services|administration|"
    r"stad|city|kommun|municip",
    r"region|vård|sjukhus|hospital|health|treatment|care",
    r"krist|muslim|relig|christian",
    r"hemlös|bostadslös|homeless",
    r"arbetsgiv|employer|chef|manager",
    r"förening|volont|ideell|associat|volunteer|club",
    r"alkohol|drick|alcohol|drink",
    r"drog|narkot|drug",
    r"spel|gambl",
    r"pengar|betal|lön\b|lönen|skuld|money|pays?\b|paid|debt|ekonomi|kost|pris|cost|fee",
    r"lägenhet|bostad|bostäd|boende|hem\b|hemmet|flat|apartment|hous|home",
    r"jobb|praktik|jobs?\b|employ",
    r"adress|address",
    r"telefonnummer|phone number",
    r"öppettid|opening hours",
    r"vänt|waiting|\bkö",
    r"åldersgräns|ålder\b|age limit|age\b|years? (?:old|of age)",
    r"skriv\p{L}* ner|antecknas|spara|dokument|written down|writes? down|keeps|recorded",
    r"minst|at least",
    r"högst|som mest|max|inom \d|at most|within \d|up to",
    r"aldrig|never",
)
_KINDS = tuple(
    (regex.compile(rf"\b(?:{words})"), regex.compile(words.replace(r"|\b", "|")))
    for words in _WORDS
)
"""As the sentence says it, and as the quote may: there also inside a longer word."""
_INSTITUTION = regex.compile(
    r"\b\p{L}{3,}(?:förvaltning|nämnd|jour|myndighet|kassa|verket|mottagning|styrelse|linje|byrå)"
    r"\p{L}*"
)
_PROPER = regex.compile(r"(?<=[\p{Ll}\d,;:)]\s)\p{Lu}[\p{L}\d]{2,}")
_BEGINNING = 6
_BOUND = regex.compile(r"\b(?:måste|skyldig\p{L}*|skyldighet\p{L}*|must|have to|obliged|shall)\b")
_BOUND_TOLD = regex.compile(rf"{_BOUND.pattern}|\b(?:ska|skall|krävs|kräver|has to|required)\b")


def others_named(text: str, quote: str) -> bool:
    """Whether the sentence speaks of somebody, or of a limit, that the quote does not."""
    said, given = text.casefold(), quote.casefold()
    if any(here.search(said) and not there.search(given) for here, there in _KINDS):
        return True
    words = [*_INSTITUTION.findall(said), *(found.casefold() for found in _PROPER.findall(text))]
    return any(word[:_BEGINNING] not in given for word in words)


def weakened(text: str, quote: str) -> bool:
    """Whether the quote says that something must be done, and the sentence does not."""
    given, said = quote.casefold(), text.casefold()
    return bool(_BOUND.search(given)) and not _BOUND_TOLD.search(said)
