"""Read the knowledge folder into checked values, collecting every fault."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from guide.catalogue.messages import WRITTEN
from guide.model.contact import Contact
from guide.model.evidence import Source
from guide.model.knowledge import Content, Term
from guide.model.prompt import Prompt
from guide.model.rules import (
    DangerRule,
    NeutralRule,
    PersonRule,
    Premise,
    Rule,
    Rulebook,
    UsualHours,
)
from guide.model.service import Phrases, Service
from guide.model.situation_rules import GlossaryTerm, SituationRules
from guide.model.terms import Language
from guide.model.value import Value
from ingest.entry_files import read_entry
from ingest.places import Places
from ingest.problems import Problem, problems_of
from ingest.yaml_files import Unreadable, parse, read_text

V = TypeVar("V", bound=Value)
ENTRY_FOLDERS = ("services", "topics", "elsewhere")
ANSWERED_IN = (Language.SV, Language.EN)
"""Languages of answers; each may have a file of what a chat model is told."""


class Loaded(Value):
    """What could be read and what could not.

    `files` names each entry's file by id, `entry_files` in the order of the content's entries
    (two entries may have one id). `places` finds the line of any field. `given_names` are those
    of `swedish/fornamn.txt`.
    """

    content: Content
    problems: tuple[Problem, ...]
    files: dict[str, str]
    entry_files: tuple[str, ...]
    places: Places
    given_names: frozenset[str] = frozenset()


class Loader:
    """Reads one knowledge folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: list[Problem] = []
        self._entry_files: list[tuple[str, str]] = []
        self._lines: dict[str, dict[str, int]] = {}

    def load(self) -> Loaded:
        """Reads everything; faults are collected, not raised."""
        if not self._folder.is_dir():
            self._add(str(self._folder), "Mappen finns inte.", "Ange GUIDE_KNOWLEDGE_DIR.")
        entries = {name: self._entries(name) for name in ENTRY_FOLDERS}
        given_names = self._given_names()
        content = Content(
            services=tuple(service for name in ENTRY_FOLDERS for service in entries[name]),
            elsewhere=tuple(service.id for service in entries["elsewhere"]),
            examples=dict(self._examples("examples")),
            rule_examples=dict(self._examples("rules/examples")),
            contacts=self._list("contacts.yaml", Contact),
            sources=self._list("sources.yaml", Source),
            rules=self._rulebook(),
            premises=tuple(self._premises()),
            groups=self._list("taxonomy/groups.yaml", Term),
            life_areas=self._list("taxonomy/life_areas.yaml", Term),
            situations=self._situations(),
            glossary=self._list("taxonomy/glossary.yaml", GlossaryTerm),
            given_names=tuple(sorted(given_names)),
            messages=dict(self._messages()),
            prompts=dict(self._prompts()),
        )
        return Loaded(
            content=content,
            problems=tuple(self._problems),
            files=dict(reversed(self._entry_files)),
            entry_files=tuple(file for _, file in self._entry_files),
            places=Places(lines=self._lines),
            given_names=given_names,
        )

    def _entries(self, folder: str) -> list[Service]:
        services = []
        for path in sorted((self._folder / folder).glob("*.md")):
            name = self._name(path)
            read = read_entry(path, name)
            self._lines[name] = read.lines
            self._problems.extend(read.problems)
            if read.service is not None:
                services.append(read.service)
                self._entry_files.append((read.service.id, name))
        return services

    def _examples(self, folder: str) -> Iterator[tuple[str, Phrases]]:
        for path in sorted((self._folder / folder).glob("*.yaml")):
            for found in self._one(path, Phrases):
                yield path.stem, found

    def _premises(self) -> Iterator[Premise]:
        for path in sorted((self._folder / "premises").glob("*.yaml")):
            for premise in self._one(path, Premise):
                if premise.id != path.stem:
                    self._add(self._name(path), f"id är {premise.id!r}, filen heter annat.",
                              "Ge filen och posten samma namn.", "id")  # fmt: skip
                yield premise

    def _rulebook(self) -> Rulebook:
        asked = self._asked()
        return Rulebook(
            crisis=self._list("rules/crisis.yaml", DangerRule),
            decisions=self._list("rules/decisions.yaml", Rule),
            scope=self._list("rules/scope.yaml", Rule),
            maintenance=self._list("rules/maintenance.yaml", Rule),
            persons=self._list("rules/persons.yaml", PersonRule),
            neutral=self._list("rules/neutral.yaml", NeutralRule),
            hours=self._list("rules/hours.yaml", UsualHours),
            facets=asked.facets,
            forms=asked.forms,
            back=asked.back,
            vague=asked.vague,
            today=asked.today,
            needs_test=asked.needs_test,
        )

    def _asked(self) -> Rulebook:
        """What facets.yaml says: words by which questions ask for something."""
        found = list(self._one(self._folder / "rules/facets.yaml", Rulebook))
        return found[0] if found else Rulebook()

    def _situations(self) -> SituationRules:
        found = list(self._one(self._folder / "rules/situations.yaml", SituationRules))
        return found[0] if found else SituationRules()

    def _messages(self) -> Iterator[tuple[str, dict[str, str]]]:
        for path in sorted((self._folder / "messages").glob("*.yaml")):
            texts = self._texts(path)
            if path.stem not in WRITTEN:
                self._add(self._name(path), "Okänt språk.", f"Välj ett av {', '.join(WRITTEN)}.")
            yield path.stem, texts

    def _prompts(self) -> Iterator[tuple[Language, Prompt]]:
        """What a chat model is told; answers are Swedish or English alone."""
        for path in sorted((self._folder / "prompts").glob("*.yaml")):
            if path.stem not in ANSWERED_IN:
                told = ", ".join(ANSWERED_IN)
                self._add(self._name(path), "Svar skrivs inte på det språket.", f"Välj {told}.")
                continue
            for prompt in self._one(path, Prompt):
                yield Language(path.stem), prompt

    def _texts(self, path: Path) -> dict[str, str]:
        data = self._data(path)
        if data is not None and not isinstance(data, dict):
            self._add(self._name(path), "Filen ska innehålla nycklar med text.",
                      "Skriv nyckel: text på varje rad.")  # fmt: skip
            return {}
        name, texts = self._name(path), dict[str, str]()
        for key, value in _flatten(data or {}):
            texts[key] = value.strip() if isinstance(value, str) else ""
            if value is not None and not isinstance(value, str):
                self._add(name, f"{key} är ingen text.", "Sätt citattecken runt den.", key)
            elif not texts[key]:
                self._add(name, f"{key} saknar text.", "Skriv den eller ta bort raden.", key)
        return texts

    def _given_names(self) -> frozenset[str]:
        path = self._folder / "swedish" / "fornamn.txt"
        try:
            lines = read_text(path, self._name(path)).splitlines() if path.exists() else []
        except Unreadable as error:
            self._problems.append(error.problem)
            return frozenset()
        return frozenset(line.strip() for line in lines if line.strip() and line[0] != "#")

    def _one(self, path: Path, model: type[V]) -> Iterator[V]:
        data = self._data(path)
        if data is None:
            return
        try:
            yield model.model_validate(data)
        except ValidationError as error:
            self._problems.extend(problems_of(error, self._name(path), self._places(path)))

    def _list(self, name: str, model: type[V]) -> tuple[V, ...]:
        path = self._folder / name
        data = self._data(path)
        if data is None:
            return ()
        if not isinstance(data, list):
            self._add(name, "Filen ska innehålla en lista.", "Börja varje post med '- '.")
            return ()
        return tuple(self._validated(path, model, data))

    def _validated(self, path: Path, model: type[V], items: list[Any]) -> Iterator[V]:
        for index, item in enumerate(items):
            try:
                yield model.model_validate(item)
            except ValidationError as error:
                found = problems_of(error, self._name(path), self._places(path), str(index))
                self._problems.extend(found)

    def _places(self, path: Path) -> Places:
        name = self._name(path)
        return Places(lines={name: self._lines[name]})

    def _data(self, path: Path) -> Any:
        if not path.exists():
            return None
        name = self._name(path)
        try:
            data, self._lines[name] = parse(read_text(path, name), name)
        except Unreadable as error:
            self._problems.append(error.problem)
            return None
        return data

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()

    def _add(self, file: str, message: str, remedy: str, key: str = "") -> None:
        line = Places(lines=self._lines).line(file, key)
        self._problems.append(
            Problem(file=file, line=line, message=message, remedy=remedy, code="folder")
        )


def _flatten(data: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
