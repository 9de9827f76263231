"""The fixed texts are complete in seven languages, short, and easy where they say so."""

import pytest
import regex

from guide.catalogue.messages import EASY_SWEDISH, WRITTEN
from guide.model.knowledge import Content
from guide.settings import PROJECT
from ingest.checks.messages import contact_tokens
from ingest.lix import lix

TEXT_FILES = (".md", ".yaml")
FAMILIES = ("crisis", "person", "decision", "scope", "notice")
EASY = 32
"""LIX of the hardest easy text; half of them are below 20."""
GRADES = regex.compile(
    r"\b(?:allvarlig\w*|akut\w*|lindrig\w*|farlig situation|serious\w*|severe\w*|urgent\w*|mild)\b",
    regex.IGNORECASE,
)
CLICKS = regex.compile(r"\b(?:klicka|tryck på|click|tap)\b", regex.IGNORECASE)


def told(text: str) -> str:
    """The text with a word for each field."""
    return regex.sub(r"\{[^}]*\}", "X", text)


def test_there_are_seven_languages(content: Content) -> None:
    assert set(content.messages) == set(WRITTEN)
    assert len(WRITTEN) == 7


@pytest.mark.parametrize("language", WRITTEN)
def test_every_text_is_there_in_every_language(content: Content, language: str) -> None:
    assert content.messages[language].keys() == content.messages["sv"].keys()
    assert all(content.messages[language].values())


@pytest.mark.parametrize("language", WRITTEN)
def test_every_language_names_the_same_contacts(content: Content, language: str) -> None:
    swedish = content.messages["sv"]
    for key, text in content.messages[language].items():
        assert set(contact_tokens(text)) == set(contact_tokens(swedish[key])), key


def test_easy_swedish_is_easy_and_says_one_thing_at_a_time(content: Content) -> None:
    texts = {key: told(text) for key, text in content.messages[EASY_SWEDISH].items()
             if key.startswith(FAMILIES)}  # fmt: skip
    assert {key: round(lix(text)) for key, text in texts.items() if lix(text) > EASY} == {}
    for key, text in texts.items():
        assert max(len(part.split()) for part in regex.split(r"[.?!]", text)) <= 18, key


@pytest.mark.parametrize("language", ["sv", "sv-latt", "en"])
def test_a_crisis_text_is_short_and_grades_nothing(content: Content, language: str) -> None:
    for key, text in content.messages[language].items():
        if key.startswith(("crisis.", "person.")):
            assert not GRADES.search(text), key
            assert not CLICKS.search(text), key
            assert len(told(text).split()) <= 65, key


def test_a_crisis_text_says_first_what_to_do_now(content: Content) -> None:
    for rule in content.rules.crisis:
        first = content.rules.crisis and contact_tokens(content.messages["sv"][rule.message or ""])
        assert first[0] == ("mottagningen" if rule.id == "hemlos-i-natt" else "112"), rule.id


@pytest.mark.parametrize("key", ["smaprat", "vader", "annat", "otrevligt"])
def test_what_is_no_question_gets_a_short_kind_way_back(content: Content, key: str) -> None:
    for language in WRITTEN:
        text = content.messages[language][f"scope.{key}"]
        assert len(told(text).split()) <= 40, language
    assert "Skriv" in content.messages["sv"][f"scope.{key}"]


def test_guide_has_one_name_in_ukrainian() -> None:
    folders = (PROJECT / "knowledge", PROJECT / "ui" / "texts")
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in TEXT_FILES]
    told = {path: path.read_text(encoding="utf-8").casefold() for path in files}
    assert sum("путівник" in text for text in told.values()) > 2
    assert [path for path, text in told.items() if "довідник" in text] == []
