"""The extractive answer: what helps, whether it is tested, what was asked, how, whom."""

from typing import Any

import pytest

from guide.composing.extractive import ExtractiveComposer, best_sentences
from guide.model.terms import Audience, Facet, Language
from guide.retrieval.passages import Hit
from guide.retrieval.services import Ranked
from ingest.load import Loaded
from tests.composing.drafting import composed, drafts_of, findings, texts
from tests.small_catalogue import SWITCHBOARD, catalogue, content, section, service


@pytest.fixture(scope="module")
def project_messages(project_knowledge: Loaded) -> dict[str, dict[str, str]]:
    """The fixed texts of the project, in all languages."""
    return dict(project_knowledge.content.messages)


def test_nothing_ranked_gives_no_sentence() -> None:
    known = catalogue(content(service("karpen")))
    assert ExtractiveComposer(known, Audience.RESIDENT, Language.SV).compose(findings(), []) == []


def test_a_current_entry_without_a_way_to_begin_opens_with_whom_to_ask() -> None:
    told = texts(composed(service("karpen")))
    assert "042-00 00 02" in told[0]
    assert told[1] == "Karpen ger stöd."


@pytest.mark.parametrize("status", ["planned", "ended", "historical"])
@pytest.mark.parametrize("language", [Language.SV, Language.EN])
def test_the_status_comes_first_for_what_is_not_offered(status: str, language: Language) -> None:
    entry = service("karpen", status=status, as_of=2017)
    known = catalogue(content(entry))
    first = composed(entry, language=language)[0]
    assert first.text == known.facts.status(entry, language)
    assert "2017" in first.text


def test_what_is_not_offered_is_not_told_to_need_or_not_need_an_assessment() -> None:
    told = " ".join(texts(composed(service("karpen", status="ended"))))
    assert "behovsprövning" not in told


def test_an_uncertain_entry_says_its_year_after_what_it_is() -> None:
    told = texts(composed(service("karpen", status="uncertain", as_of=2021)))
    told = told[told.index("Karpen ger stöd.") :]
    assert [text for text in told if "2021" in text]


@pytest.mark.parametrize(
    ("needs_test", "language", "words"),
    [
        ("none", Language.SV, "ingen behovsprövning"),
        ("required", Language.SV, "först efter en behovsprövning"),
        ("partly", Language.SV, "En del av stödet"),
        ("unknown", Language.SV, "framgår inte av källorna"),
        ("none", Language.EN, "do not need a needs assessment"),
        ("required", Language.EN, "only after a needs assessment"),
        ("partly", Language.EN, "Some of the support"),
        ("unknown", Language.EN, "do not say whether"),
    ],
)
def test_every_offered_entry_says_whether_an_assessment_comes_first(
    needs_test: str, language: Language, words: str
) -> None:
    told = [
        draft
        for draft in composed(service("karpen", needs_test=needs_test), language=language)
        if words in draft.text
    ]
    assert len(told) == 1
    slug = "fakta-behovsprovning" if language is Language.SV else "facts-needs-test"
    assert told[0].passage.id == f"karpen:{slug}"


def test_an_assessment_is_not_mentioned_where_it_does_not_apply() -> None:
    told = " ".join(texts(composed(service("karpen", needs_test="not_applicable"))))
    assert "behovsprövning" not in told


@pytest.mark.parametrize("language", [Language.SV, Language.EN])
@pytest.mark.parametrize("facet", list(Facet))
def test_a_facet_that_is_asked_for_and_missing_is_told_as_missing(
    facet: Facet, language: Language
) -> None:
    entry = service("karpen")
    absence = catalogue(content(entry)).facts.absence(entry, facet, language)
    told = texts(composed(entry, findings(facets=frozenset({facet})), language))
    assert absence in told
    assert absence not in texts(composed(entry, findings(), language))


@pytest.mark.parametrize(
    ("facet", "fields", "words"),
    [
        (Facet.COST, {"cost": "gratis"}, "gratis"),
        (Facet.WAITING_TIME, {"waiting_time": "två veckor"}, "två veckor"),
        (Facet.AGE, {"ages": {"min": 13, "max": 20}}, "13–20 år"),
        (Facet.AGE, {"ages": {"min": 18}}, "från 18 år"),
        (Facet.AGE, {"ages": {"max": 20}}, "till och med 20 år"),
        (Facet.PLACE, {"place": "Storgatan"}, "Storgatan"),
        (Facet.DOCUMENTATION, {"documentation": "inget journalförs"}, "inget journalförs"),
    ],
)
def test_a_facet_that_is_known_is_told(facet: Facet, fields: dict[str, Any], words: str) -> None:
    entry = service("karpen", **fields)
    told = texts(composed(entry, findings(facets=frozenset({facet}))))
    assert [text for text in told if words in text]
    absence = catalogue(content(entry)).facts.absence(entry, facet, Language.SV)
    assert absence not in told


