"""A situation finds help for each of its needs, says why, and invents nothing."""

from typing import Any

import pytest

from guide.answering import Guide
from guide.model.situation import SituationAnswer, SituationRow
from guide.model.situation_rules import SituationRules
from guide.model.status import NoticeCode
from guide.situations.merging import MOST
from tests.situations.deskside import RULES, SKOLTEAMET, desk, ids, labels, told
from tests.small_catalogue import service

EXAMPLE = "flicka 12, skolfrånvaro, mamman sjukskriven"


def row(answer: SituationAnswer, entry: str) -> SituationRow:
    return next(one for one in (*answer.rows, *answer.apart) if one.card.id == entry)


def codes(answer: SituationAnswer) -> list[str]:
    return [notice.code for notice in answer.notices]


def test_every_need_gets_a_row_that_names_it(made: Guide) -> None:
    answer = told(made, EXAMPLE)
    assert labels(answer) == ["12 år", "skolfrånvaro", "mamman sjukskriven"]
    _, school, mother = answer.terms
    assert school.id in row(answer, "skolteamet").needs
    assert mother.id in row(answer, "sjukpenning").needs


def test_what_several_terms_lead_to_comes_first(made: Guide) -> None:
    answer = told(made, "hemlös", areas=["housing"])
    assert ids(answer)[0] == "boendet"
    assert set(answer.rows[0].needs) == {term.id for term in answer.terms}


def test_a_term_taken_away_takes_its_rows_with_it(made: Guide) -> None:
    whole = told(made, EXAMPLE)
    mother = whole.terms[2]
    fewer = told(made, EXAMPLE, without=[mother.id])
    assert mother.id not in {term.id for term in fewer.terms}
    assert "sjukpenning" in ids(whole)
    assert "sjukpenning" not in ids(fewer)


@pytest.mark.parametrize("field", [{"age": 15}, {"text": "flicka 15, skolfrånvaro"}])
def test_an_age_excludes_what_a_source_rules_out(made: Guide, field: dict[str, Any]) -> None:
    answer = told(made, **{"text": "skolfrånvaro", **field})
    assert "skolteamet" not in ids(answer)
    assert "elevhalsan" in ids(answer)


def test_an_age_taken_away_excludes_nothing(made: Guide) -> None:
    assert "skolteamet" in ids(told(made, "skolfrånvaro", age=15, without=["age:15"]))


def test_what_somebody_else_needs_is_not_narrowed_by_the_persons_age(made: Guide) -> None:
    answer = told(made, "mamman sjukskriven", age=12, who="child")
    assert answer.terms[-1].others
    assert "sjukpenning" in ids(answer)
    own = told(made, "sjukskriven", age=12, who="child")
    assert "sjukpenning" not in ids(own)


def test_the_persons_groups_come_first_and_methods_stay(made: Guide) -> None:
    answer = told(made, "skolfrånvaro", who="child")
    places = {entry: place for place, entry in enumerate(ids(answer))}
    assert places["skolteamet"] < places["elevhalsan"]
    assert places["metoden"] < places["elevhalsan"]


def test_a_way_of_working_that_nobody_applies_for_stands_behind_what_is_given() -> None:
    word = {"summary": {"sv": "Stöd vid skolfrånvaro."}, "groups": ["children"]}
    untested = {"kind": "method", "needs_test": "not_applicable"}
    asked_for = service("b-moten", initiated_by="Rektorn.", **untested, **word)
    entries = (service("a-satt", **untested, **word), asked_for, service("c-stod", **word))
    places = ids(told(desk(*entries), "skolfrånvaro"))
    assert places.index("a-satt") > max(places.index("b-moten"), places.index("c-stod"))


def test_a_field_that_is_set_filters(made: Guide) -> None:
    answer = told(made, "hemlös, skolfrånvaro", provider=["civil_society"])
    assert ids(answer) == ["boendet"]


def test_an_ended_entry_stands_apart_with_what_replaced_it(made: Guide) -> None:
    answer = told(made, "Gamla huset")
    assert "gamla-huset" not in ids(answer)
    ended = row(answer, "gamla-huset")
    assert [one.id for one in ended.replaced_by] == ["boendet"]
    assert ended.next_step is None


def test_a_row_says_what_the_entry_says_and_where(made: Guide) -> None:
    answer = told(made, "skolfrånvaro")
    found = row(answer, "skolteamet")
    assert found.fit is not None
    assert found.fit.text == "Skolteamet arbetar med skolfrånvaro."
    assert found.suits is not None
    assert found.suits.text == SKOLTEAMET.who_it_is_for
    assert found.suits_not is not None
    assert found.suits_not.text == "Skolteamet är inte för gymnasiet."
    assert found.next_step is not None
    assert found.next_step.text == "Prata först med rektorn."
    assert [line.lines for line in found.needs_test_evidence] == ["20"]
    assert [one.name for one in found.combines_with] == ["Elevhälsan"]


