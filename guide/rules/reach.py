"""Shapes of telephone numbers, e-mail addresses and street addresses."""

import regex

_LOCAL = r"[\p{L}\d._%+\-]"
_HOST = r"[\p{L}\d\-]+(?:\.[\p{L}\d\-]+)+"
_TOKEN = r"[\p{L}\d_%+\-]{1,64}+"
_DOT = r"(?: ?\. ?| ?[(\[](?:dot|punkt)[)\]] ?| (?:dot|punkt|pkt) )"
_SPOKEN_DOT = r" (?:dot|punkt|pkt) "
_AT = r"(?: ?[(\[{<] ?(?:at|a|@|snabel-?a|på) ?[)\]}>] ?| ?snabel-?a |\s{1,2}@\s{0,2}|@\s{1,2})"
EMAIL = regex.compile(
    rf"(?i)(?<!{_LOCAL}){_LOCAL}++@{_HOST}"
    rf"|(?<![\p{{L}}\d_%+.\-])(?:(?<=(?:är|is|:) )(?:{_TOKEN} ){{1,3}}?)?"
    rf"{_TOKEN}(?:{_DOT}{_TOKEN}){{0,3}}{_AT}{_TOKEN}(?:{_DOT}\p{{L}}{{2,20}}\b){{1,3}}"
    rf"|(?<![\p{{L}}\d_%+.\-]){_TOKEN}(?:{_DOT}{_TOKEN}){{0,3}} at "
    rf"{_TOKEN}(?:{_SPOKEN_DOT}\p{{L}}{{2,20}}\b){{1,3}}"
)
EMAIL_HINT = regex.compile(r"(?i)@|snabel|[(\[{<] ?(?:at|a|på) ?[)\]}>]| (?:dot|punkt|pkt) ")
"""Without any of these a text holds no e-mail address."""
_NO_TIME = r"(?!(?:[01]\d|2[0-4])[.: ]?[0-5]\d ?- ?(?:[01]\d|2[0-4])[.: ]?[0-5]\d(?!\d| \d))"
_NO_DATE = r"(?!0\d[ \-./]\d\d[ \-./](?:19|20)\d\d(?!\d))"
PHONE = regex.compile(
    r"(?<![\d+])(?<!\d[-.])(?:"
    r"(?:\+ ?|00)[1-9](?:[ \-./]{0,3}\(?\d\)?){6,13}"
    r"|\(?07\d\)?(?:[ \-./]{0,3}\d){7}"
    r"|46[ ]?7\d(?:[ \-]?\d){7}"
    r"|0\d{7,9}"
    r"|(?!97[89])\d{11,13}"
    rf"|{_NO_DATE}{_NO_TIME}"
    r"\(?0[1-9]\d{0,2}\)?[ \-./]{1,3}\d{2,3}(?:[ \-.]?\d{2,3}){1,3}"
    r")(?!\d)"
)
_LABEL = (
    r"\b(?:tel(?:efon)?(?:n(?:umme)?r)?|mobil(?:n(?:umme)?r)?|phone(?: number)?|mobile|whatsapp|"
    r"هاتفي|تلفون|موبايل|телефон|taleefan\w*|تلفن|موبایل)"
)
LABELLED_PHONE = regex.compile(
    rf"(?i)(?P<lead>{_LABEL}[ .:]{{0,3}}(?:är |is |waa )?)(?<![\d+])"
    r"(?P<number>[1-9](?:[ \-./]{0,2}\d){6,13})(?!\d)"
)
"""A number without its leading zero or country code, after the word telephone."""

_NO_STREET = r"(?!(?:\w*(?:[^g]s|ande|vård|bo|budget|tids|köns|sip)plan|torg)\b)"
_END = (
    r"(?:gatan|gata|gränden|gränd|torget|torg|vägen|väg|stigen|stig|allén|allé|plan|backen|backe|"
    r"leden|esplanaden|promenaden|plats|gångväg|slingan)"
)
_END_ALONE = r"(?:gata|gränd|torg|väg|stig|allé|plats|backe|esplanad|park|plan|kaj|strand)"
_GENITIVE_END = r"(?:gata|gränd|torg|väg|stig|allé)"
_BEFORE = r"(?i:Södra|Norra|Västra|Östra|Stora|Lilla|Gamla|Nya|Övre|Nedre|S|N|V|Ö)[.]? "
_NO_LEAD = (
    r"(?!(?:på|i|från|vid|bor|till|är|vi|jag|min|och|hos|en|den|in|at|on|of|the|adress\w*)\b)"
)
_HOUSE = (
    r"(?!(?:19|20)\d\d\b)\d{1,4}(?: ?[\-/] ?\d{1,3}(?!\d))?"
    r"(?:(?:[A-Za-z]| [A-HJ-Za-hj-z])(?!\p{L}))?"
)
_FLOOR = (
    r"(?:,? (?:lgh|lägenhet|vån(?:ing)?|våning|bv|nb|uppgång|port)\b\.? ?\d*"
    r"|,? \d{1,2} ?(?:tr|trappor|trappa|vån)\b)"
)
_POSTCODE = r"(?:,? (?:SE?-)?\d{3} ?\d\d(?!\d))"
_SUFFIXES = rf"{_FLOOR}{{0,2}}{_POSTCODE}?"
_NO_COUNT = r"(?! ?(?:gånger|meter|m|km|mil|år|barn|steg|minuter|min|kr|kronor|procent|%)(?!\p{L}))"
_CAPITAL = r"\p{Lu}[\p{L}.:'\-]{0,40}+"
ADDRESS = regex.compile(
    rf"\b(?:{_BEFORE})?(?:\p{{Lu}}\p{{L}}{{1,20}} )?"
    rf"(?i:{_NO_STREET}\p{{L}}[\p{{L}}\-]{{1,40}}{_END}) {_HOUSE}{_SUFFIXES}{_NO_COUNT}\b"
    rf"|\b{_CAPITAL}(?: {_CAPITAL}){{0,2}} {_END_ALONE} {_HOUSE}{_SUFFIXES}{_NO_COUNT}\b"
    rf"|\b(?i:(?:{_NO_LEAD}\p{{L}}{{1,20}} ){{0,2}}\p{{L}}{{2,20}}s {_GENITIVE_END}) "
    rf"{_HOUSE}{_SUFFIXES}{_NO_COUNT}\b"
    rf"|\b{_CAPITAL}(?: {_CAPITAL})? {_HOUSE}{_FLOOR}{{0,2}}{_POSTCODE}(?=,? \p{{Lu}})"
    r"|\b\d{1,4}[A-Za-z]? (?:\p{Lu}[\p{L}'\-]+ ){1,3}"
    rf"(?:Street|Road|Avenue|Lane|Drive|Square|Close|St|Rd|Ave)\b{_SUFFIXES}"
)
LIVES_AT = regex.compile(
    r"(?P<lead>(?i:\b(?:bor|boende|bott|hemma|live|living|lives)) (?i:på|i|vid|at|on) |"
    r"(?i:\b(?:adress(?:en)?|address)(?: är| is)?:? ))"
    rf"(?P<number>{_CAPITAL}(?: {_CAPITAL}){{0,2}} {_HOUSE}{_SUFFIXES}){_NO_COUNT}(?![\d.:]\d)\b"
)
"""A street by any name with a house number, where somebody says that they live."""
