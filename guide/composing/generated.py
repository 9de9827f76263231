"""Answers that a chat model words, sentence by verified sentence.

A model's sentences are held back until `FIRST` of them hold and at least half of what it wrote so
far does; from then on each is shown as soon as it holds. Lines that do not hold are sent back once
with their faults. Where the model fails, runs out of time, or less than half of its lines hold
before any was shown, the extractive answer is told instead. Where it fails later, what was shown
stays, and what must not be missing (the needs-test, whom to contact) follows in people's words.

The model is not asked where rules speak first (danger, a request to decide, somebody else's
subject), where easy Swedish is wanted, which people write, in languages without a prompt, and
where there is nothing to tell.
"""

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from guide.catalogue import slugs
from guide.catalogue.catalogue import Catalogue
from guide.composing.contact_tokens import ContactTokens, looks_like_contact
from guide.composing.lines import Line, lines
from guide.composing.prompt import Fault, Fenced, asked, asked_again, fenced
from guide.composing.support import quoted, supporting
from guide.composing.writing import AsItStands, By, Report, Task, Writing
from guide.errors import ChatFailed, ModelMissing
from guide.grounding.statement import Statement, StatementVerifier
from guide.grounding.verify import Drafted
from guide.model.prompt import Prompt
from guide.model.terms import Language
from guide.ports import ChatMessage, ChatModel

FIRST = 2
"""Sentences that must hold before the first is shown."""
HALF = 0.5
"""Least share of a model's lines that must hold."""
MOST_LINES = 16
"""Of a reply; what comes after is not read."""
_log = logging.getLogger(__name__)


