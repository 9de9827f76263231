"""The forms of the extractive answer: a need, a fact, a figure, a comparison, several needs."""

import pytest

from guide.composing.extractive import ExtractiveComposer
from guide.model.rules import Person
from guide.model.terms import Audience, Facet, Form, Language
from guide.retrieval.passages import Hit
from guide.retrieval.services import Ranked
from tests.composing.drafting import composed, drafts_of, findings, texts
from tests.small_catalogue import catalogue, content, section, service

HOW = [section("how", "Kom förbi.")]


def test_easy_style_opens_with_the_easy_summary() -> None:
    summary = {"sv": "Karpen ger stöd.", "easy": "Karpen hjälper dig. Du kan gå dit."}
    drafts = composed(service("karpen", summary=summary), easy=True)
    assert texts(drafts)[:2] == ["Karpen hjälper dig.", "Du kan gå dit."]
    assert drafts[0].passage.id == "karpen:lattlast"


@pytest.mark.parametrize(("gap", "told"), [(0.1, True), (5.0, False)])
def test_a_second_service_is_told_of_only_when_it_is_as_near(gap: float, told: bool) -> None:
    first, second = service("karpen"), service("ips", needs_test="required")
    known = catalogue(content(first, second))
    ranked = [Ranked(first, 1.0, (), False), Ranked(second, 1.0 - gap, (), False)]
    said = texts(drafts_of(known, ranked))
    assert ("Ips ger stöd." in said) is told
    assert bool([t for t in said if "Ips" in t and "behovsprövning" in t]) is told


def test_records_are_explained_by_the_topic_where_the_entry_is_silent() -> None:
    topic = service(
        "dokumentation-och-sekretess", kind="legal_topic", summary={"sv": "Journal är en sak."}
    )
    entry = service("karpen")
    known = catalogue(content(entry, topic))
    asked = findings(facets=frozenset({Facet.DOCUMENTATION}))
    assert "Journal är en sak." in texts(drafts_of(known, [Ranked(entry, 1, (), False)], asked))


def test_one_who_tells_of_a_need_reads_first_what_to_do() -> None:
    entry = service("karpen", sections=HOW)
    known = catalogue(content(entry))
    by_need = texts(drafts_of(known, [Ranked(entry, 1.0, (), False)]))
    assert by_need[:2] == ["Kom förbi.", "Karpen ger stöd."]
    named = texts(drafts_of(known, [Ranked(entry, 1.0, (), True)]))
    assert named[0] == "Karpen ger stöd."
    assert "Kom förbi." in named


def test_a_child_gets_a_short_answer() -> None:
    entry = service("karpen", summary={"sv": "Karpen ger stöd. Alla får komma."}, sections=HOW)
    other = service("ips")
    known = catalogue(content(entry, other))
    ranked = [Ranked(entry, 1.0, (), False), Ranked(other, 1.0, (), False)]
    told = texts(drafts_of(known, ranked, findings(person=Person.CHILD)))
    assert told[:2] == ["Kom förbi.", "Karpen ger stöd."]
    assert not [text for text in told if "Alla får" in text or "Ips" in text or "inget om" in text]


def test_a_comparison_tells_of_each_side_and_nothing_else() -> None:
    first, second = service("karpen", sections=HOW), service("ips", needs_test="required")
    third = service("jouren")
    known = catalogue(content(first, second, third))
    ranked = [Ranked(s, 1.0, (), s is not third) for s in (first, second, third)]
    told = texts(drafts_of(known, ranked, findings(form=Form.COMPARISON)))
    assert [text for text in told if text.endswith("ger stöd.")] == [
        "Karpen ger stöd.", "Ips ger stöd."
    ]  # fmt: skip
    assert len([text for text in told if "behovsprövning" in text]) == 2
    assert "Kom förbi." not in told


