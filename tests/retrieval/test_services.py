"""Who may be offered, and in what order."""

from typing import Any

import pytest

from guide import wiring
from guide.model.question import Filters
from guide.model.service import Service
from guide.model.terms import Audience, Language, NeedsTest, Provider, ServiceStatus
from guide.retrieval.passages import PassageSearch
from guide.retrieval.service_search import ServiceSearch
from guide.retrieval.services import MOST, SPREAD, Ranked, Request, ServiceRanker
from guide.retrieval.weights import CHOSEN, Weights
from tests.small_catalogue import catalogue, content, section, service, stored
from tests.word_embedder import WordEmbedder

SUBJECTS = (
    "bygglov bibliotek cyklar sopor parkering konserter båtplatser simhallen fritidsgården "
    "snöröjning konsthallen koloniträdgård"
).split()
"""What other entries are about: scores are deviations, and among two or three they say little."""
OTHER = "annat-"


def ranker(*services: Service, weights: Weights = CHOSEN) -> ServiceRanker:
    others = [about(f"{OTHER}{n}", f"Frågor om {word}.") for n, word in enumerate(SUBJECTS)]
    known = catalogue(content(*services, *others))
    passages = list(known.passages.values())
    search = PassageSearch(passages, WordEmbedder(), stored(known), wiring.build_indexer())
    return ServiceRanker(
        known, ServiceSearch(known, search, WordEmbedder(), wiring.build_entry_indexer()), weights
    )


def about(service_id: str, text: str, **fields: Any) -> Service:
    told: dict[str, Any] = {"sections": [section("about", text)], "phrases": {"sv": [text]}}
    told |= {"summary": {"sv": text}, "who_it_is_for": text}
    return service(service_id, **{**told, **fields})


def asked(text: str, audience: Audience = Audience.RESIDENT, **fields: Any) -> Request:
    filters = Filters.model_validate(fields.pop("filters", {}))
    return Request(text, audience, filters, Language.SV, **fields)


def ids(ranked: list[Ranked]) -> list[str]:
    """Without the entries about other subjects."""
    return [r.service.id for r in ranked if not r.service.id.startswith(OTHER)]


@pytest.mark.parametrize("status", ["planned", "ended", "historical"])
def test_what_is_not_offered_appears_only_when_it_is_named(status: str) -> None:
    rank = ranker(
        about("jobbstugan", "Snickeri och arbete.", status=status),
        about("karpen", "Dagligt arbete."),
    ).rank
    assert ids(rank(asked("snickeri och arbete"))) == ["karpen"]
    assert ids(rank(asked("Finns Jobbstugan kvar?")))[0] == "jobbstugan"


def test_what_rules_put_first_may_be_ended() -> None:
    rank = ranker(about("jobbstugan", "Snickeri.", status="ended"), about("karpen", "Arbete.")).rank
    assert ids(rank(asked("arbete", first=("jobbstugan",))))[0] == "jobbstugan"


def test_residents_never_get_a_staff_entry_not_even_by_name_or_by_rule() -> None:
    rank = ranker(
        about("signs", "Metod för riskbedömning.", audience="staff"), about("karpen", "Arbete.")
    ).rank
    question = "Vad är Signs, metod för riskbedömning?"
    assert ids(rank(asked(question, first=("signs",), instead=("signs",)))) == ["karpen"]
    assert ids(rank(asked(question, Audience.STAFF)))[0] == "signs"


def test_a_stated_age_excludes_only_where_a_source_gives_a_range() -> None:
    rank = ranker(
        about("ungdom", "Samtal om droger.", ages={"max": 20}),
        about("vuxen", "Samtal om droger.", ages={"min": 18}),
        about("alla", "Samtal om droger."),
    ).rank
    assert set(ids(rank(asked("samtal om droger", age=15)))) == {"ungdom", "alla"}
    assert set(ids(rank(asked("samtal om droger", age=20)))) == {"ungdom", "vuxen", "alla"}
    assert set(ids(rank(asked("samtal om droger", age=40)))) == {"vuxen", "alla"}


def test_what_is_for_adults_stands_behind_where_a_child_asks() -> None:
    rank = ranker(
        about("vuxna", "Samtal om alkohol.", groups=["adults"]),
        about("unga", "Samtal om alkohol.", groups=["youth"]),
    ).rank
    scores = {r.service.id: r.score for r in rank(asked("samtal om alkohol"))}
    asked_by_child = rank(asked("samtal om alkohol", child=True))
    assert ids(asked_by_child) == ["unga", "vuxna"]
    of_child = {r.service.id: r.score for r in asked_by_child}
    assert of_child["unga"] == scores["unga"]
    assert of_child["vuxna"] == pytest.approx(scores["vuxna"] - CHOSEN.for_adults)


def test_a_named_entry_keeps_its_place_whatever_age_is_stated() -> None:
    rank = ranker(about("ungdom", "Samtal.", ages={"max": 20}), about("vuxen", "Samtal.")).rank
    assert ids(rank(asked("kan jag gå till Ungdom", age=40)))[0] == "ungdom"


