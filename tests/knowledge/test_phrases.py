"""Phrases and examples tell entries apart, and none of them is a question of an evaluation set."""

import json
import math
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.model.knowledge import Content
from guide.settings import PROJECT
from ingest.checks.words import overlap, words

ALIKE = 0.8
"""Shared words over all words from which two questions count as the same."""
DATA = PROJECT / "evals" / "data"
OWN = sorted(str(path.relative_to(DATA)) for path in DATA.rglob("*.jsonl"))


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


class Said:
    """Every phrase and example, found by its words."""

    def __init__(self, content: Content) -> None:
        self._phrases = [(name, phrase, words(phrase)) for name, phrase in phrases(content)]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, (_, _, own) in enumerate(self._phrases):
            for word in own:
                self._holding[word].append(number)

    def alike(self, question: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Phrases that share enough words: of the rarest, they must then hold at least one."""
        rarest = sorted(question, key=lambda word: len(self._holding[word]))
        looked_at = rarest[: len(rarest) - math.ceil(ALIKE * len(rarest)) + 1]
        for number in {n for word in looked_at for n in self._holding[word]}:
            name, phrase, own = self._phrases[number]
            if overlap(own, question) >= ALIKE:
                yield name, phrase


@pytest.fixture(scope="module")
def said(content: Content) -> Said:
    return Said(content)


def questions(path: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """What is asked in a file, with the line's id."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        case = json.loads(line) if line.strip() else {}
        for text in (case.get("question"), case.get("text"), *case.get("variants", ())):
            if text:
                yield case["id"], words(text)


def leaks(said: Said, path: Path) -> list[tuple[str, str, str]]:
    """Phrases that say what a question says: entry, phrase, the question's id."""
    return [
        (name, phrase, number)
        for number, question in questions(path)
        for name, phrase in said.alike(question)
    ]


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


@pytest.mark.parametrize("name", OWN)
def test_no_phrase_is_a_question_of_an_own_set(said: Said, name: str) -> None:
    assert leaks(said, DATA / name) == []


def test_a_phrase_that_is_a_question_is_found(said: Said, content: Content, tmp_path: Path) -> None:
    phrase = content.services[0].phrases.sv[0]
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"id": "one", "question": phrase}), encoding="utf-8")
    assert (content.services[0].id, phrase, "one") in leaks(said, path)


def test_no_phrase_is_a_question_of_the_external_set(said: Said, evaldata: Path) -> None:
    path = evaldata / "questions" / "dev.jsonl"
    if not path.is_file():
        pytest.skip(f"{path.name} is not there: phrases are not compared with it")
    assert leaks(said, path) == []
