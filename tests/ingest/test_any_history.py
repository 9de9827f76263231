"""Whatever editors did and in whichever order, the result is that of a fresh build."""

import contextlib
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.adapters.sentence_transformer import SentenceTransformerEmbedder
from tests.ingest.editing import edit
from tests.ingest.workshop import Killed, Workshop
from tests.small_knowledge import write_entry, write_small_knowledge

NAMES = ("ekstodet", "boendehjalpen", "bokrummet", "gatulaget")
TOPICS = ("ekonomi", "bostad", "mat", "skola")
RECORD = "- {id: R24, title: Rapport, as_of: 2024, file: rapport.md}\n"
Step = tuple[str, str, str]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(NAMES), st.sampled_from(TOPICS)),
        st.tuples(st.just("delete"), st.sampled_from(NAMES), st.just("")),
        st.tuples(st.just("rename"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
        st.tuples(st.just("document"), st.just(""), st.sampled_from([*TOPICS, ""])),
        st.tuples(st.just("model"), st.just(""), st.sampled_from(["query: ", "fråga: "])),
        st.tuples(st.just("run"), st.just(""), st.just("")),
        st.tuples(
            st.just("killed"), st.just(""), st.sampled_from(["adding", "publishing", "deleting"])
        ),
    ),
    min_size=3,
    max_size=7,
)


class Bench:
    """A workshop whose model can change."""

    def __init__(self, folder: Path, model: Path) -> None:
        self._folder = folder
        self._model = str(model)
        self._knowledge = write_small_knowledge(folder / "knowledge")
        edit(self._knowledge, "sources.yaml", "- id: R25", f"{RECORD}- id: R25")
        self.use("query: ")

    def use(self, prompt: str) -> None:
        """Another prompt makes another embedder: its vectors are not those of the first."""
        self._embedder = SentenceTransformerEmbedder(self._model, prompt, f"{prompt}p ")
        self.workshop = Workshop(self._knowledge, self._folder / "data", self._embedder)

    def fresh(self) -> Workshop:
        return Workshop(self._knowledge, self._folder / "fresh", self._embedder)

    def take(self, step: Step) -> None:
        action, name, value = step
        entries = self._knowledge / "services"
        if action == "write":
            write_entry(self._knowledge, name, value)
        elif action == "delete":
            (entries / f"{name}.md").unlink(missing_ok=True)
        elif action == "rename":
            _rename(entries / f"{name}.md", entries / f"{value}.md")
        elif action == "document":
            _write_document(self.workshop.documents / "rapport.md", value)
        elif action == "model":
            self.use(value)
        else:
            with contextlib.suppress(Killed):
                self.workshop.sync(killed=value).run()


def _rename(old: Path, new: Path) -> None:
    if old.exists() and not new.exists():
        text = old.read_text(encoding="utf-8").replace(f"id: {old.stem}\n", f"id: {new.stem}\n")
        new.write_text(text, encoding="utf-8")
        old.unlink()


def _write_document(path: Path, topic: str) -> None:
    path.parent.mkdir(exist_ok=True)
    if topic:
        path.write_text(f"# Rapport\n\nStaden skriver om {topic} i år.\n", encoding="utf-8")
    else:
        path.unlink(missing_ok=True)


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_any_history_ends_as_a_fresh_build(steps: list[Step], tiny_model: Path) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        bench = Bench(folder, tiny_model)
        for step in steps:
            bench.take(step)
        report = bench.workshop.sync().run()
        fresh = bench.fresh()
        assert fresh.sync().run().version == report.version
        assert bench.workshop.published().passages == fresh.published().passages
        assert bench.workshop.digests() == fresh.digests() == bench.workshop.published_digests()
    finally:
        shutil.rmtree(folder)
