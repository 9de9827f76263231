"""Which sentences of a document may be quoted: what it tells, not what records and fields tell."""

from collections.abc import Iterable

import regex

from guide.grounding.verify import Drafted
from guide.model.contact import Contact, national_digits
from guide.model.terms import Audience
from guide.rules.text import normalise

_WAY = regex.compile(
    r"(?:\p{L}[\p{L}\d+.\-]*:)?//[^\s)\]>\"'”]+|\bwww\.[^\s)\]>\"'”]+|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+|"
    r"(?<![@\w.])(?:[\w\-]+\.)+(?:se|nu|com|org|net|eu|io|example)\b(?:/[^\s)\]>\"'”]*)?",
    regex.I,
)
_YEARS = r"(?:19|20)\d\d(?:[-/–](?:\d\d|(?:19|20)\d\d))?(?:-\d\d)?(?!\d)"
_TELEPHONE = regex.compile(r"(?<![\d\-.,])(?:\+|0)\d(?:[ \-–/().]{0,3}\d){5,}(?!\d)")
_LONG_NUMBER = regex.compile(
    rf"(?<![\d\-])(?!{_YEARS}(?![ \-/]\d))\+?\d(?:[ \-–/().]{{0,3}}\d){{6,}}"
    r"(?!\d)(?!\s*(?:kronor|kr|tkr|mkr|mnkr|sek)\b)",
    regex.I,
)
_MARKUP = regex.compile(
    r"<\s*[/!?|%]?\s*\p{L}|<!--|\]\s*\(|\{\{|\}\}|\{%|\$\{|```|\|>|<\||\.\./|"
    r"\b(?:javascript|vbscript|data)\s*:\s*\S|\bon\w{3,12}\s*=|\bdrop\s+table\b|\bunion\s+select\b",
    regex.I,
)
_TO_A_MACHINE = regex.compile(
    r"\b(?:ignorera|glöm|bortse|strunta|åsidosätt|ignore|forget|disregard|override)\b.{0,40}"
    r"\b(?:instruk|regel|regler|uppmaning|instruct|rule|prompt|guideline|filter)|"
    r"\bsystem\s?prompt|(?:^|[\s\[<#*])(?:system|assistant|assistent|developer|user|användare)\s*[:\]>]|"
    r"\binstruk\w*\s+(?:till|to|for)\s+(?:ai|modellen|guiden|the\s+(?:model|guide))\b"
)
_NEEDS_TEST = regex.compile(r"behovspröv|biståndsbedöm|biståndsprövning|needs[\s-]assess")


class Quotable:
    """Judges sentences of documents by the records of one published state.

    How to reach anybody is told by contact records, and to residents whether an assessment comes
    first by a field of the entry: a document may be old, or say what nobody has checked.
    """

    def __init__(self, contacts: Iterable[Contact]) -> None:
        known = tuple(contacts)
        ways = (way for one in known for way in (one.url, one.email) if way)
        self._ways = frozenset(_bare(way) for way in ways)
        self._numbers = frozenset(national_digits(one.phone) for one in known if one.phone)

    def admits(self, quote: Drafted, audience: Audience) -> bool:
        """False where the sentence, or the heading or the anchor it is shown with, holds markup,
        an address or a telephone number of no contact record, or speaks to a machine; for
        residents also where it is about needs assessment or holds any long number but a sum of
        money."""
        anchors = (line.anchor or "" for line in quote.passage.evidence)
        shown = (quote.text, quote.passage.title, *anchors)
        return all(self._is_told(text, audience) for text in shown)

    def _is_told(self, text: str, audience: Audience) -> bool:
        read = normalise(text)
        if _MARKUP.search(text) or _TO_A_MACHINE.search(read):
            return False
        to_resident = audience is Audience.RESIDENT
        if to_resident and _NEEDS_TEST.search(read):
            return False
        ways = (_bare(way) for way in _WAY.findall(text))
        pattern = _LONG_NUMBER if to_resident else _TELEPHONE
        numbers = (national_digits(found) for found in pattern.findall(text))
        return all(way in self._ways for way in ways) and all(n in self._numbers for n in numbers)


def _bare(way: str) -> str:
    """An address without what may be left out when it is written."""
    plain = way.casefold().rstrip(".,;:!?").removeprefix("https:").removeprefix("http:")
    return plain.strip("/").removeprefix("www.")
