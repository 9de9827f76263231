"""What a resident sees."""

import pytest

from tests.ui.conftest import RunningApi, ask, labels, resident_page, shown
from ui.markup import plain_label
from ui.parts.shell import example_label
from ui.wording import wording

WORDS = wording("sv")

pytestmark = pytest.mark.usefixtures("api")


def test_disclosure_stands_before_the_first_answer(api: RunningApi) -> None:
    page = resident_page()
    assert "Du skriver med en automatisk guide" in shown(page)
    assert api.asked == []


def test_examples_are_offered_by_situation_and_one_press_asks(api: RunningApi) -> None:
    page = resident_page()
    items = WORDS.items("examples.items")
    examples = [example["text"] for example in items]
    assert len(examples) == 8
    assert set(map(example_label, items)) <= set(labels(page))
    page.button(key="example-0").click().run()
    assert [body["question"] for body in api.asked] == examples[:1]
    assert examples[0] in shown(page)


def test_crisis_comes_before_the_sentences_with_numbers_to_call() -> None:
    html = shown(ask(resident_page(), "min man slår mig"))
    crisis = html.index('class="guide-crisis"')
    assert crisis < html.index('class="guide-sentence"') < html.index('class="guide-cards-head"')
    box = html[crisis : html.index("</section>", crisis)]
    assert box.index('href="tel:112"') < box.index('href="tel:020505050"')


def test_what_qualifies_an_answer_is_read_after_it() -> None:
    html = shown(ask(resident_page(), "min man slår mig"))
    assert html.rindex('class="guide-sentence"') < html.index("Oklart om det behövs en prövning")


def test_every_sentence_has_its_citation_as_a_button() -> None:
    page = ask(resident_page(), "min man slår mig")
    numbers = [label for label in labels(page) if label.startswith("\\[")]
    assert numbers == [plain_label(f"[{n}]") for n in (1, 1, 2, 2, 3)]


def test_opened_citation_marks_the_quote_and_names_document_lines_and_year() -> None:
    page = ask(resident_page(), "min man slår mig")
    next(b for b in page.button if b.label == plain_label("[1]")).click().run()
    html = shown(page)
    assert "<mark>Du kan få stöd om du utsätts för våld av någon som står dig nära.</mark>" in html
    assert "Stöd och insatser i Helsingborg</span>, rad 99-102" in html
    assert ">2025<" in html


def test_undated_document_is_called_so() -> None:
    page = ask(resident_page(), "min man slår mig")
    next(b for b in page.button if b.label == plain_label("[3]")).click().run()
    assert ">odaterad<" in shown(page)


def test_cards_tell_need_of_test_status_hours_and_what_is_not_said() -> None:
    html = shown(ask(resident_page(), "min man slår mig"))
    for words in (
        "Ingen behovsprövning behövs",
        "Framgår inte om behovsprövning krävs",
        "Nämns senast 2021, fråga om det finns kvar",
        "Stängt nu",
        "mån–ons, fre 8–17",
        "Odaterad uppgift",
        "Kontrollerat 2024-04",
        "Du själv eller en handläggare",
        "Det här säger källorna inte: vad det kostar och adress.",
    ):
        assert words in html


def test_numbers_in_sentences_can_be_called() -> None:
    html = shown(ask(resident_page(), "min man slår mig"))
    assert 'Kontaktcenter på <a href="tel:042105000">042-10 50 00</a>' in html


def test_follow_up_is_sent_with_the_history(api: RunningApi) -> None:
    page = ask(resident_page(), "min man slår mig")
    label = plain_label("Behöver jag ansöka om det?")
    next(b for b in page.button if b.label == label).click().run()
    assert api.asked[1]["question"] == "Behöver jag ansöka om det?"
    assert api.asked[1]["history"] == [
        {
            "question": "min man slår mig",
            "service_ids": ["familjevaldsenheten", "skyddat-boende"],
        }
    ]


def test_starting_over_forgets_the_conversation(api: RunningApi) -> None:
    page = ask(resident_page(), "min man slår mig")
    page.button(key="restart").click().run()
    assert "min man slår mig" not in shown(page)
    ask(page, "en ny fråga")
    assert api.asked[1]["history"] == []


def test_markup_in_the_apis_text_stays_text() -> None:
    page = ask(resident_page(), "markup")
    next(b for b in page.button if b.label == plain_label("[1]")).click().run()
    html = shown(page)
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html
    assert "javascript:" not in html


def test_markdown_in_a_follow_up_is_shown_literally() -> None:
    page = ask(resident_page(), "markup")
    label = next(b.label for b in page.button if "tryck" in b.label)
    assert "\\[tryck\\]\\(javascript\\:alert\\(5\\)\\)" in label
    assert label.startswith("\\!\\[x\\]")


def test_markup_in_the_visitors_question_stays_text() -> None:
    html = shown(ask(resident_page(), "<b>hej</b>"))
    assert "&lt;b&gt;hej&lt;/b&gt;" in html
    assert "<b>hej" not in html


def test_unanswered_question_still_leads_to_a_person() -> None:
    assert "Ring kommunens växel" in shown(ask(resident_page(), "ingenting"))


def test_opinion_is_sent_as_codes_without_the_question(api: RunningApi) -> None:
    page = ask(resident_page(), "min man slår mig")
    next(b for b in page.button if b.label == WORDS("opinion.no")).click().run()
    next(b for b in page.button if b.label == WORDS("opinion.cause.wrong")).click().run()
    assert api.opinions == [
        {"helpful": False, "cause": "wrong", "service_id": None, "knowledge_version": "test"}
    ]
    assert WORDS("opinion.thanks") in shown(page)


def test_sentences_of_a_language_model_are_marked_as_such() -> None:
    assert WORDS("answer.model") in shown(ask(resident_page(), "modell"))
    assert WORDS("answer.model") not in shown(ask(resident_page(), "utan"))
