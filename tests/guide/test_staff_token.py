"""The staff token is made once and kept from others."""

import stat
from pathlib import Path

import pytest

from guide.api.access import StaffAccess
from guide.staff_token import staff_token
from tests.threads import at_once


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_first_start_writes_a_long_token_that_only_the_owner_reads(tmp_path: Path) -> None:
    path = tmp_path / "data" / "staff-token"
    token = staff_token(None, path)
    assert len(token) >= 32
    assert mode(path) == 0o600
    assert path.read_text(encoding="utf-8").strip() == token


def test_the_second_start_reads_the_same_token(tmp_path: Path) -> None:
    path = tmp_path / "staff-token"
    assert staff_token(None, path) == staff_token(None, path)


def test_two_places_get_two_tokens(tmp_path: Path) -> None:
    assert staff_token(None, tmp_path / "a") != staff_token(None, tmp_path / "b")


def test_a_configured_token_wins_and_writes_nothing(tmp_path: Path) -> None:
    assert staff_token("en hemlighet att minnas", tmp_path / "t") == "en hemlighet att minnas"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "\n"])
def test_an_empty_file_is_replaced_by_a_token(tmp_path: Path, content: str) -> None:
    path = tmp_path / "staff-token"
    path.write_text(content, encoding="utf-8")
    assert len(staff_token(None, path)) >= 32


def test_a_file_that_others_could_read_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "staff-token"
    path.write_text("hemlig-och-lang-nog\n", encoding="utf-8")
    path.chmod(0o644)
    assert staff_token(None, path) == "hemlig-och-lang-nog"
    assert mode(path) == 0o600


def test_starts_at_the_same_moment_share_one_token_and_leave_one_file(tmp_path: Path) -> None:
    path, found = tmp_path / "staff-token", set()

    def start() -> None:
        found.add(staff_token(None, path))

    at_once(*[start] * 8)
    assert len(found) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["staff-token"]


@pytest.mark.parametrize("token", ["", "  "])
def test_an_empty_token_never_opens_the_door(token: str) -> None:
    with pytest.raises(ValueError, match="GUIDE_STAFF_TOKEN"):
        StaffAccess(token)