@pytest.mark.parametrize(
    ("status", "words"), [("current", "finns, enligt en källa från 2025"), ("ended", "avslutats")]
)
def test_whether_something_exists_is_told_first_with_its_year(status: str, words: str) -> None:
    entry = service("karpen", status=status)
    known = catalogue(content(entry))
    told = texts(drafts_of(known, [Ranked(entry, 1.0, (), True)], findings(form=Form.EXISTENCE)))
    assert words in told[0]
    assert "2025" in told[0]


def test_a_question_for_a_figure_gets_the_sentence_that_holds_it_and_only_that() -> None:
    figures = section("figures", "I april 2025 fick 48 barn stöd. Personalen trivs på jobbet.")
    entry = service("skolfam", sections=[*HOW, figures])
    known = catalogue(content(entry))
    ranked = [Ranked(entry, 1.0, (), True)]
    composer = ExtractiveComposer(known, Audience.RESIDENT, Language.SV)
    asked = findings("Hur många barn fick stöd av Skolfam?", form=Form.FIGURE)
    assert texts(composer.figure(asked, ranked, ())) == ["I april 2025 fick 48 barn stöd."]
    unknown = findings("Hur många katter äger rektorn?", form=Form.FIGURE)
    assert composer.figure(unknown, ranked, ()) == []
    need = findings("Hur många barn fick stöd av Skolfam?")
    assert composer.figure(need, ranked, ()) == []


def test_several_needs_get_one_answer_with_each_ones_help_and_number() -> None:
    first, second = service("karpen", sections=HOW), service("ips", provider="region")
    plan = service("sip", summary={"sv": "En plan håller ihop det."})
    known = catalogue(content(first, second, plan))
    needs = [Ranked(first, 1.0, (), False), Ranked(second, 0.2, (), False)]
    composer = ExtractiveComposer(known, Audience.RESIDENT, Language.SV)
    told = texts(composer.compose(findings(), needs, needs=needs))
    assert told[:2] == ["Kom förbi.", "Karpen ger stöd."]
    assert "Ips ger stöd." in told
    assert told[-1] == "En plan håller ihop det."


def test_a_note_that_only_repeats_what_was_told_is_left_out() -> None:
    note = section("note", "Karpen hjälper vuxna människor med ekonomin. Katter får följa med.")
    summary = {"sv": "Karpen hjälper vuxna människor med ekonomin varje dag."}
    entry = service("karpen", summary=summary, sections=[note])
    known = catalogue(content(entry))
    hit = Hit(known.passages["karpen:bra-att-veta-1"], 1.0, 1.0, 1.0)
    told = texts(drafts_of(known, [Ranked(entry, 1.0, (hit,), False)], findings("ekonomin")))
    assert "Karpen hjälper vuxna människor med ekonomin." not in told
    assert "Katter får följa med." in told


def test_of_several_ways_to_begin_the_one_that_was_asked_for_is_told() -> None:
    ways = [
        {**section("how", "Ring om ett barn."), "title": "Om ditt barn"},
        {**section("how", "Anmäl intresse."), "title": "Om du vill bli familjehem"},
    ]
    entry = service("familjehem", sections=ways)
    known = catalogue(content(entry))
    asked = findings("hur blir man familjehem")
    assert texts(drafts_of(known, [Ranked(entry, 1.0, (), False)], asked))[0] == "Anmäl intresse."


def test_what_is_not_offered_is_not_asked_for_by_name() -> None:
    told = texts(composed(service("jobbett", status="ended")))
    assert [t for t in told if "042-00 00 02" in t] == [
        "Du når Kontaktcenter på telefon 042-00 00 02."
    ]


def test_the_sentence_that_answers_a_named_question_comes_first() -> None:
    note = section("note", "Karpen kräver inte drogfrihet före inflyttning. Katter får bo där.")
    entry = service("karpen", sections=[note])
    known = catalogue(content(entry))
    hit = Hit(known.passages["karpen:bra-att-veta-1"], 1.0, 1.0, 1.0)
    asked = findings("kräver Karpen drogfrihet före inflyttning")
    told = texts(drafts_of(known, [Ranked(entry, 1.0, (hit,), True)], asked))
    assert told[:2] == ["Karpen kräver inte drogfrihet före inflyttning.", "Karpen ger stöd."]