class GeneratedComposer:
    """Writes with a model, within `seconds`, and otherwise tells the extractive answer."""

    def __init__(
        self,
        catalogue: Catalogue,
        model: ChatModel,
        verifier: StatementVerifier,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._catalogue = catalogue
        self._model = model
        self._verifier = verifier
        self._seconds = seconds
        self._clock = clock

    def write(self, task: Task) -> Writing:
        """What the model writes; the extractive answer where it is not asked."""
        language = task.language
        prompt = self._catalogue.knowledge.content.prompts.get(language)
        if prompt is None or not task.drafts or _rules_speak(task):
            return AsItStands(task.drafts)
        passages = supporting(self._catalogue, task, language)
        conversation = _Conversation(self._model, prompt, self._seconds, self._clock)
        names = {s.id: (s.name, *s.aliases) for s in self._catalogue.services.values()}
        leads = {draft.passage.id: draft.lead for draft in task.drafts}
        judge = _Judge(self._verifier, language, names, leads)
        tokens = ContactTokens(self._catalogue.contacts.values())
        given = fenced(passages, tokens)
        return _Generated(task, conversation, judge, given, tokens)


def _rules_speak(task: Task) -> bool:
    found = task.findings
    ruled = found.crisis or found.decision or found.scope or found.maintenance
    return bool(ruled) or task.question.style == "easy"


class _Conversation:
    """A question to the model and one retry, within one time limit."""

    def __init__(
        self, model: ChatModel, prompt: Prompt, seconds: float, clock: Callable[[], float]
    ) -> None:
        self.prompt = prompt
        self.name = model.name
        self._model = model
        self._seconds = seconds
        self._clock = clock
        self._end: float | None = None
        self._messages: Sequence[ChatMessage] = ()
        self._reply: list[str] = []

    def ask(self, given: Fenced, question: str, tokens: ContactTokens) -> Iterator[Line]:
        """Lines of the first reply. Raises ChatFailed."""
        self._messages = asked(self.prompt, given, question, tokens)
        yield from lines(self._said())

    def ask_again(self, faults: Sequence[Fault]) -> Iterator[Line]:
        """Lines of the retry. Raises ChatFailed."""
        reply = "".join(self._reply)
        self._messages = asked_again(self.prompt, self._messages, reply, faults)
        yield from lines(self._said())

    def _said(self) -> Iterator[str]:
        now = self._clock()
        self._end = self._end or now + self._seconds
        self._reply = []
        for piece in self._model.stream(self._messages, max(0.0, self._end - now)):
            self._reply.append(piece)
            yield piece


class _Judge:
    """Turns a line into a sentence that holds, or says what is wrong with it."""

    def __init__(
        self,
        verifier: StatementVerifier,
        language: Language,
        names: dict[str, tuple[str, ...]],
        leads: dict[str, str],
    ) -> None:
        self._verifier = verifier
        self._language = language
        self._names = names
        self._leads = leads

    def judged(
        self, line: Line, given: Fenced, tokens: ContactTokens
    ) -> tuple[Drafted | None, tuple[str, ...]]:
        """The sentence, or its faults."""
        if not 1 <= line.number <= len(given.passages):
            return None, ("citation",)
        if looks_like_contact(line.text):
            return None, ("contact",)
        passage = given.passages[line.number - 1]
        text = tokens.filled(line.text)
        quote = quoted(tokens.filled(line.quote), text, passage)
        if quote is None:
            return None, ("quote",)
        draft = Drafted(text, quote, passage, self._leads.get(passage.id, ""))
        own = self._names.get(passage.service_id, ())
        faults = self._verifier.faults(Statement(draft, self._language, own))
        return (None, faults) if faults else (draft, ())


class _Generated:
    """One answer that a model writes."""

    def __init__(
        self,
        task: Task,
        conversation: _Conversation,
        judge: _Judge,
        given: Fenced,
        tokens: ContactTokens,
    ) -> None:
        self.report = Report()
        self._task = task
        self._conversation = conversation
        self._judge = judge
        self._given = given
        self._tokens = tokens
        self._proposed = 0
        self._kept: list[Drafted] = []
        self._stopped: list[Fault] = []
        self._faults: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Drafted]:
        shown, ended = 0, ""
        try:
            for _ in self._holding():
                if shown or (len(self._kept) >= FIRST and self._enough()):
                    yield from self._kept[shown:]
                    shown = len(self._kept)
        except (ChatFailed, ModelMissing) as error:
            ended = str(error)
        if not shown and self._kept and self._enough():
            yield from self._kept
            shown = len(self._kept)
        if shown:
            yield from self._must()
        else:
            yield from self._task.drafts
        self._tell(bool(shown), ended or ("" if shown else "too little held"))

    def _holding(self) -> Iterator[None]:
        """Steps of the writing, after each of which one more sentence holds. Raises ChatFailed."""
        asked = self._conversation.ask(self._given, self._task.findings.text, self._tokens)
        for line in asked:
            self._proposed += 1
            if self._take(line):
                yield
            if self._proposed >= MOST_LINES:
                break
        if not self._stopped or self._proposed >= MOST_LINES:
            return
        for line in self._conversation.ask_again(tuple(self._stopped)):
            if self._take(line):
                yield

    def _take(self, line: Line) -> bool:
        """Whether the line holds and says something that was not said."""
        draft, faults = self._judge.judged(line, self._given, self._tokens)
        if draft is None:
            self._stopped.append(Fault(line.written, faults))
            self._faults.update(faults)
        elif draft.text not in {kept.text for kept in self._kept}:
            self._kept.append(draft)
            return True
        return False

    def _enough(self) -> bool:
        return len(self._kept) >= HALF * self._proposed

    def _must(self) -> Iterator[Drafted]:
        """Extractive sentences on the needs-test and the contact, of passages not yet cited."""
        cited = {draft.passage.id for draft in self._kept}
        for draft in self._task.drafts:
            if slugs.is_essential(draft.passage) and draft.passage.id not in cited:
                yield draft

    def _tell(self, used: bool, ended: str) -> None:
        by: By = "model" if used else "extractive"
        held = len(self._kept)
        self.report = Report(by, self._proposed, held, self._faults, ended)
        asked = self._conversation
        _log.info(
            "written by %s: %s, prompt %s, %d lines, %d held, faults %s, %s",
            *(by, asked.name, asked.prompt.digest, self._proposed, held),
            *(dict(self._faults), ended or "to the end"),
        )
