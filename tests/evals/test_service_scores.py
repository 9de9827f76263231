"""A question counts when what it expects stands first, by name or alias."""

from evals.services import Names, service_scores
from evals.sets import ServiceQuestion
from tests.small_catalogue import service

SERVICES = [
    service("bris", name="Bris", aliases=["Barnens rätt"]),
    service("karpen", name="Karpen", aliases=["Stöd i par"]),
    service("familjen", name="Familjen", aliases=["stöd i par"]),
]


def asked(kind: str = "plain") -> ServiceQuestion:
    return ServiceQuestion(
        id="x", audience="resident", lang="sv", question="Vad?", expected=("Bris",), kind=kind
    )


def scores(ranked: str, *parts: str, near: str = "", kind: str = "plain") -> dict[str, float]:
    """Entries are letters here; a part is the letters that one expected name means."""
    meant = [frozenset(part) for part in parts]
    return service_scores(list(ranked), asked(kind), meant, frozenset("".join(parts) + near))


def test_a_name_means_entries_by_name_or_alias_in_any_case() -> None:
    names = Names(SERVICES)
    assert names.meant(["BRIS", "barnens rätt"]) == [{"bris"}, {"bris"}]
    assert names.meant(["Stöd i par"]) == [{"karpen", "familjen"}]


def test_notices_and_contacts_are_no_entries() -> None:
    assert Names(SERVICES).meant(["CRISIS", "Kontaktcenter"]) == []


def test_any_expected_entry_counts_where_it_stands() -> None:
    assert scores("abcdef", "b") == {"hit@1": 0, "hit@5": 1, "mrr@10": 0.5, "either@5": 1}
    assert scores("abcdef", "b", "a")["hit@1"] == 1
    assert scores("abcdef", "f")["hit@5"] == 0
    assert scores("abcdef", "z")["mrr@10"] == scores("", "z")["mrr@10"] == 0


def test_what_is_acceptable_counts_beside_and_not_instead() -> None:
    found = scores("abcdef", "f", near="a")
    assert (found["hit@1"], found["hit@5"], found["either@5"]) == (0, 0, 1)


def test_many_problems_count_by_the_share_of_names_found() -> None:
    """One entry that several names could mean is enough for its name."""
    assert scores("abcdef", "a", "z", kind="multi_problem")["parts@5"] == 0.5
    assert scores("abcdef", "az", "f", "b", kind="multi_problem")["parts@5"] == 2 / 3
    assert "parts@5" not in scores("abcdef", "a", "b")
