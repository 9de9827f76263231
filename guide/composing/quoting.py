"""What the city's own documents say, quoted as it stands, with the document's name and year."""

from collections.abc import Iterable, Sequence

import regex

from guide.catalogue.messages import Messages
from guide.catalogue.sentences import sentences
from guide.composing.words import BEGINNING, word_beginnings
from guide.grounding.verify import Drafted
from guide.model.passage import Passage
from guide.model.terms import Language
from guide.retrieval.passages import Hit

MOST = 2
"""Quotes in one answer: the entries answer, the documents back it up."""
SHARED = 2
"""Weight of the words that a quote must share with the question, by their beginnings."""
TELLING = 8
"""Letters of a shared beginning that counts twice: a long word tells more than a short one."""
SAID = 0.6
"""Share of a quote's words, those of the question aside, that earlier sentences may have said
before it adds nothing."""
LONGEST = 60
"""Words; what is longer is a list or a table that no one can read in an answer."""

_NUMBER = regex.compile(r"\d+(?:[.,]\d+)*")


class DocumentQuoter:
    """Picks the sentences of documents that share most words with a question."""

    def __init__(self, messages: Messages, language: Language) -> None:
        self._messages = messages
        self._language = language if language is Language.EN else Language.SV

    def candidates(self, question: str, hits: Sequence[Hit]) -> list[Drafted]:
        """Sentences that may be quoted: those that share most words with the question first, and
        of these those of the passages that fit best."""
        found = [
            (-_shared(question, text), place, self._quote(text, hit.passage))
            for place, hit in enumerate(hits)
            for text in sentences(hit.passage.text)
            if len(text.split()) <= LONGEST
        ]
        found.sort(key=lambda one: one[:2])
        return [quote for shared, _, quote in found if -shared >= SHARED]

    def _quote(self, text: str, passage: Passage) -> Drafted:
        source = passage.evidence[0]
        year = source.as_of
        dated = year is not None and str(year) not in source.title
        title = f"{source.title} ({year})" if dated else source.title
        lead = self._messages.get("fakta.document", self._language, title=title)
        return Drafted(text, text, passage, lead=f"{lead} ")


def unsaid(question: str, candidates: Sequence[Drafted], told: Sequence[Drafted]) -> list[Drafted]:
    """At most two quotes that say what `told` has not said, the newest document first."""
    asked = word_beginnings(question)
    said = [_substance(draft) for draft in told]
    quotes: list[Drafted] = []
    for quote in candidates:
        words = _substance(quote) - asked
        new = all(len(words & earlier) < SAID * len(words) for earlier in said)
        if words and new and len(quotes) < MOST:
            quotes.append(quote)
            said.append(words)
    return sorted(quotes, key=lambda quote: -(quote.passage.evidence[0].as_of or 0))


def says_anew(draft: Drafted, told: Iterable[Drafted]) -> bool:
    """Whether a sentence says something that no one of those before it said."""
    words = _substance(draft)
    return not words or all(len(words & _substance(one)) < SAID * len(words) for one in told)


def _shared(question: str, text: str) -> int:
    """Words in common, long ones counted twice."""
    return sum(
        len(word_beginnings(question, letters) & word_beginnings(text, letters))
        for letters in (BEGINNING, TELLING)
    )


def _substance(draft: Drafted) -> set[str]:
    """What tells one sentence from another: its longer words and its numbers."""
    return word_beginnings(draft.text) | set(_NUMBER.findall(draft.text))
