"""Words that make a sentence say more than its quote: stronger, wider, surer, or without the
condition or the time that the quote gives."""

import regex

_STRONGER = tuple(
    regex.compile(rf"\b(?:{words})\b")
    for words in (
        r"alltid|jämt|ständigt|always|every time|any time|när som helst",
        r"alla|allas|(?<!framför )allt|samtliga|varje|var och en|"
        r"vem som helst|oavsett|all|every|everyone|"
        r"everybody|anyone|anybody|whoever|anything|everything",
        r"måste|skyldig\p{L}*|skyldighet\p{L}*|krävs|kräver|tvung\p{L}*|plikt\p{L}*|"
        r"must|have to|has to|required|obliged|obligation",
        r"rätt till|har rätt|ha rätt|berättig\p{L}*|entitled|right to",
        r"garanter\p{L}*|lov(?:ar|ade|at)|löfte\p{L}*|utlov\p{L}*|säkert|definitivt|"
        r"guarantee\p{L}*|promis\p{L}*|certainly|definitely|surely",
        r"ser till|såg till|gör att|får .{0,30}\batt|makes? sure|ensures?",
        r"bara|endast|enbart|only|solely|merely",
        r"omedelbart|genast|samma dag|dygnet runt|day and night|immediately|right away|at once|"
        r"same day|around the clock|snabbt|quickly",
        r"gratis|kostnadsfri\p{L}*|avgiftsfri\p{L}*|free|free of charge",
        r"anonym\p{L}*|hemlig\p{L}*|sekretess\p{L}*|tystnadsplikt\p{L}*|confidential\p{L}*|secret",
        r"besluta\p{L}*|bestämm\p{L}*|avgör\p{L}*|decid\p{L}*|decision",
        r"fortfarande|ännu|still|längre|any longer|anymore",
        r"hela|whole|entire|i landet|i sverige",
    )
)
_WEAK = regex.compile(
    r"\b(?:kan|kunde|kunna|får|möjlig\p{L}*|möjligen|kanske|ibland|ofta|oftast|brukar|"
    r"can|could|may|might|perhaps|sometimes|often|usually|able)\b"
)
_WEAK_TOLD = regex.compile(
    rf"{_WEAK.pattern}|\bgår att\b|^\W*(?:ring|fråga|hör efter|kontakta|vänd|be|"
    r"call|ask|contact)\b|"
    r"\b(?:hänvisa|bör)\p{L}*|\bdu når\b|\byou reach\b"
)
_INTENDED = regex.compile(
    r"\b(?:skulle|ville|planera\p{L}*|plan|planer|planen|förslag\p{L}*|före(?:slår|slog|slagit|slagen)|idé\p{L}*|"
    r"mål|målet|målen|ska|förbered\p{L}*|avsikt\p{L}*|tänkt|tanken|would|was to|were to|plans?|"
    r"planned|proposal|propos\p{L}*|aims?|aimed|goal|meant|intended|idea|"
    r"purpose|syft\p{L}*)\b"
)
_CONDITION = regex.compile(
    r"(?:^|[,;]\s*|\b(?:och|men|eller|and|but|or)\s+)(?:om|ifall|när|if|when|unless)\s|"
    r"\bom (?:du|dig|man|någon|de|ni|det|den|ett|en|han|hon|hen|barn\p{L}*|personal\p{L}*)\b|"
    r"\b(?:if|unless|when (?:you|a|the|someone|somebody|parents?|living)|until|innan|before)\b|"
    r"^(?:är|har|går|behöver|kan|förstår|vill|bor|vet) (?:du|ni|ditt|din)\b|\bhögst\b|\bminst\b|"
    r"\bför (?:den|dem|dig|de) som\b|\bden som\b|\bdem som\b|\bpeople who\b|"
    r"\bfor (?:you|those) who\b"
)
_CONDITION_TOLD = regex.compile(
    r"\b(?:om|ifall|när|vid|innan|inför|före|till|som|if|when|unless|until|before|who|whose|"
    r"in case)\b|"
    r"\b(?:är|har|går|behöver|kan|förstår|vill|bor|vet|får|söker|ringer|omfattas|undrar) "
    r"(?:du|ni|ditt|din|barnet)\b|\b(?:högst|minst|mest|max)\b|"
    r"^\p{L}+ (?:du|ni|man|ditt|din|barnet)\b|\b(?:med|utan|with|without|"
    r"having|needing|seeking|where)\b"
)
_RESERVED = regex.compile(r"\b(?:men|dock|but|however)\b")
_RESERVED_TOLD = regex.compile(
    r"\b(?:men|dock|fast|trots|även om|utan|but|however|although|though|while|not)\b"
)
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PAST = regex.compile(
    r"\b(?:var|fanns|hade|skulle|tidigare|förr|förut|ville|blev|was|were|had|former\p{L}*|"
    r"earlier|used to)\b"
)


def strengthened(text: str, quote: str) -> bool:
    """Whether the text holds a strong word of a kind that the quote lacks, or tells as a fact what
    the quote tells as possible or meant. Both in lower case."""
    if any(kind.search(text) and not kind.search(quote) for kind in _STRONGER):
        return True
    if _WEAK.search(quote) and not _WEAK_TOLD.search(text):
        return True
    return bool(_INTENDED.search(quote)) and not (_INTENDED.search(text) or _PAST.search(text))


def dropped_conditions(text: str, quote: str) -> bool:
    """Whether the quote has a condition, a reservation or a year and the text none.

    Both in lower case.
    """
    if _CONDITION.search(quote) and not _CONDITION_TOLD.search(text):
        return True
    if _RESERVED.search(quote) and not _RESERVED_TOLD.search(text):
        return True
    years = set(_YEAR.findall(quote))
    return bool(years) and not years & set(_YEAR.findall(text))
