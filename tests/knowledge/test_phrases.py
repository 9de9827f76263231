"""Phrases and examples tell entries apart, and none of them is a question of an evaluation set."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.model.knowledge import Content
from guide.settings import PROJECT
from ingest.checks.words import overlap, words

ALIKE = 0.8
"""Shared words over all words from which two questions count as the same."""


def phrases(content: Content) -> Iterator[tuple[str, str]]:
    for service in content.services:
        for phrase in service.phrases.all():
            yield service.id, phrase
    for name, examples in content.examples.items():
        for text in examples.all():
            yield name, text
    for premise in content.premises:
        for phrase in premise.phrases.all():
            yield premise.id, phrase
    for name, examples in content.rule_examples.items():
        for text in examples.all():
            yield name, text


def questions(path: Path) -> list[tuple[str, frozenset[str]]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    cases = [json.loads(line) for line in lines if line.strip()]
    return [(case["id"], words(case["question"])) for case in cases]


def leaks(content: Content, path: Path) -> list[tuple[str, str, str]]:
    """Phrases that say what a question says: entry, phrase, the question's id."""
    asked = questions(path)
    said = [(name, phrase, words(phrase)) for name, phrase in phrases(content)]
    return [
        (name, phrase, number)
        for name, phrase, own in said
        for number, question in asked
        if _as_long(own, question) and overlap(own, question) >= ALIKE
    ]


def _as_long(first: frozenset[str], second: frozenset[str]) -> bool:
    """A cheap look first: where it is false, the overlap is less."""
    shorter, longer = sorted((len(first), len(second)))
    return shorter >= ALIKE * longer


def test_no_phrase_stands_for_two_entries(content: Content) -> None:
    owners: dict[frozenset[str], set[str]] = defaultdict(set)
    services = {service.id for service in content.services}
    for name, phrase in phrases(content):
        if name in services:
            owners[words(phrase)].add(name)
    assert [names for names in owners.values() if len(names) > 1] == []


def test_no_phrase_stands_twice_in_an_entry(content: Content) -> None:
    for service in content.services:
        said = [words(phrase) for phrase in service.phrases.all()]
        assert len(set(said)) == len(said), service.id


@pytest.mark.parametrize(
    "name",
    [
        "answers.jsonl",
        "situations/tuning.jsonl",
        "situations/reporting.jsonl",
        "routing/tuning.jsonl",
        "routing/reporting.jsonl",
    ],
)
def test_no_phrase_is_a_question_of_an_own_set(content: Content, name: str) -> None:
    assert leaks(content, PROJECT / "evals" / "data" / name) == []


def test_no_phrase_is_a_question_of_the_external_set(content: Content, evaldata: Path) -> None:
    path = evaldata / "questions" / "dev.jsonl"
    if not path.is_file():
        pytest.skip(f"{path.name} is not there: phrases are not compared with it")
    assert leaks(content, path) == []
