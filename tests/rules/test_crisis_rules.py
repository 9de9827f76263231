"""A crisis is recognised however it is worded, and near misses stay ordinary questions."""

import pytest

from tests.rules.recorded import Hinted, crisis_messages, danger_rules, ids, near_misses

CRISIS = Hinted()
PARTS = ("tuned", "held_back")


@pytest.mark.parametrize("part", PARTS)
def test_crisis_messages_are_recognised(part: str) -> None:
    messages = list(crisis_messages(part))
    missed = [text for _, _, text in messages if not ids(CRISIS, text)]
    assert len(missed) <= 0.02 * len(messages), missed


@pytest.mark.parametrize("part", PARTS)
def test_crisis_messages_reach_the_right_rule(part: str) -> None:
    messages = list(crisis_messages(part))
    wrong = [text for rule, _, text in messages if rule not in ids(CRISIS, text)]
    assert len(wrong) <= 0.03 * len(messages), wrong


@pytest.mark.parametrize("language", ["en", "ar", "uk", "so", "fa"])
def test_the_plainest_words_for_a_crisis_are_known_in_every_language(language: str) -> None:
    texts = [text for part in PARTS for _, lang, text in crisis_messages(part) if lang == language]
    assert texts
    assert [text for text in texts if not ids(CRISIS, text)] == []


@pytest.mark.parametrize("part", PARTS)
def test_near_misses_raise_no_false_alarm(part: str) -> None:
    messages = near_misses(part)
    alarms = [(text, ids(CRISIS, text)) for text in messages if ids(CRISIS, text)]
    assert len(alarms) <= 0.02 * len(messages), alarms


@pytest.mark.parametrize(
    "written",
    [
        "MIN MAN SLÅR MIG",
        "min  man\nslår\tmig",
        "min man sl\u200bår mig",
        "min man sla\u030ar mig",
        "ｍｉｎ ｍａｎ ｓｌår mig",
        "min man slårrrrr mig!!!",
    ],
)
def test_odd_writing_does_not_hide_a_crisis(written: str) -> None:
    assert "vald-i-nara-relation" in ids(CRISIS, written)


def test_a_near_miss_beside_a_crisis_does_not_silence_it() -> None:
    text = "Han slår på trumman jämt, och i går slog han mig"
    assert "vald-i-nara-relation" in ids(CRISIS, text)


def test_every_crisis_rule_names_its_message_and_whom_to_call() -> None:
    rules = danger_rules()
    assert all(rule.message == f"crisis.{rule.id}" and rule.contacts for rule in rules)
    first = {rule.id: rule.contacts[0] for rule in rules}
    assert first.pop("hemlos-i-natt") == "socialjouren"
    assert set(first.values()) == {"112"}


def test_one_who_hits_is_not_met_as_one_who_is_hit() -> None:
    assert ids(CRISIS, "Jag slår min fru när jag blir arg") == ("vald-jag-utover",)
    assert "vald-jag-utover" not in ids(CRISIS, "Min man slår mig när han blir arg")
