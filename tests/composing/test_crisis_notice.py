"""A crisis notice is right for the case, the person and the hour, by the project's records."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from guide.catalogue.catalogue import Catalogue
from guide.catalogue.messages import WRITTEN, Messages
from guide.composing.contact_order import ContactOrder, Standing
from guide.composing.crisis import WHEN_CLOSED
from guide.composing.notices import NoticeWriter
from guide.model.answer import Notice
from guide.model.knowledge import Content
from guide.model.rules import Person, Rule
from guide.model.terms import Audience, Language
from guide.rules.findings import Findings
from guide.rules.matching import RuleMatcher
from guide.settings import PROJECT
from ingest.checks.messages import contact_tokens
from ingest.load import Loader
from tests.small_catalogue import SOURCE, catalogue, service
from tests.small_catalogue import content as small_content

HERE = ZoneInfo("Europe/Stockholm")
NIGHT = dt.datetime(2026, 3, 3, 3, 0, tzinfo=HERE)
NOON = dt.datetime(2026, 3, 3, 12, 0, tzinfo=HERE)
"""A Tuesday."""
HOURS = tuple(dt.datetime(2026, 3, day, hour, 30, tzinfo=HERE) for day in (3, 7)
              for hour in range(24))  # fmt: skip


@pytest.fixture(scope="module")
def content() -> Content:
    return Loader(PROJECT / "knowledge").load().content


@pytest.fixture(scope="module")
def known(content: Content) -> Catalogue:
    """The project's rules, texts and contacts, with one entry."""
    plain = small_content(service("karpen"), rules=content.rules, messages=content.messages)
    return catalogue(
        plain.model_copy(
            update={"contacts": content.contacts, "sources": (*content.sources, SOURCE)}
        )
    )


def rule(known: Catalogue, rule_id: str) -> Rule:
    return next(r for r in known.knowledge.content.rules.crisis if r.id == rule_id)


def notice(
    known: Catalogue,
    *rule_ids: str,
    person: Person = Person.ADULT,
    now: dt.datetime = NOON,
    language: Language = Language.SV,
    easy: bool = False,
) -> Notice:
    crisis = tuple(rule(known, rule_id) for rule_id in rule_ids)
    found = Findings(text="x", normalised="x", language=language, crisis=crisis, person=person)
    audience = Audience.STAFF if person is Person.PROFESSIONAL else Audience.RESIDENT
    return NoticeWriter(known, audience, language, now, easy).before(found)[0]


def ids(shown: Notice) -> list[str]:
    return [contact.id for contact in shown.contacts]


@pytest.mark.parametrize(
    ("rule_id", "now", "order"),
    [
        ("barn-far-illa", NOON, ["112", "mottagningen", "bris", "socialjouren"]),
        ("barn-far-illa", NIGHT, ["112", "socialjouren", "bris", "mottagningen"]),
        ("vald-mot-man", NOON, ["112", "stodlinjen-for-man", "kvinnofridslinjen"]),
        ("vald-mot-man", NIGHT, ["112", "kvinnofridslinjen", "brottsofferjouren"]),
        ("heder", NOON, ["112", "ratt-att-valja", "kvinnofridslinjen", "mottagningen"]),
        ("heder", NIGHT, ["112", "kvinnofridslinjen"]),
        ("hemlos-i-natt", NOON, ["mottagningen", "hemlosas-hus", "socialjouren"]),
        ("hemlos-i-natt", NIGHT, ["socialjouren", "hemlosas-hus", "mottagningen"]),
    ],
)
def test_who_answers_at_this_hour_is_offered_first(
    known: Catalogue, rule_id: str, now: dt.datetime, order: list[str]
) -> None:
    shown = ids(notice(known, rule_id, now=now))
    assert shown[: len(order)] == order


@pytest.mark.parametrize("now", [NIGHT, NOON])
def test_no_contact_is_dropped_at_any_hour_and_112_is_first(
    known: Catalogue, now: dt.datetime
) -> None:
    for case in known.knowledge.content.rules.crisis:
        shown = notice(known, case.id, now=now)
        listed = {
            name for name in case.contacts if known.contacts[name].audience is Audience.RESIDENT
        }
        assert set(ids(shown)) == listed, case.id
        assert ("112" in listed) is (ids(shown)[0] == "112"), case.id
        closed = [contact.open_now is False for contact in shown.contacts]
        assert closed == sorted(closed), case.id


