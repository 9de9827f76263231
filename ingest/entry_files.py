"""An entry's Markdown file: front matter with the fields, a body with sections."""

from pathlib import Path
from typing import Any

import regex
from pydantic import ValidationError

from guide.model.service import Service
from ingest.problems import Problem, problems_of
from ingest.yaml_files import Unreadable, key_lines, parse, read_text

_FRONT = regex.compile(r"\A---\r?\n(.*?\n)---\r?\n(.*)\Z", regex.DOTALL)
_HEADING = regex.compile(r"^## +(?P<title>.+?) *\{(?P<marks>[a-z_, ]+)\} *$")
_SOURCES = regex.compile(r"^Källa: *(?P<ids>.+)$")


def read_entry(path: Path, name: str) -> Service | list[Problem]:
    """The entry in the file, or what is wrong with it. `name` is how problems call the file."""
    try:
        text = read_text(path, name)
        front, body, body_line = _split(text, name)
        fields = parse(front, name, first_line=2)
        if not isinstance(fields, dict):
            raise Unreadable(_fault(name, 2, "Inledningen är inte fält med värden."))
        if "sections" in fields:
            line = key_lines(front, 2)["sections"]
            raise Unreadable(_fault(name, line, "Avsnitt skrivs under inledningen."))
        sections = _sections(body, name, body_line)
    except Unreadable as error:
        return [error.problem]
    try:
        service = Service.model_validate({**fields, "sections": sections})
    except ValidationError as error:
        found = problems_of(error, name, key_lines(front, first_line=2))
        return [_at_heading(problem, sections, body, body_line) for problem in found]
    if service.id != path.stem:
        return [
            _fault(name, key_lines(front, 2)["id"], f"id är {service.id!r}, filen heter annat.")
        ]
    return service


def _split(text: str, name: str) -> tuple[str, str, int]:
    match = _FRONT.match(text)
    if match is None:
        raise Unreadable(_fault(name, 1, "Inledningen mellan två rader med --- saknas."))
    return match[1], match[2], match[1].count("\n") + 3


def _sections(body: str, name: str, first_line: int) -> list[dict[str, Any]]:
    sections: list[dict[str, Any]] = []
    for number, line in enumerate(body.splitlines(), first_line):
        if line.startswith("#"):
            sections.append(_open_section(line, name, number))
        elif line.strip() and not sections:
            raise Unreadable(_fault(name, number, "Text står före första rubriken."))
        elif source := _SOURCES.match(line):
            sections[-1]["evidence"] = [part.strip() for part in source["ids"].split(",")]
        elif line.strip():
            sections[-1]["text"] = f"{sections[-1]['text']}\n{line.strip()}".strip()
    return sections


def _open_section(line: str, name: str, number: int) -> dict[str, Any]:
    heading = _HEADING.match(line)
    if heading is None:
        raise Unreadable(_fault(name, number, "Rubriken ska se ut så här: ## Rubrik {about}."))
    marks = [mark.strip() for mark in heading["marks"].split(",")]
    audience = {"audience": "staff"} if "staff" in marks else {}
    role = next((mark for mark in marks if mark != "staff"), "")
    return {"role": role, "title": heading["title"], "text": "", "evidence": [], **audience}


def _at_heading(
    problem: Problem, sections: list[dict[str, Any]], body: str, first_line: int
) -> Problem:
    """A fault of a section, told at the section's heading."""
    if not problem.field.startswith("sections."):
        return problem
    index = int(problem.field.split(".")[1])
    headings = [n for n, line in enumerate(body.splitlines(), first_line) if line.startswith("#")]
    field = f"{sections[index]['title']}.{problem.field.split('.', 2)[2]}"
    return problem.model_copy(update={"line": headings[index], "field": field})


def _fault(name: str, line: int, message: str) -> Problem:
    return Problem(file=name, line=line, message=message, remedy="Se exemplet i README.md.")