def test_a_chosen_age_filter_wins_over_the_age_in_the_question() -> None:
    rank = ranker(about("ungdom", "Samtal.", ages={"max": 20}), about("vuxen", "Samtal.")).rank
    found = ids(rank(asked("samtal", age=40, filters={"age": 15})))
    assert "ungdom" in found


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"needs_test": [NeedsTest.NONE]}, {"fri"}),
        ({"needs_test": [NeedsTest.NONE, NeedsTest.UNKNOWN]}, {"fri", "okand"}),
        ({"groups": ["barn"]}, {"fri"}),
        ({"life_areas": ["pengar"]}, {"provad"}),
        ({"provider": [Provider.REGION]}, {"okand"}),
        ({"status": [ServiceStatus.UNCERTAIN]}, {"okand"}),
        ({"age": 10}, {"fri", "okand"}),
        ({"groups": ["barn"], "life_areas": ["pengar"]}, set()),
        ({"groups": ["finns-inte"]}, set()),
    ],
)
def test_filters_narrow(filters: dict[str, Any], expected: set[str]) -> None:
    rank = ranker(
        about("fri", "Stöd hemma.", groups=["barn"]),
        about("provad", "Stöd hemma.", needs_test="required", life_areas=["pengar"],
              ages={"min": 18}),
        about("okand", "Stöd hemma.", needs_test="unknown", provider="region", status="uncertain"),
    ).rank  # fmt: skip
    assert set(ids(rank(asked("stöd hemma", filters=filters)))) == expected


def test_filters_hold_for_named_entries_too() -> None:
    rank = ranker(about("fri", "Stöd."), about("provad", "Stöd.", needs_test="required")).rank
    assert ids(rank(asked("Provad", filters={"needs_test": [NeedsTest.NONE]}))) == ["fri"]


def test_what_rules_put_first_stands_in_their_order_before_all_else() -> None:
    rank = ranker(
        about("karpen", "Arbete på dagen."), about("jouren", "Akut."), about("polisen", "Brott.")
    ).rank
    found = ids(rank(asked("arbete på dagen hos Karpen", first=("polisen", "jouren"))))
    assert found == ["polisen", "jouren", "karpen"]


def test_what_helps_instead_comes_after_what_the_question_names() -> None:
    rank = ranker(about("jobbstugan", "Snickeri.", status="ended"), about("ips", "Arbete.")).rank
    assert ids(rank(asked("sök till Jobbstugan", instead=("ips",)))) == ["jobbstugan", "ips"]


def test_a_rule_that_names_an_unknown_entry_does_no_harm() -> None:
    rank = ranker(about("karpen", "Arbete.")).rank
    assert ids(rank(asked("arbete", first=("finns-inte",)))) == ["karpen"]


# Names of equal length below: word matches count letters.
def test_help_without_assessment_comes_first_among_equals_and_only_for_residents() -> None:
    rank = ranker(
        about("a-provad", "Samtal om sorg.", needs_test="required"),
        about("b-friade", "Samtal om sorg.", needs_test="none"),
    ).rank
    assert ids(rank(asked("sorg")))[0] == "b-friade"
    assert ids(rank(asked("sorg", Audience.STAFF)))[0] == "a-provad"


def test_help_without_assessment_never_passes_what_clearly_fits_better() -> None:
    rank = ranker(
        about("provad", "Skuldrådgivning.", needs_test="required"),
        about("fri", "Något annat.", needs_test="none"),
        about("tredje", "Fiske.", needs_test="none"),
    ).rank
    assert ids(rank(asked("skuldrådgivning")))[0] == "provad"


def test_what_is_uncertain_stands_behind_a_current_equal() -> None:
    rank = ranker(
        about("a-osaker", "Samtal om sorg.", status="uncertain"),
        about("b-nutida", "Samtal om sorg."),
    ).rank
    assert ids(rank(asked("sorg")))[0] == "b-nutida"


def test_at_most_five_are_shown_each_once_with_its_best_passage_first() -> None:
    rank = ranker(*(about(f"grupp-{n}", "Samtal om sorg. Samtal.") for n in range(9))).rank
    ranked = rank(asked("samtal om sorg"))
    assert len(ranked) == MOST
    assert len(set(ids(ranked))) == MOST
    for found in ranked:
        scores = [hit.score for hit in found.hits]
        assert scores == sorted(scores, reverse=True)


def test_a_named_entry_comes_before_one_that_fits_as_well() -> None:
    rank = ranker(about("arbete", "Stöd till jobb."), about("karpen", "Stöd till jobb.")).rank
    assert ids(rank(asked("stöd till jobb")))[0] == "arbete"
    ranked = rank(asked("stöd till jobb, som Karpen"))
    assert ids(ranked)[0] == "karpen"
    assert ranked[0].named


def test_a_named_entry_does_not_hide_what_fits_about_as_well() -> None:
    """Its bonus is for its place; what others are held to is how well it fits by itself."""
    debts = [about(f"radet{n}", f"Råd om skulder och budget, del {n}.") for n in range(6)]
    others = [about(f"annat{n}", f"Hantverk och musik, del {n}.") for n in range(6)]
    named = about("karpen", "Råd om skulder och budget.")
    rank = ranker(named, *debts, *others, weights=Weights(named=2 * SPREAD)).rank
    found = rank(asked("karpen råd om skulder och budget"))
    assert len(found) == MOST
    assert found[0].service.id == "karpen"
    assert found[0].score - found[1].score > SPREAD


def test_what_else_is_told_decides_between_entries_that_fit_the_need_alike() -> None:
    made = ranker(
        about("samtal", "Stöd efter våld och för två barn."),
        about("budget", "Stöd vid skulder och för två barn."),
    )
    beside = made.fit("två barn, skulder", Audience.RESIDENT, Language.SV)
    assert ids(made.rank(asked("två barn", beside=beside)))[0] == "budget"
    beside = made.fit("två barn, våld", Audience.RESIDENT, Language.SV)
    assert ids(made.rank(asked("två barn", beside=beside)))[0] == "samtal"
