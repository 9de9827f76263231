"""Settings are read in one place, and a setting that is not known is refused by name."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from guide.settings import PROJECT, Settings


@pytest.fixture(autouse=True)
def _no_external_data(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GUIDE_EVALDATA", "GUIDE_DOCUMENTS"):
        monkeypatch.delenv(name, raising=False)


def test_without_an_environment_everything_has_a_default() -> None:
    settings = Settings()
    assert settings.knowledge_dir == PROJECT / "knowledge"
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert (settings.chroma_url, settings.staff_token, settings.documents) == (None, None, None)


def test_a_setting_is_read_from_its_variable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GUIDE_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("GUIDE_PORT", "8123")
    settings = Settings()
    assert settings.port == 8123
    assert settings.snapshot_file == tmp_path / "knowledge.json"
    assert settings.token_file.parent == settings.chroma_dir.parent == tmp_path


@pytest.mark.parametrize("key", ["GUIDE_CHROMA_HOST", "GUIDE_KNOWLEDGE", "guide_prot"])
def test_an_unknown_setting_is_refused_and_named_beside_the_known(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv(key, "x")
    with pytest.raises(ValidationError, match=rf"unknown setting {key}; known ones: .*GUIDE_PORT"):
        Settings()


def test_every_unknown_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_B", "x")
    monkeypatch.setenv("GUIDE_A", "x")
    with pytest.raises(ValidationError, match="GUIDE_A, GUIDE_B"):
        Settings()


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="prot"):
        Settings(prot=8000)  # type: ignore[call-arg]


def test_the_interfaces_own_setting_is_tolerated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_API_URL", "http://127.0.0.1:8000")
    assert Settings().port == 8000


@pytest.mark.parametrize("url", ["http://localhost:8001", "https://chroma.example"])
def test_a_chroma_address_is_http(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("GUIDE_CHROMA_URL", url)
    assert Settings().chroma_url == url


@pytest.mark.parametrize("url", ["localhost:8001", "chroma", "ftp://chroma", "/var/chroma"])
def test_another_form_of_chroma_address_is_refused(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("GUIDE_CHROMA_URL", url)
    with pytest.raises(ValidationError, match="GUIDE_CHROMA_URL must begin with http"):
        Settings()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("GUIDE_PORT", "0"),
        ("GUIDE_PORT", "70000"),
        ("GUIDE_PORT", "http"),
        ("GUIDE_STAFF_TOKEN", "short"),
        ("GUIDE_MAX_BODY_BYTES", "1"),
    ],
)
def test_a_value_out_of_range_is_refused(
    monkeypatch: pytest.MonkeyPatch, key: str, value: str
) -> None:
    monkeypatch.setenv(key, value)
    with pytest.raises(ValidationError) as caught:
        Settings()
    assert [fault["loc"] for fault in caught.value.errors()] == [
        (key.removeprefix("GUIDE_").lower(),)
    ]


def test_settings_cannot_be_changed_afterwards() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().port = 1  # type: ignore[misc]


def test_a_chat_model_is_none_unless_it_is_named() -> None:
    settings = Settings()
    assert (settings.chat_model, settings.chat_base_url, settings.chat_api_key) == (None,) * 3


def test_the_key_of_a_chat_model_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_CHAT_MODEL", "openai:x")
    monkeypatch.setenv("GUIDE_CHAT_API_KEY", "sk-hemlig")
    assert "hemlig" not in repr(Settings())


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"CHAT_BASE_URL": "http://localhost:8080/v1"}, "GUIDE_CHAT_MODEL names no model"),
        ({"CHAT_MODEL": "x", "CHAT_BASE_URL": "localhost"}, "must begin with http"),
        ({"CHAT_SECONDS": "0"}, "greater than 0"),
    ],
)
def test_settings_of_a_chat_model_that_cannot_work_are_refused(
    monkeypatch: pytest.MonkeyPatch, fields: dict[str, str], told: str
) -> None:
    for name, value in fields.items():
        monkeypatch.setenv(f"GUIDE_{name}", value)
    with pytest.raises(ValidationError, match=told):
        Settings()
