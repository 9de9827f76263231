"""The sets that retrieval is measured on: the repository's own, and external ones where they are.

A set of services asks the published guide; a set over a corpus brings its own texts.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from evals.data_files import AnswerCase, Document, Query, read
from guide.model.terms import Language
from guide.settings import PROJECT

OWN = PROJECT / "evals" / "data" / "situations"
_PARALLEL = {
    Language.EN: "eng_Latn",
    Language.AR: "arb_Arab",
    Language.UK: "ukr_Cyrl",
    Language.SO: "som_Latn",
    Language.FA: "pes_Arab",
}


class ServiceQuestion(AnswerCase):
    """A question with what is acceptable beside what is expected."""

    also: tuple[str, ...] = ()


class CorpusQuery(Query):
    """A query; `answers` are strings, one of which the right passage holds."""

    answers: tuple[str, ...] = ()
    groups: dict[str, str] = Field(default_factory=dict)


@dataclass(frozen=True)
class ServiceSet:
    """Questions to the published guide."""

    name: str
    questions: list[ServiceQuestion]


@dataclass(frozen=True)
class CorpusSet:
    """Queries over texts of their own. With `by_passage` the right passage must be found."""

    name: str
    documents: list[Document]
    queries: list[CorpusQuery]
    by_passage: bool = False


AnySet = ServiceSet | CorpusSet


class NotThere(Exception):
    """A set that cannot be measured here; the message says why."""


class SetReader:
    """Reads sets by name."""

    def __init__(self, evaldata: Path | None) -> None:
        self._evaldata = evaldata
        self._readers: dict[str, Callable[[str], AnySet]] = {
            "own-tuning": self._own,
            "own-reporting": self._own,
            "questions-dev": self._dev,
            "swefaq": self._swefaq,
            "swequad": self._swequad,
            "sib200": self._sib200,
        }

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._readers)

    def read(self, name: str) -> AnySet:
        """The set.

        Raises:
            KeyError: there is no set of that name.
            NotThere: the set is external, and its folder is not known or holds no such set.
            BadData: a file of the set cannot be used.
        """
        return self._readers[name](name)

    def _own(self, name: str) -> ServiceSet:
        path = OWN / f"{name.removeprefix('own-')}.jsonl"
        return ServiceSet(name, read(path, ServiceQuestion))

    def _dev(self, name: str) -> ServiceSet:
        return ServiceSet(name, read(self._external("questions") / "dev.jsonl", ServiceQuestion))

    def _swefaq(self, name: str) -> CorpusSet:
        folder = self._external(name)
        return CorpusSet(name, _documents(folder), read(folder / "queries.jsonl", CorpusQuery))

    def _swequad(self, name: str) -> CorpusSet:
        """Questions on pages; those that are asked of several pages are answered by any."""
        folder = self._external(name)
        queries = read(folder / "queries.jsonl", CorpusQuery)
        same: dict[str, list[CorpusQuery]] = defaultdict(list)
        for query in queries:
            same[query.text.casefold()].append(query)
        merged = [_merged(query, same[query.text.casefold()]) for query in queries]
        return CorpusSet(name, _documents(folder), merged, by_passage=True)

    def _sib200(self, name: str) -> CorpusSet:
        """Parallel sentences; the languages that the guide tells apart, where they are."""
        folder = self._external(name)
        queries = [
            query.model_copy(update={"id": f"{language}-{query.id}", "groups": {"lang": language}})
            for language, code in _PARALLEL.items()
            if (path := folder / f"queries_{code}.jsonl").is_file()
            for query in read(path, CorpusQuery)
        ]
        return CorpusSet(name, _documents(folder), queries)

    def _external(self, folder: str) -> Path:
        if self._evaldata is None:
            raise NotThere("GUIDE_EVALDATA is not set")
        path = self._evaldata / folder
        if not path.is_dir():
            raise NotThere(f"GUIDE_EVALDATA holds no folder {folder}")
        return path


def own_sets() -> list[ServiceSet]:
    """The repository's own questions, those for tuning first.

    Raises:
        BadData: a file of them cannot be used.
    """
    reader = SetReader(None)
    found = (reader.read(name) for name in ("own-tuning", "own-reporting"))
    return [given for given in found if isinstance(given, ServiceSet)]


def part_of(page: str) -> str:
    """`tuning` or `reporting`: a page and all questions on it stay in one part."""
    return "reporting" if hashlib.sha256(page.encode()).digest()[0] % 2 else "tuning"


def _documents(folder: Path) -> list[Document]:
    return read(folder / "corpus.jsonl", Document)


def _merged(query: CorpusQuery, same: list[CorpusQuery]) -> CorpusQuery:
    return query.model_copy(
        update={
            "relevant": tuple(dict.fromkeys(page for q in same for page in q.relevant)),
            "answers": tuple(dict.fromkeys(answer for q in same for answer in q.answers)),
            "groups": {"part": part_of(query.relevant[0])},
        }
    )
