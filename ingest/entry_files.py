"""An entry's Markdown file: front matter with the fields, a body with sections."""

from pathlib import Path
from typing import Any, NamedTuple

import regex
from pydantic import ValidationError

from guide.model.service import Service
from ingest.places import Places
from ingest.problems import Problem, problems_of
from ingest.yaml_files import Unreadable, parse, read_text

_FRONT = regex.compile(r"\A---\n(.*?\n)---(?:\n(.*))?\Z", regex.DOTALL)
_HEADING = regex.compile(r"^## +(?P<title>.+?) *\{(?P<marks>[a-z_, ]+)\} *$")
_SOURCES = regex.compile(r"^Källa: *(?P<ids>.+)$")


class Entry(NamedTuple):
    """What was read of one file: the entry if nothing is wrong, and the line of each field."""

    service: Service | None
    problems: tuple[Problem, ...]
    lines: dict[str, int]


def read_entry(path: Path, name: str) -> Entry:
    """The entry in the file, or what is wrong with it. `name` is how problems call the file.

    A section is found as `sections.<title>`, a line of its text as `sections.<title>.<number>`.
    """
    try:
        text = read_text(path, name)
        front, body, body_line = _split(text, name)
        fields, lines = parse(front, name, first_line=2)
        if not isinstance(fields, dict):
            raise Unreadable(_fault(name, 2, "Inledningen är inte fält med värden."))
        if "sections" in fields:
            raise Unreadable(_fault(name, lines["sections"], "Avsnitt skrivs under inledningen."))
        sections, headings = _sections(body, name, body_line)
    except Unreadable as error:
        return Entry(None, (error.problem,), {})
    lines |= headings
    try:
        service = Service.model_validate({**fields, "sections": sections})
    except ValidationError as error:
        found = problems_of(error, name, Places(lines={name: lines}))
        return Entry(None, tuple(_titled(problem, sections) for problem in found), lines)
    if service.id != path.stem:
        message = f"id är {service.id!r}, filen heter annat."
        return Entry(None, (_fault(name, lines["id"], message),), lines)
    return Entry(service, (), lines)


def _split(text: str, name: str) -> tuple[str, str, int]:
    match = _FRONT.match(text)
    if match is None:
        raise Unreadable(_fault(name, 1, "Inledningen mellan två rader med --- saknas."))
    return match[1], match[2] or "", match[1].count("\n") + 3


def _sections(body: str, name: str, first_line: int) -> tuple[list[dict[str, Any]], dict[str, int]]:
    sections: list[dict[str, Any]] = []
    lines: dict[str, int] = {}
    for number, line in enumerate(body.splitlines(), first_line):
        if line.startswith("#"):
            lines[f"sections.{len(sections)}"] = number
            sections.append(_open_section(line, name, number))
            lines[f"sections.{sections[-1]['title']}"] = number
        elif line.strip() and not sections:
            raise Unreadable(_fault(name, number, "Text står före första rubriken."))
        elif source := _SOURCES.match(line):
            sections[-1]["evidence"] += [part.strip() for part in source["ids"].split(",")]
        elif line.strip():
            written = sections[-1]["text"].count("\n") + 1 if sections[-1]["text"] else 0
            lines[f"sections.{sections[-1]['title']}.{written + 1}"] = number
            sections[-1]["text"] = f"{sections[-1]['text']}\n{line.strip()}".strip()
    return sections, lines


def _open_section(line: str, name: str, number: int) -> dict[str, Any]:
    heading = _HEADING.match(line)
    if heading is None:
        raise Unreadable(_fault(name, number, "Rubriken ska se ut så här: ## Rubrik {about}."))
    marks = [mark.strip() for mark in heading["marks"].split(",")]
    audience = {"audience": "staff"} if "staff" in marks else {}
    role = next((mark for mark in marks if mark != "staff"), "")
    return {"role": role, "title": heading["title"], "text": "", "evidence": [], **audience}


def _titled(problem: Problem, sections: list[dict[str, Any]]) -> Problem:
    """A fault of a section, told by the section's title."""
    if not problem.field.startswith("sections."):
        return problem
    _, index, field = problem.field.split(".", 2)
    return problem.model_copy(update={"field": f"{sections[int(index)]['title']}.{field}"})


def _fault(name: str, line: int, message: str) -> Problem:
    return Problem(
        file=name, line=line, message=message, remedy="Se exemplet i README.md.", code="entry"
    )
