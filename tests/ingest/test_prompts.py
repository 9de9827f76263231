"""What a chat model is told is data: it is loaded, and checked like other texts."""

from pathlib import Path

import pytest

from guide.model.prompt import Prompt
from guide.model.terms import Language
from ingest.load import Loaded, Loader

GOOD = "system: Svara.\nquestion: '{passages} {question}'\nrepair: '{faults}'\n"


def write(folder: Path, name: str, text: str) -> Loaded:
    (folder / "prompts").mkdir(exist_ok=True)
    (folder / "prompts" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Loader(folder).load()


def test_the_projects_prompts_are_loaded_in_both_languages(project_knowledge: Loaded) -> None:
    assert set(project_knowledge.content.prompts) == {Language.SV, Language.EN}


def test_a_prompt_is_named_by_its_words() -> None:
    one = Prompt(system="Svara.", question="{passages} {question}", repair="{faults}")
    other = one.model_copy(update={"system": "Svara kort."})
    assert one.digest != other.digest


def test_a_good_prompt_has_no_problems(knowledge: Path) -> None:
    loaded = write(knowledge, "sv", GOOD)
    assert loaded.problems == ()
    assert loaded.content.prompts[Language.SV].system == "Svara."


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("sv", GOOD.replace("{question}", ""), "{passages}, {question}"),
        ("sv", GOOD.replace("Svara.", "Svara {nu}."), "inga fält"),
        ("sv", GOOD.replace("{faults}", "{faults"), "klammer"),
        ("so", GOOD, "språket"),
    ],
)
def test_a_prompt_that_cannot_be_filled_in_is_told_with_its_file(
    knowledge: Path, name: str, text: str, told: str
) -> None:
    (problem,) = write(knowledge, name, text).problems
    assert problem.file == f"prompts/{name}.yaml"
    assert told in problem.message
