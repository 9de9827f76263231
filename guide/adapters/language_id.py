"""Language of a text by py3langid, restricted to the languages that the guide tells apart."""

import threading
from functools import cached_property
from typing import Any

import regex

from guide.model.terms import Language

MIN_WORDS = 3
_CANDIDATES = [*(language.value for language in Language), "da", "nb", "no", "nn"]
_LETTERS = regex.compile(r"\p{L}+")
_SCRIPTS = (
    (regex.compile(r"[іїєґІЇЄҐ]|\p{Cyrillic}{3}"), Language.UK),
    (regex.compile(r"[پچژگکی]"), Language.FA),
    (regex.compile(r"\p{Arabic}{2}"), Language.AR),
)


class LanguageIdentifier:
    """Swedish for fewer than three words of Latin letters; Nordic neighbours count as Swedish."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def __call__(self, text: str) -> Language:
        for script, language in _SCRIPTS:
            if script.search(text):
                return language
        if len(_LETTERS.findall(text)) < MIN_WORDS:
            return Language.SV
        with self._lock:
            code = str(self._identifier.classify(text)[0])
        return Language(code) if code in set(Language) else Language.SV

    @cached_property
    def _identifier(self) -> Any:
        from py3langid.langid import MODEL_FILE
        from py3langid.langid import LanguageIdentifier as Model

        model = Model.from_model_file(MODEL_FILE)
        known = set(model.labels)
        model.set_languages([code for code in _CANDIDATES if code in known])
        return model