def test_without_a_facet_all_that_is_missing_is_told_in_one_sentence() -> None:
    told = [t for t in texts(composed(service("karpen"))) if t.startswith("Källorna säger inget")]
    assert len(told) == 1
    assert "öppettider" in told[0]


def test_how_to_begin_and_whom_to_contact_are_told_in_that_order() -> None:
    entry = service("karpen", sections=[section("how", "Kom förbi. Ta med legitimation. Vänta.")])
    told = texts(composed(entry))
    assert "Kom förbi." in told
    assert "Vänta." not in told
    contact = next(n for n, text in enumerate(told) if "042-00 00 02" in text)
    assert contact > told.index("Kom förbi.")


def test_an_english_question_gets_english_sentences_only() -> None:
    entry = service(
        "karpen",
        needs_test_note="Enligt sidan krävs inget.",
        sections=[section("how", "Kom förbi."), section("about", "Karpen hjälper.")],
    )
    drafts = composed(entry, findings(facets=frozenset(Facet)), Language.EN)
    assert drafts
    assert {draft.passage.language for draft in drafts} == {Language.EN}
    assert not [t for t in texts(drafts) if "stöd" in t or "Kom " in t]


def test_an_entry_without_english_summary_still_answers_in_english() -> None:
    drafts = composed(service("karpen", summary={"sv": "Karpen ger stöd."}), language=Language.EN)
    assert drafts
    assert {draft.passage.language for draft in drafts} == {Language.EN}


@pytest.mark.parametrize("language", [Language.AR, Language.UK, Language.SO, Language.FA])
def test_other_languages_get_their_own_sentences_alone(
    language: Language, project_messages: dict[str, dict[str, str]]
) -> None:
    entry = service("karpen", summary={"sv": "Karpen ger stöd.", str(language): "Karpen 1."})
    tolk = service("tolk", kind="topic", summary={"sv": "Be om tolk.", str(language): "Tolk 1."})
    known = catalogue(content(entry, tolk, messages=project_messages))
    drafts = drafts_of(known, [Ranked(entry, 1.0, (), False)], language=language)
    told = texts(drafts)
    assert {draft.passage.language for draft in drafts} == {language}
    assert "042-00 00 02" in told[0]
    assert told[1] == "Karpen 1."
    assert told[-1] == "Tolk 1."


def test_a_residents_answer_holds_nothing_of_staff_sections_or_staff_contacts() -> None:
    intern = {**SWITCHBOARD.model_dump(), "id": "intern", "label": "Intern linje",
              "phone": "042-99 99 99", "general": False, "audience": "staff"}  # fmt: skip
    entry = service(
        "karpen",
        contacts=["intern", "kontaktcenter"],
        sections=[section("how", "Intern rutin.", audience="staff")],
    )
    contacts = [SWITCHBOARD.model_dump(), intern]
    told = " ".join(texts(composed(entry, contacts=contacts)))
    assert "Intern" not in told
    assert "042-99 99 99" not in told
    assert "042-00 00 02" in told
    staff = " ".join(texts(composed(entry, contacts=contacts, audience=Audience.STAFF)))
    assert "Intern rutin." in staff
    assert "042-99 99 99" in staff


def test_the_note_that_matched_best_is_quoted() -> None:
    entry = service("karpen", sections=[section("note", "Snickeri varje dag. Fika ibland.")])
    known = catalogue(content(entry))
    hit = Hit(known.passages["karpen:bra-att-veta-1"], 1.0, 1.0, 1.0)
    drafts = drafts_of(known, [Ranked(entry, 1.0, (hit,), False)], findings("finns snickeri"))
    assert "Snickeri varje dag." in texts(drafts)


def test_no_sentence_is_told_twice() -> None:
    entry = service("karpen", sections=[section("how", "Karpen ger stöd. Ring.")])
    told = texts(composed(entry))
    assert len(told) == len(set(told))


def test_the_best_sentences_keep_the_order_of_the_text() -> None:
    text = "Fika ibland. Snickeri varje dag. Utflykter. Snickeri lärs ut."
    assert best_sentences(text, "snickeri lärs varje") == [
        "Snickeri varje dag.",
        "Snickeri lärs ut.",
    ]
    assert best_sentences("", "snickeri") == []
