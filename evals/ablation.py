"""What each part of the ranking is worth: the same questions, each time without one part."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from evals.legs import LEGS, ranking
from evals.measured import Estimate, estimate
from evals.metrics import hit
from evals.retrieval import Progress
from evals.services import FIRST, Names
from evals.sets import ServiceQuestion, ServiceSet
from guide import wiring
from guide.catalogue.catalogue import Catalogue
from guide.model.question import Filters
from guide.model.terms import Audience, Language
from guide.retrieval.last_question import LastQuestion
from guide.retrieval.passages import Hit, PassageSearch
from guide.retrieval.service_search import ServiceSearch
from guide.retrieval.services import Request, ServiceRanker
from guide.retrieval.weights import CHOSEN, Weights
from guide.settings import Settings
from ingest.learning import Teacher

NOTHING = {"learned": 0.0, "words": 0.0, "nearest": 0.0}


class SearchedOnce(PassageSearch):
    """Keeps its last result: every variant asks for the same passages of the same question."""

    _asked: tuple[str, Audience, Language] | None = None
    _found: list[Hit]

    def search(
        self, question: str, audience: Audience, language: Language = Language.SV
    ) -> list[Hit]:
        asked = (question, audience, language)
        if asked != self._asked:
            self._found, self._asked = super().search(*asked), asked
        return self._found


class Variant(NamedTuple):
    """A ranking that differs from the product's in what is named."""

    name: str
    weights: Weights = CHOSEN
    pieces: bool = True
    further_examples: bool = True


def _without(*parts: str) -> Weights:
    return CHOSEN.model_copy(update=dict.fromkeys(parts, 0.0))


def _alone(part: str) -> Weights:
    return CHOSEN.model_copy(update={**NOTHING, part: 1.0})


VARIANTS = (
    Variant("as it is"),
    Variant("without what was learned", _without("learned")),
    Variant("without words", _without("words")),
    Variant("without the nearest passage", _without("nearest")),
    Variant("learned alone", _alone("learned")),
    Variant("words alone", _alone("words")),
    Variant("nearest passage alone", _alone("nearest")),
    Variant("words without pieces of words", pieces=False),
    Variant("without further examples", further_examples=False),
    Variant("without the preference for help without assessment", _without("no_test")),
    Variant("without the place behind for what is uncertain", _without("uncertain")),
    Variant("without a bonus for names", _without("named")),
)
BASELINE = "passages by z-score fusion 2:1"


HEAD = """# What each part of the ranking is worth

Written by `python -m evals ablation`: the ranking alone, without rules and masking. Means, and
paired differences with 95 % bootstrap intervals. Weights were chosen on `own-tuning`."""


class Row(NamedTuple):
    """A variant over one set: its means, and its differences to the product's, paired."""

    variant: str
    set: str
    values: dict[str, Estimate]
    differences: dict[str, Estimate]


class Ablation:
    """Ranks the questions of a set with each variant; rules and masking are left out.

    Raises:
        KnowledgeMissing: nothing has been published, or with another model.
    """

    def __init__(self, settings: Settings, progress: Progress) -> None:
        self._settings = settings
        self._progress = progress
        self._guide = wiring.build_published(settings).current()
        self._embedder = LastQuestion(wiring.build_embedder(settings))
        store = wiring.build_store(settings, self._embedder)
        passages = self._guide.catalogue.knowledge.passages
        self._passages = SearchedOnce(passages, self._embedder, store, wiring.build_indexer())
        self._names = Names(self._guide.catalogue.services.values())

    def rows(self, sets: Iterable[ServiceSet]) -> Iterator[Row]:
        """One row for each variant and set; the product's own comes first."""
        rankers = {variant.name: self._ranker(variant) for variant in VARIANTS}
        for given in sets:
            found: dict[str, list[dict[str, float]]] = {n: [] for n in (*rankers, BASELINE)}
            for done, question in enumerate(given.questions, 1):
                wanted = frozenset().union(*self._names.meant(question.expected))
                for name, ranked in self._rankings(question, rankers).items() if wanted else ():
                    found[name].append(_scores(ranked, wanted))
                self._progress(given.name, done, len(given.questions))
            yield from _rows(given.name, found)

    def _rankings(
        self, asked: ServiceQuestion, rankers: dict[str, ServiceRanker]
    ) -> dict[str, list[str]]:
        language = Language(asked.lang)
        request = Request(asked.question, asked.audience, Filters(), language)
        hits = self._passages.search(asked.question, asked.audience, language)
        ranked = {name: ranker.rank(request) for name, ranker in rankers.items()}
        found = {name: [r.service.id for r in services] for name, services in ranked.items()}
        return {**found, BASELINE: ranking(hits, LEGS["fused"])}

    def _ranker(self, variant: Variant) -> ServiceRanker:
        catalogue = self._guide.catalogue if variant.further_examples else self._plainer
        indexer = wiring.build_entry_indexer() if variant.pieces else wiring.build_indexer()
        search = ServiceSearch(
            catalogue, self._passages, self._embedder, indexer, None, variant.weights
        )
        return ServiceRanker(catalogue, search, variant.weights)

    @cached_property
    def _plainer(self) -> Catalogue:
        """The published state as if editors had written no further examples."""
        knowledge = self._guide.catalogue.knowledge
        content = knowledge.content.model_copy(update={"examples": {}})
        with tempfile.TemporaryDirectory() as folder:
            # A copy: what is no longer an example would be dropped from the file.
            for file in self._settings.data_dir.glob("*.npz"):
                shutil.copyfile(file, Path(folder) / file.name)
            teacher = Teacher.keeping(Path(folder), self._embedder, self._embedder)
            learned = teacher.discriminant(content, lambda _done, _all: None)
        changed = {"content": content, "discriminant": learned}
        return Catalogue(knowledge.model_copy(update=changed))


def page(found: Iterable[Row]) -> str:
    """One table for each set: values of the variant, and how much better or worse it is."""
    rows, parts = list(found), [HEAD]
    for name in dict.fromkeys(row.set for row in rows):
        own = [row for row in rows if row.set == name]
        metrics = list(own[0].values)
        heads = [f"{name}, n = {own[0].values[metrics[0]].n}", *metrics]
        heads += [f"{metric} less “as it is”" for metric in metrics]
        lines = [heads, ["---", *("---:" for _ in heads[1:])]]
        for row in own:
            values = [f"{row.values[metric].value:.3f}" for metric in metrics]
            lines.append([row.variant, *values, *(_signed(row.differences[m]) for m in metrics)])
        parts.append("\n".join(f"| {' | '.join(cells)} |" for cells in lines))
    return "\n\n".join(parts) + "\n"


def _scores(ranked: Sequence[str], wanted: frozenset[str]) -> dict[str, float]:
    return {"hit@1": hit(ranked, wanted), f"hit@{FIRST}": hit(ranked, wanted, FIRST)}


def _rows(name: str, found: dict[str, list[dict[str, float]]]) -> Iterator[Row]:
    own = found[VARIANTS[0].name]
    for variant, scores in found.items():
        values = {m: estimate([one[m] for one in scores]) for m in own[0]}
        less = {
            m: estimate([a[m] - b[m] for a, b in zip(scores, own, strict=True)]) for m in own[0]
        }
        yield Row(variant, name, values, less)


def _signed(value: Estimate) -> str:
    return f"{value.value:+.3f} ({value.low:+.3f} to {value.high:+.3f})"
