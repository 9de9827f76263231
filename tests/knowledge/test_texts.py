"""What residents read: no contact facts outside the records, no promises, plain Swedish."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
import regex

from guide.model.knowledge import Content
from guide.model.service import Service
from guide.settings import PROJECT
from ingest.lix import lix

EXEMPT = ("112", "1177", "90101", "114 14")
"""Numbers that are names."""
PHONE = regex.compile(r"(?<![\d-])(?:\+?\d{2,4}[- ]\d{2,3}(?:[ -]?\d{2,3}){1,3}|\d{5,})(?![\d-])")
ADDRESS = regex.compile(r"\S+@\S+\.\w+|https?://\S+|\bwww\.\S+")
PROMISE = regex.compile(
    r"(?<!\b(?:inte|aldrig|not|never)\b[^.!?,]{0,20})(?:"
    r"blir (?:det )?(?:inget|inte något) ärende|ingen (?:annan )?(?:får|kommer att) veta|"
    r"(?<!om )du har rätt till|garanter|dokumenteras inte|skrivs inte ner|skriver inte ner|"
    r"inget (?:skrivs|sparas|dokumenteras)|förs ingen journal|helt anonym|stannar mellan oss|"
    r"no case (?:is|will be) opened|no(?:body| one) will know|you are entitled|guarantee|"
    r"nothing is (?:recorded|written)|is not recorded|will stay between)",
    regex.IGNORECASE,
)
"""A promise, unless the words just before deny it."""
LIX_MEDIAN = 40
PROSE = ("services", "topics", "elsewhere")


def body_of(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("\n---\n", 1)[1]


def entry_paths() -> list[Path]:
    return sorted(p for folder in PROSE for p in (PROJECT / "knowledge" / folder).glob("*.md"))


def field_texts(service: Service) -> Iterator[str]:
    """Every text of the entry that can be shown, phrases and evidence aside."""
    yield from (t for t in (service.summary.sv, service.summary.easy, service.summary.en) if t)
    yield from (service.who_it_is_for, service.needs_test_note, service.initiated_by or "")
    yield from (service.cost or "", service.waiting_time or "", service.documentation or "")
    yield service.ages.note if service.ages else ""


def resident_texts(content: Content) -> Iterator[tuple[str, str]]:
    for service in content.services:
        if service.audience == "resident":
            for text in field_texts(service):
                yield service.id, text
            for section in service.sections:
                if section.audience == "resident":
                    yield service.id, section.text
    for premise in content.premises:
        for text in premise.correction.values():
            yield premise.id, text
    for language, texts in content.messages.items():
        for key, text in texts.items():
            yield f"{language}.{key}", text


def without_names(text: str) -> str:
    for name in EXEMPT:
        text = regex.sub(rf"(?<!\d){name}(?!\d)", "", text)
    return text


@pytest.mark.parametrize(
    "text", ["042-10 50 00", "020-50 50 50", "0771-25 25 25", "+46 42 10 50 00", "0421050000"]
)
def test_the_pattern_finds_telephone_numbers(text: str) -> None:
    assert PHONE.search(without_names(f"Ring {text}."))


@pytest.mark.parametrize(
    "text", ["januari 2024–april 2025", "Ring 112 eller 114 14", "48 barn av 72", "90101", "1177"]
)
def test_the_pattern_leaves_years_and_named_numbers_alone(text: str) -> None:
    assert not PHONE.search(without_names(text))


@pytest.mark.parametrize("path", entry_paths(), ids=lambda path: path.stem)
def test_no_contact_fact_stands_in_a_body(path: Path) -> None:
    body = without_names(body_of(path))
    assert PHONE.findall(body) == []
    assert ADDRESS.findall(body) == []


def test_no_contact_fact_stands_in_fields_or_messages(content: Content) -> None:
    texts = list(resident_texts(content))
    texts += [(s.id, text) for s in content.services for text in field_texts(s)]
    found = [(name, PHONE.search(without_names(text)) or ADDRESS.search(text))
             for name, text in texts]  # fmt: skip
    assert [(name, match.group()) for name, match in found if match] == []


@pytest.mark.parametrize(
    "text", ["Det blir inget ärende.", "Ingen får veta det.", "Du har rätt till plats.",
             "Samtalet dokumenteras inte.", "Nobody will know."],
)  # fmt: skip
def test_the_pattern_finds_promises(text: str) -> None:
    assert PROMISE.search(text)


@pytest.mark.parametrize(
    "text", ["Du kan inte räkna med att inget skrivs ner.", "Fråga om du har rätt till stöd.",
             "That does not mean that nothing is written down."],
)  # fmt: skip
def test_the_pattern_leaves_denials_and_questions_alone(text: str) -> None:
    assert not PROMISE.search(text)


def test_no_text_promises_a_right_secrecy_or_no_record(content: Content) -> None:
    found = [(name, PROMISE.search(text)) for name, text in resident_texts(content)]
    assert [(name, match.group()) for name, match in found if match] == []


def test_resident_summaries_are_easy_to_read(content: Content) -> None:
    summaries = [s.summary.sv for s in content.services if s.audience == "resident"]
    assert median(lix(text) for text in summaries) <= LIX_MEDIAN


def test_lattlast_is_easier_than_the_summary(content: Content) -> None:
    both = [(s.summary.easy, s.summary.sv) for s in content.services if s.summary.easy]
    assert both
    assert median(lix(easy) for easy, _ in both) < median(lix(text) for _, text in both)


def test_a_service_is_named_where_its_sentences_stand_alone(content: Content) -> None:
    """Sentences are cited one by one, so a summary opens with whom it is about."""
    for service in content.services:
        first = service.summary.sv.casefold()
        names = [service.name, *service.aliases]
        words = {w for name in names for w in regex.findall(r"\w{3,}", name.casefold())}
        assert any(word in first for word in words), service.id
