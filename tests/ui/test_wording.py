"""The text files."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from ui.wording import TEXTS, MissingTextError, wording

UI = TEXTS.parent
USED = re.compile(r"""\b(?:w|words)\(\s*["']([a-z_.]+)["']""")


def keys(tree: Any, path: str = "") -> Iterator[str]:
    if isinstance(tree, Mapping):
        for name, branch in tree.items():
            yield from keys(branch, f"{path}.{name}")
    else:
        yield f"{path}*{len(tree)}" if isinstance(tree, list) else path


def tree_of(language: str) -> Any:
    return yaml.safe_load((TEXTS / f"{language}.yaml").read_text(encoding="utf-8"))


def test_both_languages_say_the_same_things() -> None:
    assert set(keys(tree_of("sv"))) == set(keys(tree_of("en")))


def test_every_key_that_code_or_template_uses_exists() -> None:
    sources = [*UI.rglob("*.py"), *UI.rglob("*.html")]
    used = {key for path in sources for key in USED.findall(path.read_text(encoding="utf-8"))}
    assert len(used) > 40
    words = wording("sv")
    assert [key for key in sorted(used) if not words(key)] == []


def test_missing_key_names_the_file() -> None:
    with pytest.raises(MissingTextError, match=r"sv\.yaml"):
        wording("sv")("finns.inte")


def test_no_telephone_number_but_the_emergency_number_is_in_the_texts() -> None:
    for path in Path(TEXTS).glob("*.yaml"):
        numbers = re.findall(r"\b\d{2,}[\d -]*\d\b", path.read_text(encoding="utf-8"))
        assert set(numbers) <= {"112", "2000"}
