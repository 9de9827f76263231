"""What editors tell the situation search and the glossary is checked before it is published."""

from pathlib import Path

import pytest

from ingest.check import check
from ingest.load import Loader
from tests.ingest.editing import edit, write
from tests.small_knowledge import TODAY

RULES = "rules/situations.yaml"
GLOSSARY = "taxonomy/glossary.yaml"
GOOD = "- {term: stöd, also: [stödet], entry: ekstodet, text: Ekstodet ger stöd med ekonomi.}\n"


def problems(folder: Path) -> list[tuple[str, str, int | None]]:
    found = check(Loader(folder).load(), None, TODAY)
    return [(problem.code, problem.file, problem.line) for problem in found]


def test_what_is_right_is_no_problem(knowledge: Path) -> None:
    write(knowledge, GLOSSARY, GOOD)
    write(
        knowledge,
        RULES,
        "persons:\n- {who: adult, label: Vuxen, groups: [adults], search: stöd}\n"
        "today: [vaxel]\nnot_for:\n- {entry: ekstodet, text: Ring växeln}\n",
    )
    assert problems(knowledge) == []


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        (GLOSSARY, GOOD.replace("ekonomi.", "allt."), ("quote", GLOSSARY, 1)),
        (GLOSSARY, GOOD.replace("ekstodet,", "nowhere,"), ("reference", GLOSSARY, 1)),
        (GLOSSARY, GOOD + GOOD.replace("term: stöd", "term: STÖDET"), ("glossary", GLOSSARY, 1)),
        (RULES, "today: [nowhere]\n", ("reference", RULES, 1)),
        (RULES, "age: år\n", ("situations", RULES, 1)),
        (
            RULES,
            "persons:\n- {who: adult, label: Vuxen, groups: [nobody], search: stöd}\n",
            ("reference", RULES, 2),
        ),
        (RULES, "not_for:\n- {entry: ekstodet, text: Aldrig sagt}\n", ("quote", RULES, 2)),
        (
            RULES,
            "reminders:\n- {id: en, entry: ekstodet, text: Aldrig sagt}\n",
            ("quote", RULES, 2),
        ),
        (RULES, "kin_of_young: ['(']\n", ("schema", RULES, 1)),
        (
            RULES,
            "not_for:\n- {entry: ekstodet, text: stöd med ekonomi. Ring växeln}\n",
            ("quote", RULES, 2),
        ),
        (
            RULES,
            "not_for:\n- {entry: ekstodet, text: är till för vuxna. Ekstodet ger}\n",
            ("quote", RULES, 2),
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    knowledge: Path, file: str, text: str, problem: tuple[str, str, int]
) -> None:
    write(knowledge, file, text)
    assert problem in problems(knowledge)


def test_an_area_without_everyday_words_is_told(knowledge: Path) -> None:
    edit(knowledge, "taxonomy/life_areas.yaml", "  search: [contact]\n", "")
    assert ("area-words", "taxonomy/life_areas.yaml", 1) in problems(knowledge)


def test_a_prevention_level_needs_its_source(knowledge: Path) -> None:
    entry = "services/ekstodet.md"
    edit(knowledge, entry, "provider: own", "prevention_level: universal\nprovider: own")
    assert "unsupported" in [code for code, _, _ in problems(knowledge)]
    edit(knowledge, entry, "supports: [status,", "supports: [status, prevention_level,")
    assert "unsupported" not in [code for code, _, _ in problems(knowledge)]
