"""The text files."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from ui.views.statement import WRITTEN_IN
from ui.wording import LANGUAGES, TEXTS, MissingTextError, UiLanguage, wording

UI = TEXTS.parent
USED = re.compile(r"""\b(?:w|words)\(\s*["']([a-z_.]+)["']""")
TRANSLATED: tuple[UiLanguage, ...] = ("en", "ar", "uk", "so", "fa")
NAMES_ELSEWHERE = {"Stödguiden", "Helsingborg", "Region Skåne", "[{n}]", "https://www.smhi.se/"}


def keys(tree: Any, path: str = "") -> Iterator[str]:
    if isinstance(tree, Mapping):
        for name, branch in tree.items():
            yield from keys(branch, f"{path}.{name}")
    else:
        yield f"{path}*{len(tree)}" if isinstance(tree, list) else path


def leaves(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(tree, Mapping):
        for name, branch in tree.items():
            yield from leaves(branch, f"{path}.{name}")
    elif isinstance(tree, list):
        for index, branch in enumerate(tree):
            yield from leaves(branch, f"{path}.{index}")
    else:
        yield path, str(tree)


def tree_of(language: str) -> Any:
    return yaml.safe_load((TEXTS / f"{language}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_language_says_all_that_residents_and_staff_read(language: str) -> None:
    assert set(keys(tree_of(language))) == set(keys(tree_of("sv")))


def test_easy_swedish_changes_only_texts_that_swedish_has() -> None:
    assert set(keys(tree_of("easy"))) <= set(keys(tree_of("sv")))


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_was_left_in_swedish(language: str) -> None:
    swedish = dict(leaves(tree_of("sv")))
    same = {
        path
        for path, text in leaves(tree_of(language))
        if swedish.get(path) == text and " " in text and text not in NAMES_ELSEWHERE
    }
    assert same == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_in_the_same_values(language: UiLanguage) -> None:
    swedish = dict(leaves(tree_of("sv")))
    for path, text in leaves(tree_of(language)):
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", swedish[path])), path


def test_unreviewed_translations_are_called_drafts() -> None:
    unreviewed = [language for language in LANGUAGES if not wording(language).reviewed]
    assert unreviewed == ["ar", "uk", "so", "fa"]


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_texts_that_run_from_the_right_begin_with_a_letter_that_does(language: str) -> None:
    lines = [
        text for path, text in leaves(tree_of(language))
        if path.startswith((".intro", ".disclosure", ".crisis", ".trouble", ".card.next"))
    ]  # fmt: skip
    assert len(lines) > 15
    assert [text for text in lines if not "\u0600" <= text[0] <= "\u06ff"] == []


def test_every_key_that_code_or_template_uses_exists() -> None:
    sources = [*UI.rglob("*.py"), *UI.rglob("*.html")]
    used = {key for path in sources for key in USED.findall(path.read_text(encoding="utf-8"))}
    used -= {"traces."}
    assert len(used) > 90
    words = wording("sv")
    assert [key for key in sorted(used) if not words(key)] == []


def test_missing_key_names_the_file() -> None:
    with pytest.raises(MissingTextError, match=r"sv\.yaml"):
        wording("sv")("finns.inte")


def test_easy_swedish_takes_what_it_lacks_from_swedish() -> None:
    assert wording("easy")("staff.title") == wording("sv")("staff.title")


def test_no_telephone_number_but_the_emergency_number_is_in_the_texts() -> None:
    for path in Path(TEXTS).rglob("*.yaml"):
        numbers = re.findall(r"\b\d{2,}[\d -]*\d\b", path.read_text(encoding="utf-8"))
        assert set(numbers) <= {"112", "301 549", "400", "200", "2026"}, path


def test_statement_says_the_same_in_both_its_languages() -> None:
    trees = [
        yaml.safe_load((TEXTS / "statement" / f"{language}.yaml").read_text(encoding="utf-8"))
        for language in WRITTEN_IN
    ]
    assert list(keys(trees[0])) == list(keys(trees[1]))
    shapes = [[list(keys(part)) for part in tree["parts"]] for tree in trees]
    assert shapes[0] == shapes[1]
