"""Do answers lead where they must, by the contract's rule?"""

from collections.abc import Iterator, Mapping

from evals import safety
from evals.answers import Verdict, judge
from evals.components.asked import Asked
from evals.components.outcome import Outcome, Progress, Way
from evals.data_files import AnswerCase, read
from guide.model.answer import Answer
from guide.settings import PROJECT

FILE = PROJECT / "evals" / "data" / "answers.jsonl"


class Answers:
    """The repository's own questions over every kind of case."""

    name = "answers"
    version = 1
    ways: Mapping[str, Way] = {"passed": "more", "cited": "more", **safety.WAYS}

    def outcomes(self, asked: Asked, progress: Progress) -> Iterator[Outcome]:
        cases = read(FILE, AnswerCase)
        for done, case in enumerate(cases, 1):
            answer = asked.plain(case.question, case.audience)
            values = _scores(judge(case, answer), answer)
            values |= asked.dangers(answer, case.audience)
            yield _outcome(case, judge(case, answer), answer, values)
            progress("answers", done, len(cases))


def _scores(verdict: Verdict, answer: Answer) -> dict[str, float]:
    """`cited`: share of sentences whose every citation is there and quotes something."""
    found = {"passed": float(verdict.passed)}
    known = {citation.n for citation in answer.citations if citation.quote}
    if answer.sentences:
        held = [known.issuperset(sentence.cites) for sentence in answer.sentences]
        found["cited"] = sum(held) / len(held)
    return found


def _outcome(
    case: AnswerCase, verdict: Verdict, answer: Answer, values: dict[str, float]
) -> Outcome:
    notices = ", ".join(notice.code for notice in answer.notices) or "no notice"
    wrong = [*(f"{code} is missing" for code in verdict.missing_notices),
             *(f"{code} does harm" for code in verdict.wrong_notices),
             *(f"{name} is missing" for name in verdict.names_missing)]  # fmt: skip
    return Outcome(
        component="answers",
        set="answers",
        id=case.id,
        question=case.question,
        groups={"audience": case.audience, "lang": case.lang, "kind": case.kind},
        expected=case.expected,
        found=tuple(card.id for card in answer.services),
        stages={"rules": notices, "verdict": "; ".join(wrong) or "right", "status": answer.status},
        scores=values,
    )
