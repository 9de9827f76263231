"""What is wrong with fixed texts and with what a crisis notice is made of stops publishing."""

from pathlib import Path

import pytest
import yaml

from ingest.check import check
from ingest.load import Loader
from ingest.problems import Problem, Severity
from tests.small_knowledge import TODAY, write_small_knowledge


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    folder = write_small_knowledge(tmp_path / "knowledge")
    (folder / "rules").mkdir()
    return folder


def faults(folder: Path) -> list[Problem]:
    found = check(Loader(folder).load(), today=TODAY)
    return [problem for problem in found if problem.severity is Severity.ERROR]


def add(folder: Path, name: str, text: str) -> None:
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.mark.parametrize("language", ["en", "so", "sv-latt"])
def test_a_text_that_a_language_lacks_is_an_error(knowledge: Path, language: str) -> None:
    assert faults(knowledge) == []
    texts = yaml.safe_load((knowledge / "messages" / "sv.yaml").read_text(encoding="utf-8"))
    del texts["notice"]["clarify"]
    path = knowledge / "messages" / f"{language}.yaml"
    path.write_text(yaml.safe_dump(texts, allow_unicode=True), encoding="utf-8")
    (problem,) = faults(knowledge)
    assert problem.file == f"messages/{language}.yaml"
    assert "notice.clarify" in problem.message


def test_a_translation_that_names_another_contact_is_an_error(knowledge: Path) -> None:
    path = knowledge / "messages" / "en.yaml"
    text = path.read_text(encoding="utf-8").replace("{contact:kontaktcenter}", "{contact:vaxel}", 1)
    path.write_text(text, encoding="utf-8")
    assert ["andra kontakter" in problem.message for problem in faults(knowledge)] == [True]


def test_a_person_needs_a_text_and_contacts_that_exist(knowledge: Path) -> None:
    add(knowledge, "rules/persons.yaml", "- person: barn\n  any: [jag]\n  contacts: [bris]\n")
    add(knowledge, "rules/hours.yaml", "- contact: jour\n  hours:\n"
        "    - {days: [mon], start: '08:00', until: '16:00'}\n")  # fmt: skip
    said = sorted(problem.message for problem in faults(knowledge))
    assert said == [
        "Kontakten 'bris' finns inte.",
        "Kontakten 'jour' finns inte.",
        "Texten 'person.barn' finns inte.",
    ]


@pytest.mark.parametrize("key", ["okand", "okand.barn", "vald.granne"])
def test_a_crisis_text_that_nothing_uses_is_an_error(knowledge: Path, key: str) -> None:
    add(knowledge, "rules/crisis.yaml", "- id: vald\n  any: [vald]\n  message: crisis.vald\n")
    for language in ("sv", "en"):
        add(knowledge, f"messages/{language}.yaml", f"crisis: {{vald: Ring., {key}: Ring.}}\n")
    (problem,) = faults(knowledge)
    assert (problem.file, problem.field) == ("messages/sv.yaml", f"crisis.{key}")
