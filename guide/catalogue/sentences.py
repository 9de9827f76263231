"""Sentences of a text, verbatim."""

import regex

_ABBREVIATIONS = (
    "bl.a", "t.ex", "d.v.s", "dvs", "m.fl", "m.m", "o.s.v", "osv", "s.k", "ca", "kl", "kap", "jfr",
    "nr", "tel", "st", "e.g", "i.e", "dr", "mr", "mrs", "f.d", "fr.o.m", "t.o.m", "resp", "max",
    "min", "obs", "prop",
)  # fmt: skip
_END = regex.compile(r"(?<=[.!?…][\"”»)\]]?)\s+(?=[\"“”»(]?[\p{Lu}\p{Lo}\d])|\n+")


def sentences(text: str) -> list[str]:
    """Splits at sentence ends and line breaks; every part is a verbatim piece of the text."""
    parts: list[str] = []
    start = 0
    for gap in _END.finditer(text):
        if "\n" in gap.group() or not _abbreviated(text[start : gap.start()]):
            parts.append(text[start : gap.start()])
            start = gap.end()
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def _abbreviated(part: str) -> bool:
    last = part.rsplit(maxsplit=1)[-1].casefold() if part.strip() else ""
    return last.rstrip(".").lstrip("(") in _ABBREVIATIONS and last.endswith(".")
