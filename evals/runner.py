"""Measures sets, one after another, over the published guide and in scratch stores."""

from collections.abc import Sequence

from evals.corpora import CorpusEval
from evals.measured import Case, Kind, Results, SetResult, by_group, measured
from evals.retrieval import Progress, RetrievalEval
from evals.runs import Config, Run
from evals.services import ServiceEval
from evals.sets import AnySet, NotThere, ServiceSet, SetReader
from evals.timing import Stopwatch, TimedEmbedder, TimedStore, timed_indexer
from guide import wiring
from guide.retrieval.last_question import LastQuestion
from guide.retrieval.passages import PassageSearch
from guide.settings import Settings


class Runner:
    """Measures retrieval with the parts that the settings name.

    Raises:
        KnowledgeMissing: nothing has been published, or with another model.
        ModelPreparationError: the default model could not be fetched or made.
    """

    def __init__(self, settings: Settings, progress: Progress) -> None:
        self._settings = settings
        self._progress = progress
        self._reader = SetReader(settings.evaldata)
        self._catalogue = wiring.build_published(settings).current().catalogue
        self._embedder = wiring.build_embedder(settings)

    def run(self, names: Sequence[str]) -> Run:
        """Every set named; one that cannot be measured here is skipped with the reason."""
        results: list[SetResult] = []
        cases: list[Case] = []
        skipped: dict[str, str] = {}
        for name in names:
            try:
                result, found = self._measure(self._reader.read(name))
            except NotThere as reason:
                skipped[name] = str(reason)
                continue
            results.append(result)
            cases += found
        config = Config.of(self._catalogue.knowledge, self._settings.measured_fit)
        return Run(config, Results(sets=tuple(results), skipped=skipped), cases)

    def _measure(self, given: AnySet) -> tuple[SetResult, list[Case]]:
        stopwatch = Stopwatch()
        kind: Kind
        if isinstance(given, ServiceSet):
            cases, asked = list(self._services(stopwatch).cases(given)), len(given.questions)
            kind = "services"
        else:
            cases, asked = list(self._corpora(stopwatch).cases(given)), len(given.queries)
            kind = "corpus"
        if not cases:
            raise NotThere("none of its questions names anything that could be found")
        result = SetResult(
            name=given.name,
            kind=kind,
            left_out=asked - len(cases),
            all=measured(cases),
            groups=by_group(cases),
            latency=stopwatch.summary(),
        )
        return result, cases

    def _services(self, stopwatch: Stopwatch) -> ServiceEval:
        """The guide and a plain search share each question's vector, so it is made once."""
        settings, catalogue = self._settings, self._catalogue
        embedder = LastQuestion(TimedEmbedder(self._embedder, stopwatch))
        store = wiring.build_store(settings, embedder)
        reader = wiring.build_reader(settings, self._embedder)
        guide = wiring.build_guide(catalogue, embedder, store, settings.measured_fit, reader)
        search = PassageSearch(
            catalogue.knowledge.passages,
            embedder,
            TimedStore(store, stopwatch),
            timed_indexer(wiring.build_indexer(), stopwatch),
        )
        return ServiceEval(guide, search, stopwatch, self._progress)

    def _corpora(self, stopwatch: Stopwatch) -> CorpusEval:
        store = wiring.build_scratch_store(self._embedder)
        retrieval = RetrievalEval(
            TimedEmbedder(self._embedder, stopwatch),
            TimedStore(store, stopwatch),
            timed_indexer(wiring.build_indexer(), stopwatch),
            wiring.build_splitter(),
            self._progress,
        )
        return CorpusEval(retrieval, stopwatch, self._progress)
