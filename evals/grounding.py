"""Are false sentences of a model stopped, and true ones kept?

True ones are sentences of the knowledge as they stand and hand-written paraphrases; false ones are
true ones made false by rule (`corruptions`), and hand-written ones.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from pydantic import Field

from evals.corruptions import Corrupter, TrueSentence
from evals.data_files import Line, read
from evals.metrics import SEED
from evals.routing import share
from guide.catalogue.catalogue import Catalogue
from guide.catalogue.sentences import sentences
from guide.grounding.statement import Statement, StatementVerifier
from guide.grounding.verify import Drafted
from guide.model.passage import Passage
from guide.model.terms import Language, Shelf
from guide.settings import PROJECT

FOLDER = PROJECT / "evals" / "data" / "grounding"
Part = Literal["tuning", "reporting"]
TUNED = 0.4
"""Share of entries whose sentences are for tuning."""
SENTENCES = 150
"""Sentences of the knowledge that a part takes in each language."""
WORDS = (6, 40)
SUBTLE = ("scope", "condition", "modal", "actor", "promise", "time", "addition")
MECHANICAL = ("number", "year", "name", "negation", "needs_test", "other_passage")


class Pair(Line):
    """A sentence written by hand, and the quote it rests on; `wrong` says how it is false."""

    lang: Literal["sv", "en"]
    passage_id: str
    quote: str = Field(min_length=1)
    text: str = Field(min_length=1)
    wrong: Literal["scope", "condition", "modal", "actor", "promise", "time", "addition"] | None


class Case(NamedTuple):
    """A statement to judge; `kind` is how it is false, or what sort of true one it is."""

    id: str
    kind: str
    true: bool
    statement: Statement


class Judged(NamedTuple):
    """A case and its faults."""

    case: Case
    faults: tuple[str, ...]


class Cases:
    """All cases of a part over one published state."""

    def __init__(self, catalogue: Catalogue, part: Part) -> None:
        self._catalogue = catalogue
        self._part = part
        self._names = {s.id: (s.name, *s.aliases) for s in catalogue.services.values()}

    def all(self) -> Iterator[Case]:
        """True ones and false ones.

        Raises:
            BadData: a file is not what it should be.
        """
        written = read(FOLDER / f"{self._part}.jsonl", Pair)
        for pair in written:
            yield self._case(pair.wrong or "paraphrase", pair.wrong is None, _true(pair))
        paraphrases = [_true(pair) for pair in written if pair.wrong is None]
        for language in (Language.SV, Language.EN):
            own = self._sentences(language)
            spread = _spread([TrueSentence(f"{p.id}-{n}", s, s, p) for n, (s, p) in enumerate(own)])
            own_paraphrases = [one for one in paraphrases if one.passage.language is language]
            corrupter = Corrupter(self._names, SEED)
            for true in spread:
                yield self._case("verbatim", True, true)
            for true in (*spread, *own_paraphrases):
                for false in corrupter.all(true):
                    yield self._case(false.wrong, False, false.true)
                moved = corrupter.elsewhere(true, own)
                if moved is not None:
                    yield self._case(moved.wrong, False, moved.true)

    def _sentences(self, language: Language) -> list[tuple[str, Passage]]:
        return [
            (sentence, passage)
            for passage in self._catalogue.knowledge.passages
            if passage.language is language and passage.shelf is Shelf.ENTRIES
            if (_place(passage.service_id) < TUNED) == (self._part == "tuning")
            for sentence in sentences(passage.text)
            if WORDS[0] <= len(sentence.split()) <= WORDS[1]
        ]

    def _case(self, kind: str, is_true: bool, true: TrueSentence) -> Case:
        draft = Drafted(true.text, true.quote, true.passage)
        names = self._names.get(true.passage.service_id, ())
        return Case(true.id, kind, is_true, Statement(draft, true.passage.language, names))


def judge(verifier: StatementVerifier, cases: Iterable[Case]) -> Iterator[Judged]:
    """What the verifier finds in each case."""
    for case in cases:
        yield Judged(case, verifier.faults(case.statement))


def summary(found: Sequence[Judged]) -> dict[str, Any]:
    """Shares caught and kept by kind and language, and which faults stopped what."""
    kinds = list(dict.fromkeys(one.case.kind for one in found))
    return {
        "n": len(found),
        "kept": {kind: _kept(found, kind) for kind in kinds if kind in ("verbatim", "paraphrase")},
        "caught": {kind: _caught(found, (kind,)) for kind in kinds if kind in _WRONG},
        "caught_by_rule": _caught(found, MECHANICAL),
        "caught_by_hand": _caught(found, SUBTLE),
    }


_WRONG = (*MECHANICAL, *SUBTLE)


def _kept(found: Sequence[Judged], kind: str) -> dict[str, Any]:
    own = [one for one in found if one.case.kind == kind]
    return {
        name: share(not one.faults for one in own if _speaks(one, name)).model_dump()
        for name in ("all", "sv", "en")
    }


def _caught(found: Sequence[Judged], kinds: Sequence[str]) -> dict[str, Any]:
    own = [one for one in found if one.case.kind in kinds]
    return {
        name: share(bool(one.faults) for one in own if _speaks(one, name)).model_dump()
        for name in ("all", "sv", "en")
    }


def _speaks(one: Judged, language: str) -> bool:
    return language in ("all", one.case.statement.language.value)


def _true(pair: Pair) -> TrueSentence:
    """The pair with a passage that holds the quote alone: knowledge may change after it."""
    service, language = pair.passage_id.split(":")[0], Language(pair.lang)
    passage = Passage(
        id=pair.passage_id, service_id=service, title=service, text=pair.quote, language=language
    )
    return TrueSentence(pair.id, pair.text, pair.quote, passage)


def _spread(sentences: list[TrueSentence]) -> list[TrueSentence]:
    """As many as are wanted, by a hash, so that a changed entry moves few."""
    return sorted(sentences, key=lambda one: _place(one.text))[:SENTENCES]


def _place(name: str) -> float:
    """A number from 0 to 1 that the name chooses."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 2**32
