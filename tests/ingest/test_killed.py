"""Syncs as processes: killed anywhere, or several at once, they leave nothing half-made."""

import multiprocessing
import random
import time
from pathlib import Path

import pytest

from guide.settings import Settings
from ingest.sync import Sync
from tests.ingest.workshop import Workshop, open_workshop
from tests.processes import forkserver
from tests.small_knowledge import write_entry

KILLS = 100
KILLS_A_MEASURE = 10
NAMES = ("ekstodet", "boendehjalpen", "samtalsrummet", "bokrummet", "gatulaget", "bryggan")
TOPICS = ("ekonomi", "bostad", "mat", "skola", "arbete", "sorg")


def run_once(knowledge: Path, data: Path, model: str) -> None:
    """What `python -m ingest run` does, in a process that may be killed."""
    settings = Settings(knowledge_dir=knowledge, data_dir=data, embedding_model=model)
    Sync.from_settings(settings).run()


def edited(workshop: Workshop, chance: random.Random) -> None:
    """One entry written anew, or another one gone."""
    path = workshop.knowledge / "services" / f"{chance.choice(NAMES)}.md"
    if path.exists() and chance.random() < 0.3:
        path.unlink()
    else:
        write_entry(workshop.knowledge, path.stem, chance.choice(TOPICS))


def test_two_at_once_take_turns_and_end_as_one_would(settings: Settings, tmp_path: Path) -> None:
    workshop = open_workshop(settings)
    context = forkserver()
    arguments = (settings.knowledge_dir, settings.data_dir, settings.embedding_model)
    processes = [context.Process(target=run_once, args=arguments) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    fresh = Workshop(workshop.knowledge, tmp_path / "fresh", workshop.embedder)
    assert fresh.sync().run().version == workshop.published().version
    assert workshop.digests() == fresh.digests()


@pytest.mark.slow
def test_a_hundred_kills_end_as_a_fresh_build(settings: Settings, tmp_path: Path) -> None:
    chance = random.Random(20260301)
    workshop = open_workshop(settings)
    workshop.sync().run()
    context = forkserver()
    arguments = (settings.knowledge_dir, settings.data_dir, settings.embedding_model)

    def started() -> multiprocessing.process.BaseProcess:
        process = context.Process(target=run_once, args=arguments)
        process.start()
        return process

    def whole() -> float:
        """Seconds that a run takes which nobody kills."""
        edited(workshop, chance)
        begun = time.monotonic()
        started().join()
        return time.monotonic() - begun

    whole()  # The first one also imports the libraries.
    versions, ended = {workshop.published().version}, 0
    for kill in range(KILLS):
        if kill % KILLS_A_MEASURE == 0:  # A machine is not as fast all the time.
            longest = whole()
        edited(workshop, chance)
        process = started()
        process.join(chance.uniform(0, longest))
        ended += process.exitcode is not None
        process.kill()
        process.join()
        # Whatever is published at this moment is whole and has all its vectors.
        assert workshop.published_digests() <= workshop.digests()
        versions.add(workshop.published().version)

    report = workshop.sync().run()
    fresh = Workshop(workshop.knowledge, tmp_path / "fresh", workshop.embedder)
    assert fresh.sync().run().version == report.version
    assert workshop.published().passages == fresh.published().passages
    assert workshop.digests() == fresh.digests() == workshop.published_digests()
    # Some runs came as far as publishing, many did not come to their end.
    assert ended < KILLS * 0.9
    assert len(versions) > 1
