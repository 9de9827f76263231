"""Shapes of case numbers, bank accounts and papers that prove who somebody is."""

import regex

_STATUTE = r"(?!(?:SOU|SFS|SOSFS|HSLF|Ds|DS|NJA|HFD|RÅ|JO|ISBN|ISSN|HT|VT|KL|EU|EG)\b)"
_NO_YEAR = r"(?!(?:19|20)\d\d(?!\d))"
_NO_YEARS = r"(?!(?:19|20)\d\d[-/](?:(?:19|20)\d\d|\d\d)(?!\d))"
CASE = regex.compile(
    r"(?i:\b(?:dnr|diarienummer|diarienr|ärendenummer|ärendenr|"
    r"ärende(?:t)?s? (?:nr|nummer)|målnummer|målnr|mål nr|aktnummer|aktnr|"
    r"(?:case|file) (?:number|no|nr)|reference (?:number|no)))"
    r"[.: ]{0,3}(?:är |is |has )?"
    r"(?P<number>\p{L}{0,5}[ \-/]?\d[\p{L}\d]*(?:[\-/: ]\d+)*)"
    rf"|(?i:\b(?:ärende(?:t)?|akt|mål|case)) "
    rf"(?P<number>{_NO_YEARS}(?:\p{{Lu}}{{1,5}}[ \-/]?)?\d{{1,6}}[/\-:]\d{{2,6}}"
    r"(?:-\d{1,4})?)(?!\d)"
    rf"|(?<![\p{{L}}\d]){_STATUTE}(?P<number>\p{{Lu}}{{2,6}}[ \-/]?(?:19|20)\d\d[/\-]"
    rf"{_NO_YEAR}\d{{2,6}}(?:-\d{{1,4}})?)(?![\d:])"
)
_SAID = r"(?:[ .:=\-]{0,3}(?:nr|nummer|numret|number|no|har|är|has|is|med)\b){0,3}[ .:=]{0,3}"
_NO_MONEY = r"(?! ?(?:kr|kronor|sek|spänn|:-))"
ACCOUNT = regex.compile(
    r"(?P<lead>)(?P<number>(?i:(?<![\p{L}\d])[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){3,7}(?: ?\d{1,3})?)"
    r"(?![\p{L}\d]))"
    r"|(?P<lead>(?i:\b(?:bank)?konto(?:t|n(?:umme)?r)?|\b(?:bank )?account(?: number| no)?|"
    rf"\bswish(?:n(?:umme)?r)?)(?i:{_SAID}))"
    rf"(?P<number>\d(?:(?:, |[ \-.]{{1,2}})?\d){{5,18}})(?!\d){_NO_MONEY}"
    rf"|(?P<lead>(?i:\bclearing(?:n(?:umme)?r)?{_SAID}))(?P<number>\d{{4}}(?:-?\d)?)(?!\d)"
)
DOCUMENT = regex.compile(
    r"(?P<lead>(?i:\b(?:pass(?:et|port)?(?:n(?:umme)?r)?|lma[ \-]?(?:kort)?(?:et)?(?:n(?:umme)?r)?|"
    r"id-?kort(?:et)?|id-?handling|körkort(?:et)?|ut-?kort|uppehållstillstånd\w*|"
    r"dossiern(?:umme)?r|dossier|beteckningsn(?:umme)?r|паспорт\w*|baasaboor\w*)"
    r"|جواز (?:ال)?سفر\w*|گذرنامه|پاسپورت)"
    rf"(?i:{_SAID}))(?P<number>[A-Za-z]{{0,3}}[ \-]?\d(?:[ \-]?\d){{5,9}})(?!\d)"
)
