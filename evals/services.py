"""Do questions find their services? Each leg of the search, and the guide's own ranking."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from evals.legs import ALL_LEGS, ranking
from evals.measured import Case, place
from evals.metrics import hit, reciprocal_rank
from evals.retrieval import Progress
from evals.sets import ServiceQuestion, ServiceSet
from evals.timing import Stopwatch
from guide.answering import Guide
from guide.model.question import Question
from guide.model.service import Service
from guide.model.terms import Audience, Shelf
from guide.retrieval.passages import PassageSearch

FIRST = 5
EVERYTHING = 1_000_000
SHOWN = 10


class Names:
    """Which entries a name of the data means: by name or alias, in any case."""

    def __init__(self, services: Iterable[Service]) -> None:
        self._ids: dict[str, set[str]] = defaultdict(set)
        for service in services:
            for name in (service.name, *service.aliases):
                self._ids[name.casefold()].add(service.id)

    def meant(self, names: Sequence[str]) -> list[frozenset[str]]:
        """The entries of each name that is one of an entry: not of notices or contacts."""
        found = (self._ids.get(name.casefold()) for name in names)
        return [frozenset(ids) for ids in found if ids]


class ServiceEval:
    """Ranks services for each question of a set, leg by leg, as the published guide does."""

    def __init__(
        self, guide: Guide, search: PassageSearch, stopwatch: Stopwatch, progress: Progress
    ) -> None:
        self._guide = guide
        self._search = search
        self._stopwatch = stopwatch
        self._progress = progress
        self._names = Names(guide.catalogue.services.values())

    def cases(self, given: ServiceSet) -> Iterator[Case]:
        """One case for each question that expects a service; the others are left out."""
        for done, question in enumerate(given.questions, 1):
            parts = self._names.meant(question.expected)
            if parts:
                yield self._case(given.name, question, parts)
            self._progress(given.name, done, len(given.questions))

    def _case(self, name: str, asked: ServiceQuestion, parts: list[frozenset[str]]) -> Case:
        ranked = self._rankings(asked)
        relevant = frozenset().union(*parts)
        near = relevant.union(*self._names.meant(asked.also))
        return Case(
            set=name,
            id=asked.id,
            question=asked.question,
            groups={"lang": asked.lang, "audience": asked.audience, "kind": asked.kind},
            relevant=tuple(sorted(relevant)),
            ranks={leg: place(found, relevant) for leg, found in ranked.items()},
            first={leg: tuple(found[:SHOWN]) for leg, found in ranked.items()},
            scores={
                leg: service_scores(found, asked, parts, near) for leg, found in ranked.items()
            },
        )

    def _rankings(self, asked: ServiceQuestion) -> dict[str, list[str]]:
        self._time(asked.question, asked.audience)
        question = Question(question=asked.question, audience=asked.audience)
        found = self._guide.retrieve(question, EVERYTHING)
        hits = [hit for hit in found if hit.passage.shelf is Shelf.ENTRIES]
        with self._stopwatch.step("answer"):
            answer = self._guide.answer(question)
        return {
            "guide": [card.id for card in answer.services],
            **{name: ranking(hits, leg) for name, leg in ALL_LEGS.items()},
        }

    def _time(self, question: str, audience: Audience) -> None:
        """One plain search, for its durations: the guide's own also inspects and filters."""
        with self._stopwatch.search():
            self._search.search(question, audience)


def service_scores(
    ranked: Sequence[str],
    asked: ServiceQuestion,
    parts: Sequence[frozenset[str]],
    near: frozenset[str],
) -> dict[str, float]:
    """Every metric of one question. `parts` are the entries that each expected name means;
    `either@5` counts what is `near` as well, `parts@5` is of kind `multi_problem` alone."""
    relevant = frozenset().union(*parts)
    found = {
        "hit@1": hit(ranked, relevant),
        "hit@5": hit(ranked, relevant, FIRST),
        "mrr@10": reciprocal_rank(ranked, relevant),
        "either@5": hit(ranked, near, FIRST),
    }
    if asked.kind == "multi_problem":
        found["parts@5"] = sum(hit(ranked, part, FIRST) for part in parts) / len(parts)
    return found
