"""Faults of form that an honest rewording commits: a negation inside a word, another word for
applying."""

import regex

from guide.grounding.verify import negations

_INSIDE = regex.compile(
    r"\bo(?:dater|säk|gift|nöjd|klar|känd|möjlig|tillräckl|enig|vanlig|lik|färdig|betal)\p{L}*|"
    r"\bmiss(?:nöj|lyck)\p{L}*|\b(?:sakna|brist|undvik|avstå|slut)\p{L}*|\bolika\b|"
    r"\bun(?:able|dated|sure|known|happy|married|employed|paid|certain)\b|"
    r"\b(?:avoid|lack|apart|refrain|dissatisf)\p{L}*"
)
"""Words that deny without a word of negation."""
_APPLY, _SEEK = regex.compile(r"\bansök\p{L}*"), regex.compile(r"\b(?:an)?sök\p{L}*")
_TESTED = regex.compile(r"behovspröv|biståndsbedöm|biståndsfri|assess|utredning")


def excused(fault: str, text: str, quote: str) -> bool:
    """Whether the fault is one of wording alone. Both texts in lower case."""
    if fault == "negation":
        more = negations(text) - negations(quote)
        inside = len(_INSIDE.findall(quote)) - len(_INSIDE.findall(text))
        return more != 0 and more == inside
    if fault == "needs_test":
        return bool(_APPLY.search(text) and _SEEK.search(quote)) and set(
            _TESTED.findall(text)
        ) <= set(_TESTED.findall(quote))
    return False
