"""Do questions find their services, and entries their own phrases?"""

from collections.abc import Iterator, Mapping

from evals import safety
from evals.components.asked import Asked
from evals.components.outcome import Outcome, Progress, Way
from evals.legs import LEGS, ranking
from evals.measured import place
from evals.services import EVERYTHING, FIRST, Names, service_scores
from evals.sets import NotThere, ServiceQuestion, ServiceSet, SetReader
from guide.model.answer import Answer
from guide.model.question import Question
from guide.model.terms import Audience, Language, Shelf

SETS = ("own-tuning", "own-reporting", "questions-dev")
EVERY = {"own-tuning": 2}
"""Of the sets that are large; `python -m evals run retrieval` measures all."""
HELD_OUT = frozenset({"own-reporting"})
PHRASES = "own-phrases"
PHRASES_EACH = 1
"""Of every entry, in Swedish: enough to see that the entry is found at all."""


class Retrieval:
    """What a user sees of it: the cards, at most five."""

    name = "retrieval"
    version = 1
    ways: Mapping[str, Way] = {
        "hit@5": "more",
        "hit@1": "more",
        "mrr@10": "more",
        "either@5": "more",
        "parts@5": "more",
        **safety.WAYS,
    }

    def outcomes(self, asked: Asked, progress: Progress) -> Iterator[Outcome]:
        for given in [*_sets(asked), own_phrases(asked)]:
            yield from measured(asked, given, progress)


def measured(asked: Asked, given: ServiceSet, progress: Progress) -> Iterator[Outcome]:
    """One outcome for each question that expects an entry; the others are left out."""
    names = Names(asked.catalogue.services.values())
    for done, question in enumerate(given.questions, 1):
        parts = names.meant(question.expected)
        if parts:
            yield _outcome(asked, given.name, question, parts, names.meant(question.also))
        progress(f"retrieval {given.name}", done, len(given.questions))


def own_phrases(asked: Asked) -> ServiceSet:
    """Phrases of the entries themselves, which must find them. The search has learned from them,
    so they measure nothing but that an entry can be found."""
    questions = [
        ServiceQuestion(
            id=f"{service.id}-{number}", audience=Audience.RESIDENT, lang=Language.SV,
            question=phrase, expected=(service.name,), kind="own_phrase",
        )
        for service in asked.catalogue.services.values()
        if service.status.offered and not service.by_rule_only
        if service.audience is Audience.RESIDENT
        for number, phrase in enumerate(service.phrases.sv[:PHRASES_EACH])
    ]  # fmt: skip
    return ServiceSet(PHRASES, questions)


def _sets(asked: Asked) -> Iterator[ServiceSet]:
    reader = SetReader(asked.settings.evaldata)
    for name in SETS:
        try:
            found = reader.read(name)
        except NotThere:
            continue
        assert isinstance(found, ServiceSet)
        yield ServiceSet(name, found.questions[:: EVERY.get(name, 1)])


def _outcome(
    asked: Asked,
    name: str,
    case: ServiceQuestion,
    parts: list[frozenset[str]],
    near: list[frozenset[str]],
) -> Outcome:
    answer = asked.plain(case.question, case.audience)
    cards = [card.id for card in answer.services]
    relevant: frozenset[str] = frozenset().union(*parts)
    held_out = name in HELD_OUT
    values = service_scores(cards, case, parts, relevant.union(*near))
    failed = not values["hit@5"] and not held_out
    return Outcome(
        component="retrieval",
        set=name,
        id=case.id,
        held_out=held_out,
        synthetic=name == PHRASES,
        question="" if held_out else case.question,
        groups={"audience": case.audience, "lang": case.lang, "kind": case.kind,
                "service": min(parts[0])},
        expected=tuple(sorted(relevant)),
        found=tuple(cards[:FIRST]),
        stages=_stages(asked, case, answer, relevant) if failed else {},
        scores=values | asked.dangers(answer, case.audience),
    )  # fmt: skip


def _stages(
    asked: Asked, case: ServiceQuestion, answer: Answer, relevant: frozenset[str]
) -> dict[str, str]:
    """Where a failing case was lost: what the rules said, and the place in each leg."""
    question = Question(question=case.question, audience=case.audience)
    found = asked.guide.retrieve(question, EVERYTHING)
    hits = [hit for hit in found if hit.passage.shelf is Shelf.ENTRIES]
    places = {name: place(ranking(hits, leg), relevant) for name, leg in LEGS.items()}
    told = {name: f"place {at}" if at else "not found" for name, at in places.items()}
    notices = ", ".join(notice.code for notice in answer.notices) or "no notice"
    return {"rules": notices, **told, "status": answer.status}
