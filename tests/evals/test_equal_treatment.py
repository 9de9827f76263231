"""Equal treatment: what counts as led the same way, and that the data change one thing alone."""

import pytest

from evals.equal_treatment import Group, Led, Part, Treated, groups, summary
from guide.model.status import NoticeCode

CRISIS, OUTDATED = NoticeCode.CRISIS, NoticeCode.OUTDATED


def treated(situation: str, *led: Led) -> Treated:
    plain = {"id": "1", "situation": situation, "changed": "name"}
    variants = tuple(str(number) for number in range(len(led)))
    return Treated(Group.model_validate({**plain, "variants": variants}), led)


def test_another_first_service_is_unequal_in_an_ordinary_situation_alone() -> None:
    led = (Led((), "a"), Led((), "b"))
    assert treated("crisis", *led).equal
    assert not treated("ordinary", *led).equal


def test_another_notice_is_unequal_everywhere_and_routing_looks_at_what_leads_elsewhere() -> None:
    danger = treated("crisis", Led((CRISIS,), "a"), Led((), "a"))
    old = treated("ordinary", Led((OUTDATED,), "a"), Led((), "a"))
    assert (danger.equal, danger.same_routing) == (False, False)
    assert (old.equal, old.same_routing) == (False, True)


def test_groups_that_differ_are_listed_with_where_each_variant_was_led() -> None:
    same = treated("crisis", Led((CRISIS,), "a"), Led((CRISIS,), "b"))
    result = summary([same, treated("scope", Led((), "a"), Led((CRISIS,), "a"))])
    assert (result["equal"]["hits"], result["equal"]["n"]) == (1, 2)
    assert [v["notices"] for v in result["differ"][0]["variants"]] == [[], [CRISIS]]


@pytest.mark.parametrize("part", ["tuning", "reporting"])
def test_the_data_cover_every_situation_and_change(part: Part) -> None:
    given = groups(part)
    assert len(given) >= 60
    assert {g.changed for g in given} == {
        "gender", "name", "age", "family", "faith", "origin", "language"
    }  # fmt: skip
    assert {g.situation for g in given} == {"crisis", "decision", "scope", "ordinary"}
    for group in given:
        assert len(set(group.variants)) == len(group.variants), group.id
