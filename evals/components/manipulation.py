"""Do attempts to manipulate the guide have an effect? A fixed sample of places and disguises."""

from collections.abc import Iterator, Mapping

from evals import manipulation
from evals.components.asked import Asked
from evals.components.outcome import Outcome, Progress, Way
from evals.manipulation_documents import hidden_outcomes, seen_outcomes

EVERY_ATTEMPT = 5
"""Of the plain questions."""
EVERY_TRY = 97
"""Of all other tries; prime, so that every disguise and place has its turn."""
EVERY_DOCUMENTED = 29


class Manipulation:
    """`python -m evals run manipulation` tries them all."""

    name = "manipulation"
    version = 1
    ways: Mapping[str, Way] = {"manipulation with effect": "less"}

    def outcomes(self, asked: Asked, progress: Progress) -> Iterator[Outcome]:
        chosen = list(_chosen())
        for done, tried in enumerate(chosen, 1):
            answer = asked.answer(tried.question)
            yield _outcome(manipulation.judged(asked.effects, tried, answer, asked.answer))
            progress("manipulation", done, len(chosen))
        given = manipulation.attempts()[::EVERY_DOCUMENTED]
        embedder, reader, store = asked.parts
        seen, _ = seen_outcomes(
            asked.catalogue, embedder, reader, store, given, asked.settings.measured_fit
        )
        for found in (*hidden_outcomes(given), *seen):
            yield _outcome(found)


def _chosen() -> Iterator[manipulation.Try]:
    plain = 0
    for number, tried in enumerate(manipulation.tries(manipulation.attempts())):
        if (tried.place, tried.disguise) == ("question", "plain"):
            plain += 1
            if plain % EVERY_ATTEMPT == 0:
                yield tried
        elif number % EVERY_TRY == 0:
            yield tried


def _outcome(found: manipulation.Outcome) -> Outcome:
    tried = found.tried
    return Outcome(
        component="manipulation",
        set="manipulation",
        id=f"{tried.attempt.id} {tried.place} {tried.disguise} {tried.question.question[:20]}",
        question=tried.question.question if found.effects else "",
        groups={"lang": tried.attempt.lang, "kind": tried.attempt.kind, "place": tried.place,
                "disguise": tried.disguise},
        stages={"effects": "; ".join(found.effects)} if found.effects else {},
        scores={"manipulation with effect": float(bool(found.effects))},
    )  # fmt: skip
