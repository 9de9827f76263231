"""Whatever editors did and in whichever order, the result is that of a fresh build."""

import contextlib
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide import wiring
from guide.ports import Embedder
from guide.settings import Settings
from tests.ingest.workshop import Killed, Workshop
from tests.small_knowledge import write_entry, write_small_knowledge

NAMES = ("ekstodet", "boendehjalpen", "bokrummet", "gatulaget")
TOPICS = ("ekonomi", "bostad", "mat", "skola")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(NAMES), st.sampled_from(TOPICS)),
        st.tuples(st.just("delete"), st.sampled_from(NAMES), st.just("")),
        st.tuples(st.just("run"), st.just(""), st.just("")),
        st.tuples(st.just("killed"), st.just(""), st.sampled_from(["adding", "publishing"])),
    ),
    min_size=2,
    max_size=5,
)


@pytest.fixture
def embedder(tiny_model: Path) -> Embedder:
    return wiring.build_embedder(Settings(embedding_model=str(tiny_model)))


def take(step: tuple[str, str, str], workshop: Workshop) -> None:
    action, name, value = step
    if action == "write":
        write_entry(workshop.knowledge, name, value)
    elif action == "delete":
        (workshop.knowledge / "services" / f"{name}.md").unlink(missing_ok=True)
    elif action == "run":
        workshop.sync().run()
    else:
        with contextlib.suppress(Killed):
            workshop.sync(killed=value).run()


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_any_history_ends_as_a_fresh_build(
    steps: list[tuple[str, str, str]], embedder: Embedder
) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        knowledge = write_small_knowledge(folder / "knowledge")
        workshop = Workshop(knowledge, folder / "data", embedder)
        for step in steps:
            take(step, workshop)
        report = workshop.sync().run()
        fresh = Workshop(knowledge, folder / "fresh", embedder)
        assert fresh.sync().run().version == report.version
        assert workshop.published().passages == fresh.published().passages
        assert workshop.digests() == fresh.digests() == workshop.published_digests()
    finally:
        shutil.rmtree(folder)
