"""The extractive answer: what helps, whether it is tested, what was asked, how, whom."""

from typing import Any

import pytest

from guide.catalogue.catalogue import Catalogue
from guide.composing.extractive import ExtractiveComposer, best_sentences
from guide.grounding.verify import Drafted, Verifier
from guide.model.rules import Person
from guide.model.service import Service
from guide.model.terms import Audience, Facet, Form, Language
from guide.retrieval.passages import Hit
from guide.retrieval.services import Ranked
from guide.rules.findings import Findings
from ingest.load import Loaded
from tests.small_catalogue import SWITCHBOARD, catalogue, content, section, service


def findings(text: str = "hjälp", **fields: Any) -> Findings:
    return Findings(text=text, normalised=text, language=Language.SV, **fields)


def composed(
    entry: Service,
    found: Findings | None = None,
    language: Language = Language.SV,
    audience: Audience = Audience.RESIDENT,
    easy: bool = False,
    **fields: Any,
) -> list[Drafted]:
    """Drafts about one entry, each of which must hold in its passage."""
    known = catalogue(content(entry, **fields))
    return drafts_of(known, [Ranked(entry, 1.0, (), False)], found, language, audience, easy)


def drafts_of(
    known: Catalogue,
    ranked: list[Ranked],
    found: Findings | None = None,
    language: Language = Language.SV,
    audience: Audience = Audience.RESIDENT,
    easy: bool = False,
) -> list[Drafted]:
    composer = ExtractiveComposer(known, audience, language)
    drafts = composer.compose(found or findings(), ranked, easy)
    verifier = Verifier(s.name for s in known.services.values())
    assert [(d.text, verifier.faults(d)) for d in drafts if verifier.faults(d)] == []
    return drafts


@pytest.fixture(scope="module")
def project_messages(project_knowledge: Loaded) -> dict[str, dict[str, str]]:
    """The fixed texts of the project, in all languages."""
    return dict(project_knowledge.content.messages)


def texts(drafts: list[Drafted]) -> list[str]:
    return [draft.text for draft in drafts]


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


def test_easy_style_opens_with_the_easy_summary() -> None:
    summary = {"sv": "Karpen ger stöd.", "easy": "Karpen hjälper dig. Du kan gå dit."}
    drafts = composed(service("karpen", summary=summary), easy=True)
    assert texts(drafts)[:2] == ["Karpen hjälper dig.", "Du kan gå dit."]
    assert drafts[0].passage.id == "karpen:lattlast"


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


@pytest.mark.parametrize(("gap", "told"), [(0.1, True), (5.0, False)])
def test_a_second_service_is_told_of_only_when_it_is_as_near(gap: float, told: bool) -> None:
    first, second = service("karpen"), service("ips", needs_test="required")
    known = catalogue(content(first, second))
    ranked = [Ranked(first, 1.0, (), False), Ranked(second, 1.0 - gap, (), False)]
    said = texts(drafts_of(known, ranked))
    assert ("Ips ger stöd." in said) is told
    assert bool([t for t in said if "Ips" in t and "behovsprövning" in t]) is told


def test_no_sentence_is_told_twice() -> None:
    entry = service("karpen", sections=[section("how", "Karpen ger stöd. Ring.")])
    told = texts(composed(entry))
    assert len(told) == len(set(told))


def test_records_are_explained_by_the_topic_where_the_entry_is_silent() -> None:
    topic = service(
        "dokumentation-och-sekretess", kind="legal_topic", summary={"sv": "Journal är en sak."}
    )
    entry = service("karpen")
    known = catalogue(content(entry, topic))
    asked = findings(facets=frozenset({Facet.DOCUMENTATION}))
    assert "Journal är en sak." in texts(drafts_of(known, [Ranked(entry, 1, (), False)], asked))


def test_the_best_sentences_keep_the_order_of_the_text() -> None:
    text = "Fika ibland. Snickeri varje dag. Utflykter. Snickeri lärs ut."
    assert best_sentences(text, "snickeri lärs varje") == [
        "Snickeri varje dag.",
        "Snickeri lärs ut.",
    ]
    assert best_sentences("", "snickeri") == []


HOW = [section("how", "Kom förbi.")]


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
    asked = findings("Hur många barn fick stöd av Skolfam?", form=Form.FIGURE)
    assert texts(drafts_of(known, ranked, asked)) == ["I april 2025 fick 48 barn stöd."]
    unknown = findings("Hur många katter äger rektorn?", form=Form.FIGURE)
    assert texts(drafts_of(known, ranked, unknown))[0] == "Skolfam ger stöd."


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