def test_what_an_entry_does_not_say_stays_empty(made: Guide) -> None:
    found = row(told(made, "skolfrånvaro"), "elevhalsan")
    assert found.suits_not is None
    assert found.next_step is None


def test_every_text_stands_in_its_passage(made: Guide) -> None:
    answer = told(made, "skolfrånvaro, hemlös, slagen, sjukskriven", age=12, interpreter=True)
    texts = [
        text
        for one in (*answer.rows, *answer.apart)
        for text in (one.fit, one.suits, one.suits_not, one.next_step)
        if text is not None
    ]
    assert len(texts) > 5
    for text in (*texts, *answer.reminders):
        assert text.text in made.catalogue.passages[text.passage_id].text


def test_who_alone_is_enough_to_search_with(made: Guide) -> None:
    answer = told(made, who="adult")
    assert labels(answer) == ["Vuxen"]
    assert answer.rows
    assert all(one.needs == ("who:adult",) for one in answer.rows)


def test_nothing_left_to_search_with_finds_nothing(made: Guide) -> None:
    answer = told(made, ", , ;")
    assert (answer.terms, answer.rows) == ((), ())
    assert codes(answer) == [NoticeCode.CLARIFY]


def test_danger_is_told_first_and_its_help_stands_first(made: Guide) -> None:
    answer = told(made, "skolfrånvaro, han slår henne, har hon rätt till boende", soon="today")
    assert codes(answer)[:2] == [NoticeCode.CRISIS, NoticeCode.TODAY]
    assert NoticeCode.REFUSE_DECISION in codes(answer)
    assert "kvinnohuset" in ids(answer)
    assert "skolteamet" in ids(answer)


def test_a_request_to_decide_is_refused(made: Guide) -> None:
    answer = told(made, "har hon rätt till boendet?")
    assert codes(answer) == [NoticeCode.REFUSE_DECISION]


def test_contact_today_tells_the_numbers(made: Guide) -> None:
    notice, *_ = told(made, "skolfrånvaro", soon="today").notices
    assert notice.code is NoticeCode.TODAY
    assert [contact.phone for contact in notice.contacts] == ["042-00 00 02"]
    assert codes(told(made, "skolfrånvaro", soon="days")) == []


@pytest.mark.parametrize(
    ("fields", "reminded"),
    [
        ({"age": 12}, ["Prata först med rektorn."]),
        ({"age": 17}, []),
        ({"language": "ar"}, ["Skolteamet arbetar med skolfrånvaro."]),
        ({"language": "sv"}, []),
        ({"interpreter": True}, ["Skolteamet arbetar med skolfrånvaro."]),
    ],
)
def test_reminders_come_where_they_hold(
    made: Guide, fields: dict[str, Any], reminded: list[str]
) -> None:
    assert [one.text for one in told(made, "skolfrånvaro", **fields).reminders] == reminded


def test_beside_danger_nothing_is_reminded_of_for_an_age(made: Guide) -> None:
    answer = told(made, "skolfrånvaro, han slår henne", age=12, interpreter=True)
    assert codes(answer)[0] is NoticeCode.CRISIS
    assert [one.text for one in answer.reminders] == ["Skolteamet arbetar med skolfrånvaro."]


def test_what_was_masked_before_is_no_need(made: Guide) -> None:
    answer = told(made, "Flickan [namn], 12, skolfrånvaro, [telefonnummer], hemlös")
    assert labels(answer) == ["12 år", "skolfrånvaro", "hemlös"]


def test_a_reminder_that_stands_nowhere_is_left_out() -> None:
    lost = RULES.reminders[0].model_copy(update={"text": "Står ingenstans."})
    made = desk(situations=RULES.model_copy(update={"reminders": (lost,)}))
    assert told(made, "skolfrånvaro", age=12).reminders == ()


def test_a_list_has_an_end() -> None:
    needs = ("skulder", "ensamhet", "missbruk", "arbete", "hyra", "vräkning")
    many = [
        service(f"{'abc'[n]}-{place}", summary={"sv": f"Stöd {n} vid {need}."})
        for place, need in enumerate(needs)
        for n in range(3)
    ]
    answer = told(desk(*many, situations=SituationRules()), ", ".join(needs))
    assert len(answer.rows) == MOST
    assert {need for row in answer.rows for need in row.needs} == {t.id for t in answer.terms}
