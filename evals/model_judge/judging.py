"""Puts answers to the judge, run by run."""

from collections.abc import Iterator, Sequence

from evals.data_files import AnswerCase
from evals.model_judge.order import ordered
from evals.model_judge.reply import Unreadable, parsed
from evals.model_judge.result import Judged, JudgeRun
from evals.model_judge.rubric import LABELS, VERDICTS, Pin, Rubric
from evals.model_judge.shown import quotable, shown
from guide.answering import Guide
from guide.catalogue.catalogue import Catalogue
from guide.errors import ChatFailed, ModelMissing
from guide.model.question import Question
from guide.ports import ChatMessage, ChatModel
from guide.rules.personal_data import mask


class Judge:
    """A chat model with a rubric, asked `runs` times of each answer, each time for `seconds`."""

    def __init__(self, model: ChatModel, rubric: Rubric, runs: int, seconds: float) -> None:
        self.pin = Pin.of(model.name, rubric, runs)
        self._model = model
        self._rubric = rubric
        self._seconds = seconds

    def judged(self, cases: Sequence[AnswerCase], guide: Guide) -> Iterator[Judged]:
        """The guide's answer to each case, judged. Personal data in a question is masked.

        Raises:
            ModelMissing: no run over the first answer brought any reply.
        """
        for number, case in enumerate(cases):
            found = self._of(case, guide)
            if not number and all(run.ended == "no reply" for run in found.runs):
                raise ModelMissing(
                    f"the chat model {self.pin.model} gave no reply: {found.runs[0].why}; "
                    "check GUIDE_CHAT_BASE_URL and GUIDE_CHAT_MODEL, or raise GUIDE_CHAT_SECONDS"
                )
            yield found

    def _of(self, case: AnswerCase, guide: Guide) -> Judged:
        answer = guide.answer(Question(question=case.question, audience=case.audience))
        passages, sentences = guide.catalogue.passages, len(answer.sentences)
        text = shown(mask(case.question, _own_numbers(guide.catalogue)).text, answer, passages)
        material = quotable(answer, passages)
        runs = tuple(
            self._run(self._messages(case.id, run, sentences, text), sentences, material)
            for run in range(self.pin.runs)
        )
        return Judged(
            id=case.id, audience=case.audience, lang=case.lang, sentences=sentences, runs=runs
        )

    def _messages(self, question: str, run: int, sentences: int, text: str) -> list[ChatMessage]:
        told = self._rubric
        labels = ordered(LABELS, f"{question}:labels", run)
        verdicts = ordered(VERDICTS, f"{question}:verdicts", run)
        system = told.system.format(
            labels="\n".join(f"- {name}: {told.labels[name]}" for name in labels),
            verdicts="\n".join(f"- {name}: {told.verdicts[name]}" for name in verdicts),
        )
        task = _task(ordered(range(1, sentences + 1), f"{question}:sentences", run))
        user = told.question.format(answer=text, task=task)
        return [ChatMessage("system", system), ChatMessage("user", user)]

    def _run(self, messages: list[ChatMessage], sentences: int, material: str) -> JudgeRun:
        try:
            text = "".join(self._model.stream(messages, self._seconds))
        except ChatFailed as error:
            return JudgeRun(ended="no reply", why=str(error))
        try:
            return JudgeRun(ended="read", reply=parsed(text, sentences, material))
        except Unreadable as error:
            return JudgeRun(ended="unreadable", why=str(error))


def _task(numbers: list[int]) -> str:
    if not numbers:
        return "The answer has no sentences. Write the line LABEL: alone."
    listed = ", ".join(map(str, numbers))
    return f"Judge the sentences in this order: {listed}. Then write the line LABEL:."


def _own_numbers(catalogue: Catalogue) -> frozenset[str]:
    facts = ((contact.phone, contact.email) for contact in catalogue.contacts.values())
    return frozenset(fact for both in facts for fact in both if fact is not None)
