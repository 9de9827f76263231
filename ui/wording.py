"""All visible words, as data in `texts/<language>.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

TEXTS = Path(__file__).parent / "texts"

UiLanguage = Literal["sv", "easy", "en", "ar", "uk", "so", "fa"]
LANGUAGES: tuple[UiLanguage, ...] = ("sv", "easy", "en", "ar", "uk", "so", "fa")
ORIGINAL: UiLanguage = "sv"


class MissingTextError(KeyError):
    """A key that no text file holds: add it to texts/sv.yaml and the other languages."""


class Wording:
    """The words of one language, by dotted key; what its file lacks is taken from Swedish.

    `language` is the code for `lang` (RFC 5646), `direction` is `ltr` or `rtl`, `name` is the
    language's own name, and `reviewed` tells whether a speaker has read the texts.
    """

    def __init__(
        self, choice: UiLanguage, tree: Mapping[str, Any], original: Mapping[str, Any]
    ) -> None:
        self.choice = choice
        self.language: str = tree["code"]
        self.direction: str = tree["direction"]
        self.name: str = tree["name"]
        self.reviewed: bool = tree["reviewed"]
        self._trees = (tree, original)

    def __call__(self, key: str, **values: object) -> str:
        """The text with `{names}` filled in. Raises MissingTextError."""
        text = self._find(key)
        if not isinstance(text, str):
            raise MissingTextError(f"{key} in texts/{self.choice}.yaml is not one text")
        return text.format(**values) if values else text

    def named(self, family: str, code: str) -> str:
        """The text for a code of the API; the code itself where the interface is older."""
        for tree in self._trees:
            found = _branch(tree, family)
            if isinstance(found, Mapping) and code in found:
                return str(found[code])
        self._find(family)
        return code

    def items(self, key: str) -> list[dict[str, str]]:
        """A list of small records, such as the examples."""
        found = self._find(key)
        if not isinstance(found, list):
            raise MissingTextError(f"{key} in texts/{self.choice}.yaml is not a list")
        return found

    def _find(self, key: str) -> Any:
        for tree in self._trees:
            found = _branch(tree, key)
            if found is not None:
                return found
        raise MissingTextError(f"{key} is not in texts/{self.choice}.yaml")


def _branch(tree: Mapping[str, Any], key: str) -> Any:
    """What the tree holds at that key; None where it holds nothing."""
    found: Any = tree
    for part in key.split("."):
        if not isinstance(found, Mapping) or part not in found:
            return None
        found = found[part]
    return found


@cache
def wording(choice: UiLanguage) -> Wording:
    """Reads the language's file, and the Swedish one behind it, once."""
    return Wording(choice, _tree(choice), _tree(ORIGINAL))


def known_language(code: str | None) -> UiLanguage | None:
    """The language of that code where there are texts for it."""
    return code if code in LANGUAGES else None


@cache
def _tree(choice: UiLanguage) -> Mapping[str, Any]:
    text = (TEXTS / f"{choice}.yaml").read_text(encoding="utf-8")
    tree: Mapping[str, Any] = yaml.safe_load(text)
    return tree
