"""Is the question's language told, and answered in?"""

from collections.abc import Iterator, Mapping

from evals.components.asked import Asked
from evals.components.outcome import Outcome, Progress, Way
from evals.components.retrieval import EVERY, HELD_OUT
from evals.sets import ServiceQuestion, own_sets
from guide.adapters.language_id import LanguageIdentifier
from guide.model.answer import Answer


class LanguageOfAnswers:
    """Over the own questions, which the retrieval asks as well."""

    name = "language"
    version = 1
    ways: Mapping[str, Way] = {"language told": "more", "answered in it": "more"}

    def outcomes(self, asked: Asked, progress: Progress) -> Iterator[Outcome]:
        detect = LanguageIdentifier()
        for given in own_sets():
            questions = given.questions[:: EVERY.get(given.name, 1)]
            for done, case in enumerate(questions, 1):
                answer = asked.plain(case.question, case.audience)
                yield _outcome(given.name, case, answer, _read_as(detect, answer))
                progress(f"language {given.name}", done, len(questions))


def _read_as(detect: LanguageIdentifier, answer: Answer) -> str:
    """The language that a reader would say its sentences are in; empty without any."""
    text = " ".join(sentence.text for sentence in answer.sentences)
    return detect(text).value if text else ""


def _outcome(name: str, case: ServiceQuestion, answer: Answer, read_as: str) -> Outcome:
    scores = {"language told": float(answer.language == case.lang)}
    if read_as:
        scores["answered in it"] = float(read_as == case.lang)
    held_out = name in HELD_OUT
    return Outcome(
        component="language",
        set=name,
        id=case.id,
        held_out=held_out,
        question="" if held_out else case.question,
        groups={"audience": case.audience, "lang": case.lang, "kind": case.kind},
        expected=(case.lang,),
        found=(answer.language, *((read_as,) if read_as else ())),
        stages={} if held_out else {"told": answer.language, "sentences": read_as or "none"},
        scores=scores,
    )
