"""Does personal data go, and nothing else? What masking leaves, takes and takes beside.

Nothing here holds a message's text, so that figures of the reporting part can be shown.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

import regex
from pydantic import model_validator

from evals.data_files import BadData, Line
from evals.routing import share
from guide.model.terms import Language
from guide.model.value import Value
from guide.rules.personal_data import PersonalData, mask
from guide.rules.text import visible
from guide.settings import PROJECT

FOLDER = PROJECT / "evals" / "data" / "personal_data"
NUMBERS_FILE = "test_personnummer.txt"
Part = Literal["tuning", "reporting", "numbers"]
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}_]+")
_BY_WORDS = frozenset({PersonalData.NAME, PersonalData.ADDRESS, PersonalData.EMAIL})
"""Kinds of which no word may be left; of the others no word with a digit."""
_PLACEHOLDERS = regex.compile(r"\L<names>", names=[kind.placeholder for kind in PersonalData])


class Datum(Value):
    """One piece of personal data, as it stands in the message."""

    kind: PersonalData
    text: str


class MaskingCase(Line):
    """A message and all personal data in it; `like` says what a message without any resembles."""

    lang: Language
    text: str
    data: tuple[Datum, ...]
    like: str | None

    @model_validator(mode="after")
    def _consistent(self) -> "MaskingCase":
        if bool(self.data) == (self.like is not None):
            raise ValueError("give either data or what the message is like")
        for datum in self.data:
            if self.text.count(datum.text) != 1:
                raise ValueError("each datum must stand once in the text")
        return self


class Masking(Value):
    """What became of one message: each datum's kind and whether it is gone, words lost beside."""

    id: str
    lang: Language
    like: str | None
    gone: tuple[tuple[PersonalData, bool], ...]
    lost: int
    told: bool

    @property
    def wrong(self) -> bool:
        """Whether a datum is left, or anything else is not."""
        return self.lost > 0 or not all(gone for _, gone in self.gone)


def masking(case: MaskingCase, own_numbers: frozenset[str]) -> Masking:
    """Masks the message and counts words: a datum is gone when no telling word of it is left."""
    kept, text = case.text, _PLACEHOLDERS.sub(" ", mask(case.text, own_numbers).text)
    for datum in case.data:
        kept = kept.replace(datum.text, " ")
    must_stay, left = _words(kept), _words(text)
    leaked = left - must_stay
    return Masking(
        id=case.id,
        lang=case.lang,
        like=case.like,
        gone=tuple((datum.kind, not _telling(datum) & leaked.keys()) for datum in case.data),
        lost=(must_stay - left).total(),
        told=bool(mask(case.text, own_numbers).kinds),
    )


def summary(found: Sequence[Masking]) -> dict[str, Any]:
    """Every figure of a run over messages, ready for JSON."""
    with_data = [one for one in found if one.gone]
    peace = [one for one in found if not one.gone]
    return {
        "n": len(found),
        "recall": _recall(found),
        "told": share(one.told for one in with_data).model_dump(),
        "by_kind": {kind: _recall(found, kind) for kind in PersonalData},
        "by_lang": {
            lang: {
                "recall": _recall(one for one in found if one.lang is lang),
                "false_alarm": _alarms(one for one in peace if one.lang is lang),
            }
            for lang in Language
        },
        "false_alarm": _alarms(peace),
        "by_like": {
            like: _alarms(one for one in peace if one.like == like) for like in _likes(peace)
        },
        "messages_that_lost_words": share(one.lost > 0 for one in with_data).model_dump(),
        "words_lost": sum(one.lost for one in with_data),
    }


