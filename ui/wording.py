"""All visible words, as data in `texts/<language>.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

TEXTS = Path(__file__).parent / "texts"

UiLanguage = Literal["sv", "en"]


class MissingTextError(KeyError):
    """A key that no text file holds: add it to texts/sv.yaml and texts/en.yaml."""


class Wording:
    """The words of one language, by dotted key."""

    def __init__(self, language: UiLanguage, tree: Mapping[str, Any]) -> None:
        self.language = language
        self._tree = tree

    def __call__(self, key: str, **values: object) -> str:
        """The text with `{names}` filled in. Raises MissingTextError."""
        text = self._find(key)
        if not isinstance(text, str):
            raise MissingTextError(f"{key} in texts/{self.language}.yaml is not one text")
        return text.format(**values) if values else text

    def named(self, family: str, code: str) -> str:
        """The text for a code of the API; the code itself where the interface is older."""
        found = self._family(family).get(code, code)
        return str(found)

    def items(self, key: str) -> list[dict[str, str]]:
        """A list of small records, such as the examples."""
        found = self._find(key)
        if not isinstance(found, list):
            raise MissingTextError(f"{key} in texts/{self.language}.yaml is not a list")
        return found

    def _family(self, key: str) -> Mapping[str, Any]:
        found = self._find(key)
        if not isinstance(found, Mapping):
            raise MissingTextError(f"{key} in texts/{self.language}.yaml is not a group")
        return found

    def _find(self, key: str) -> Any:
        found: Any = self._tree
        for part in key.split("."):
            if not isinstance(found, Mapping) or part not in found:
                raise MissingTextError(f"{key} is not in texts/{self.language}.yaml")
            found = found[part]
        return found


@cache
def wording(language: UiLanguage) -> Wording:
    """Reads the language's file once."""
    path = TEXTS / f"{language}.yaml"
    return Wording(language, yaml.safe_load(path.read_text(encoding="utf-8")))
