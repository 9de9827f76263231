"""Numbers set in columns: how many are there, and is that certain?"""

import regex

_TOKEN = regex.compile(r"[-+−–]?\d[\d.,:]*|%|\S+")
_THREE = regex.compile(r"^\d{3}$")
_HEAD = regex.compile(r"^[-+−–]?\d{1,3}$")
_UNITS = frozenset({"%", "kr", "tkr", "mnkr", "procent", "st"})
_BOUNDS = frozenset({"minst", "högst", "max", "min"})
_NUMBER = regex.compile(r"^[-+−–]?\d(?:[\d.,:]*\d)?$")


def is_values(line: str) -> bool:
    """Whether the line holds nothing but numbers, units and words such as 'Minst'."""
    tokens = [token.casefold() for token in _TOKEN.findall(line)]
    marks = [token for token in tokens if _NUMBER.match(token)]
    return bool(marks) and all(
        token in marks or token in _UNITS or token in _BOUNDS for token in tokens
    )


def values(text: str, columns: int) -> list[str] | None:
    """The values of a row, or None unless they can be told apart with certainty.

    Three digits after one to three others are read as their thousands. A run that so gives more
    or fewer values than there are columns, or a gap of two spaces (an empty cell), is uncertain.
    """
    if "  " in text.strip():
        return None
    found: list[str] = []
    open_ended = False
    for token in _TOKEN.findall(text):
        if token.casefold() in _UNITS and found:
            found[-1] += f" {token}"
            open_ended = False
        elif open_ended and _THREE.match(token):
            found[-1] += f" {token}"
        elif _NUMBER.match(token):
            found.append(token)
            open_ended = bool(_HEAD.match(token)) and token.lstrip("-+−–") != "0"
        else:
            return None
    return found if len(found) == columns else None
