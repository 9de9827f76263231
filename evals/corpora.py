"""Do queries find their texts? Each leg of the search over a corpus of its own."""

from collections.abc import Iterator, Sequence

from evals.legs import ALL_LEGS, document, passage, ranking
from evals.measured import Case, place
from evals.metrics import scores
from evals.retrieval import Progress, RetrievalEval
from evals.sets import CorpusQuery, CorpusSet
from evals.timing import Stopwatch
from guide.model.passage import Passage
from guide.model.terms import Audience

SHOWN = 10


class CorpusEval:
    """Ranks the texts of a set for each of its queries, leg by leg."""

    def __init__(self, retrieval: RetrievalEval, stopwatch: Stopwatch, progress: Progress) -> None:
        self._retrieval = retrieval
        self._stopwatch = stopwatch
        self._progress = progress

    def cases(self, given: CorpusSet) -> Iterator[Case]:
        """One case for each query that something in the corpus answers."""
        indexed = self._retrieval.index(given.documents)
        name = passage if given.by_passage else document
        for done, query in enumerate(given.queries, 1):
            relevant = holding(query, indexed.passages) if given.by_passage else query.relevant
            with self._stopwatch.search():
                hits = indexed.search.search(query.text, Audience.RESIDENT)
            ranked = {leg: ranking(hits, score, name) for leg, score in ALL_LEGS.items()}
            if relevant:
                yield _case(given.name, query, relevant, ranked)
            self._progress(given.name, done, len(given.queries))


def holding(query: CorpusQuery, passages: Sequence[Passage]) -> tuple[str, ...]:
    """Passages of the relevant texts that hold one of the answers, in any case."""
    answers = [answer.casefold() for answer in query.answers]
    pages = frozenset(query.relevant)
    return tuple(
        p.id
        for p in passages
        if p.service_id in pages and any(answer in p.text.casefold() for answer in answers)
    )


def _case(
    name: str, query: CorpusQuery, relevant: tuple[str, ...], ranked: dict[str, list[str]]
) -> Case:
    return Case(
        set=name,
        id=query.id,
        question=query.text,
        groups=query.groups,
        relevant=relevant,
        ranks={leg: place(found, relevant) for leg, found in ranked.items()},
        first={leg: tuple(found[:SHOWN]) for leg, found in ranked.items()},
        scores={leg: scores(found, relevant) for leg, found in ranked.items()},
    )
