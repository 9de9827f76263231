"""A judge's reply, read strictly: what is not of the two forms makes the whole of it unreadable.

Blank lines and the marks of a code block are let through: they say nothing."""

from collections.abc import Iterator
from typing import cast

import regex

from evals.model_judge.rubric import LABELS, VERDICTS, Label, Verdict
from guide.model.value import Value

LEAST_WORDS = 3
"""Of a quote; fewer are found in any text."""
_BLOCK = regex.compile(r"```\w*")
_FORMS = "|".join(VERDICTS)
_CLAIM = regex.compile(rf"(\d{{1,3}}): ({_FORMS})\s*[«\"“](.*)[»\"”]", regex.I)
_LABEL = regex.compile(rf"LABEL: ({'|'.join(LABELS)})\.?", regex.I)


class Unreadable(Exception):
    """The reply is not in the form that was asked for; says which line, nothing is guessed."""


class Claim(Value):
    """A verdict on one sentence. `stands`: its quote is in what the judge was shown; a verdict
    whose quote does not stand counts for nothing."""

    sentence: int
    verdict: Verdict
    quote: str
    stands: bool


class Reply(Value):
    """A label and the claims, in the order of the sentences. A sentence may be left out."""

    label: Label
    claims: tuple[Claim, ...]


def parsed(text: str, sentences: int, material: str) -> Reply:
    """The reply. `material` is what may be quoted, with single spaces.

    Raises:
        Unreadable: a line is of neither form, a sentence is not there or stands twice, the label
            is missing, stands twice or not last.
    """
    stripped = (line.strip() for line in text.splitlines())
    lines = [line for line in stripped if line and not _BLOCK.fullmatch(line)]
    if not lines:
        raise Unreadable("nothing was written")
    *before, last = lines
    label = _LABEL.fullmatch(last)
    if label is None:
        raise Unreadable(f"the last line is no label: {_short(last)}")
    claims = {claim.sentence: claim for claim in _claims(before, sentences, material)}
    if len(claims) < len(before):
        raise Unreadable("a sentence is judged twice")
    in_order = tuple(claims[number] for number in sorted(claims))
    return Reply(label=cast("Label", label[1].lower()), claims=in_order)


def _claims(lines: list[str], sentences: int, material: str) -> Iterator[Claim]:
    for line in lines:
        found = _CLAIM.fullmatch(line)
        if found is None:
            raise Unreadable(f"a line of neither form: {_short(line)}")
        if not 1 <= int(found[1]) <= sentences:
            raise Unreadable(f"there is no sentence {found[1]}")
        yield Claim(
            sentence=int(found[1]),
            verdict=cast("Verdict", found[2].lower()),
            quote=found[3].strip(),
            stands=_stands(found[3], material),
        )


def _stands(quote: str, material: str) -> bool:
    words = quote.split()
    if len(words) < LEAST_WORDS:
        return False
    whole = regex.escape(" ".join(words))
    return regex.search(rf"(?<!\w){whole}(?!\w)", material) is not None


def _short(line: str) -> str:
    return line if len(line) <= 80 else f"{line[:80]}…"
