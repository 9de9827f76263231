"""Each failing check names its remedy, and none of them repairs anything by itself."""

from pathlib import Path

import pytest

from guide import doctor
from guide.settings import Settings
from tests.changed_settings import changed
from tests.chat_server import fails, says, served


def result(settings: Settings, name: str) -> doctor.Result:
    return next(found for found in doctor.examine(settings) if found.name == name)


def test_all_checks_pass_over_published_knowledge(published_settings: Settings) -> None:
    assert [found for found in doctor.examine(published_settings) if not found.ok] == []


def test_an_empty_knowledge_folder_names_its_setting(settings: Settings, tmp_path: Path) -> None:
    found = result(changed(settings, knowledge_dir=tmp_path / "empty"), "knowledge")
    assert not found.ok
    assert "GUIDE_KNOWLEDGE_DIR" in found.detail


def test_nothing_published_names_the_command(settings: Settings) -> None:
    for name in ("published", "search"):
        found = result(settings, name)
        assert not found.ok
        assert "python -m ingest run" in found.detail


@pytest.mark.usefixtures("no_network")
def test_an_unprepared_model_names_the_command_and_is_not_fetched(
    settings: Settings, tmp_path: Path
) -> None:
    bare = changed(settings, embedding_model="default", data_dir=tmp_path / "bare")
    for name in ("model", "search"):
        found = result(bare, name)
        assert not found.ok
        assert "python -m guide prepare" in found.detail
    assert not (tmp_path / "bare").exists()


def test_a_store_that_cannot_be_reached_names_its_setting(published_settings: Settings) -> None:
    found = result(changed(published_settings, chroma_url="http://127.0.0.1:9"), "search")
    assert not found.ok
    assert "http://127.0.0.1:9" in found.detail
    assert "GUIDE_CHROMA_URL" in found.detail


def test_another_python_names_the_tested_one(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.version_info", (3, 14, 0))
    found = doctor.python_version(settings)
    assert not found.ok
    assert "3.11" in found.detail


def test_a_chat_model_is_told_of_whether_it_is_set_answers_or_fails(settings: Settings) -> None:
    assert "extractive" in doctor.chat_model(settings).detail
    for script, ok in ((says("Hej"), True), (fails(500), False)):
        with served(script) as (address, _):
            named = changed(settings, chat_model="scripted", chat_base_url=address)
            found = doctor.chat_model(named)
        assert found.ok is ok
        assert ok or "GUIDE_CHAT_BASE_URL" in found.detail