SHAPES: dict[str, Callable[[str], str]] = {
    "12 digits": lambda n: n,
    "12 digits, dash": lambda n: f"{n[:8]}-{n[8:]}",
    "12 digits, plus": lambda n: f"{n[:8]}+{n[8:]}",
    "12 digits, space": lambda n: f"{n[:8]} {n[8:]}",
    "12 digits, no-break space": lambda n: f"{n[:8]}\u00a0{n[8:]}",
    "12 digits, en dash": lambda n: f"{n[:8]} \u2013 {n[8:]}",
    "12 digits, slash": lambda n: f"{n[:8]}/{n[8:]}",
    "date with dashes": lambda n: f"{n[:4]}-{n[4:6]}-{n[6:8]}-{n[8:]}",
    "date with dots": lambda n: f"{n[:4]}.{n[4:6]}.{n[6:8]}-{n[8:]}",
    "date with slashes": lambda n: f"{n[:4]}/{n[4:6]}/{n[6:8]} {n[8:]}",
    "date with spaces": lambda n: f"{n[:4]} {n[4:6]} {n[6:8]} {n[8:]}",
    "century apart": lambda n: f"{n[:2]} {n[2:8]}-{n[8:]}",
    "10 digits": lambda n: n[2:],
    "10 digits, dash": lambda n: f"{n[2:8]}-{n[8:]}",
    "10 digits, plus": lambda n: f"{n[2:8]}+{n[8:]}",
    "10 digits, space": lambda n: f"{n[2:8]} {n[8:]}",
    "10 digits, dot": lambda n: f"{n[2:8]}.{n[8:]}",
    "10 digits, minus sign": lambda n: f"{n[2:8]}\u2212{n[8:]}",
    "coordination number": lambda n: f"{n[2:6]}{int(n[6:8]) + 60}-{n[8:]}",
    "coordination number, 12 digits": lambda n: f"{n[:6]}{int(n[6:8]) + 60}{n[8:]}",
    "full-width digits": lambda n: _in_digits(f"{n[:8]}-{n[8:]}", "\uff10"),
    "Arabic digits": lambda n: _in_digits(f"{n[2:8]}-{n[8:]}", "\u0660"),
    "Persian digits": lambda n: _in_digits(n, "\u06f0"),
    "glued to words": lambda n: f"nr{n[2:8]}-{n[8:]}tack",
    "birth date and last four": lambda n: f"född {n[2:8]}, sista fyra {n[8:]}",
}
"""Ways to write a number of twelve digits."""


def published_numbers(folder: Path | None) -> list[str]:
    """Published test numbers, twelve digits each.

    Raises:
        BadData: no folder is set, or the file cannot be read or holds something else.
    """
    if folder is None:
        raise BadData(f"set GUIDE_EVALDATA to the folder that holds {NUMBERS_FILE}")
    path = folder / NUMBERS_FILE
    try:
        numbers = path.read_text(encoding="utf-8").split()
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(f"{path} cannot be read: {error}") from error
    if bad := [place for place, n in enumerate(numbers, 1) if not regex.fullmatch(r"\d{12}", n)]:
        raise BadData(f"{path}: number {bad[0]} has not twelve digits")
    return numbers


def numbers_summary(numbers: Sequence[str]) -> dict[str, Any]:
    """Recall for each shape over all numbers: no digit of the number may be left."""
    by_shape = {
        shape: share(_no_digit_left(write(number)) for number in numbers)
        for shape, write in SHAPES.items()
    }
    hits = sum(found.hits for found in by_shape.values())
    total = sum(found.n for found in by_shape.values())
    return {
        "n": len(numbers),
        "recall": share([True] * hits + [False] * (total - hits)).model_dump(),
        "by_shape": {shape: found.model_dump() for shape, found in by_shape.items()},
    }


def _no_digit_left(written: str) -> bool:
    text = mask(f"Jag har {written} och undrar", frozenset()).text
    return not any(character.isdigit() for character in text)


def _in_digits(text: str, zero: str) -> str:
    return "".join(chr(ord(zero) + int(c)) if c.isdigit() else c for c in text)


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(visible(text).casefold()))


def _telling(datum: Datum) -> set[str]:
    words = set(_words(datum.text))
    if datum.kind in _BY_WORDS:
        return words
    return {word for word in words if any(character.isdigit() for character in word)}


def _recall(found: Iterable[Masking], of: PersonalData | None = None) -> dict[str, Any]:
    hits = (gone for one in found for kind, gone in one.gone if of is None or kind is of)
    return share(hits).model_dump()


def _alarms(found: Iterable[Masking]) -> dict[str, Any]:
    return share(one.told or one.lost > 0 for one in found).model_dump()


def _likes(found: Iterable[Masking]) -> list[str]:
    return sorted({one.like for one in found if one.like is not None})