def test_several_cases_never_crowd_112_out(known: Catalogue) -> None:
    shown = ids(notice(known, "hemlos-i-natt", "hot", person=Person.CHILD))
    assert shown[:2] == ["112", "bris"]
    assert len(shown) == len(set(shown))


def test_later_today_comes_before_another_day_and_after_the_unknown(known: Catalogue) -> None:
    order = ContactOrder(known.knowledge.content.rules.hours, NIGHT)
    names = ["stodtelefonen-heder-yrkesverksamma", "ratt-att-valja", "hjalplinjen", "bris", "112"]
    found = order.sorted([known.contacts[name] for name in names])
    assert [c.id for c in found] == [
        "112", "bris", "hjalplinjen", "ratt-att-valja", "stodtelefonen-heder-yrkesverksamma",
    ]  # fmt: skip


def test_no_text_names_a_closed_line_before_one_that_is_open(
    known: Catalogue, content: Content
) -> None:
    for now in HOURS:
        order = ContactOrder(content.rules.hours, now)
        for case in content.rules.crisis:
            said = notice(known, case.id, now=now).text
            named = [
                order.standing(known.contacts[name])
                for name in contact_tokens(written(content, case, said))
            ]
            closed = [standing >= Standing.LATER_TODAY for standing in named]
            assert closed == sorted(closed), (case.id, now)


def written(content: Content, case: Rule, said: str) -> str:
    """The text with its tokens that was said."""
    texts = content.messages["sv"]
    shown = Messages(content.messages, {c.id: c for c in content.contacts})
    keys = [key for key in (case.message or "", f"{case.message}.{WHEN_CLOSED}") if key in texts]
    return texts[next(key for key in keys if shown.get(key, "sv") == said)]


def test_a_child_is_offered_the_childrens_line_right_after_112(known: Catalogue) -> None:
    for case in known.knowledge.content.rules.crisis:
        shown = notice(known, case.id, person=Person.CHILD, now=NIGHT)
        assert "bris" in ids(shown), case.id
        if "112" in case.contacts:
            assert ids(shown)[:2] == ["112", "bris"], case.id


def test_the_person_is_spoken_to_after_the_case(known: Catalogue) -> None:
    texts = known.knowledge.content.messages["sv"]
    adult = notice(known, "sjalvmord").text
    child = notice(known, "sjalvmord", person=Person.CHILD).text
    kin = notice(known, "sjalvmord", person=Person.NEXT_OF_KIN).text
    assert child.startswith(adult)
    assert "Är du under 18" in child.removeprefix(adult)
    assert kin == f"{adult} {texts['crisis.sjalvmord.anhorig']}"


def test_a_professional_is_told_what_staff_do_without_a_number_in_the_text(
    known: Catalogue,
) -> None:
    shown = notice(known, "barn-far-illa", person=Person.PROFESSIONAL)
    added = shown.text.removeprefix(notice(known, "barn-far-illa").text)
    assert all(word in added for word in ("rutin", "orosanmälan", "chef", "socialjouren"))
    assert not any(letter.isdigit() for letter in added)
    assert {"mottagningen", "socialjouren"} <= set(ids(shown))


def test_easy_swedish_is_said_when_it_is_asked_for_in_swedish_alone(known: Catalogue) -> None:
    easy = known.knowledge.content.messages["sv-latt"]["scope.vader"]
    assert known.messages.get("scope.vader", "sv-latt") == easy
    plain = notice(known, "livsfara").text
    assert notice(known, "livsfara", easy=True).text != plain
    english = notice(known, "livsfara", language=Language.EN)
    assert notice(known, "livsfara", language=Language.EN, easy=True).text == english.text


def test_every_case_and_person_has_a_text_in_every_language(content: Content) -> None:
    keys = {rule.message for rule in content.rules.crisis}
    keys |= {f"person.{rule.person}" for rule in content.rules.persons}
    for language in WRITTEN:
        assert keys <= content.messages[language].keys(), language


@pytest.mark.parametrize(
    ("text", "rule_id"),
    [
        ("jag tvingade henne till sex", "sexuellt-vald"),
        ("han är dömd för våldtäkt och min handläggare vet det", "sexuellt-vald"),
    ],
)
def test_one_who_forces_is_not_met_as_one_who_is_forced(
    content: Content, text: str, rule_id: str
) -> None:
    found = RuleMatcher(content.rules.crisis).all(text)
    assert rule_id not in [rule.id for rule in found]
