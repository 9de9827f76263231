"""Open or not, in Swedish time, at midnight and when the clocks change."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from guide.catalogue.cards import contact_view
from guide.catalogue.opening import open_now
from tests.catalogue.entries import contact

ALL_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAY = contact(hours=[{"days": ["mon", "tue"], "start": "08:00", "until": "17:00"}])
ALWAYS = contact(hours=[{"days": ALL_DAYS, "start": "00:00", "until": "24:00"}])
NIGHT = contact(
    hours=[
        {"days": ["fri"], "start": "20:00", "until": "24:00"},
        {"days": ["sat"], "start": "00:00", "until": "03:00"},
    ]
)


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-01-12T06:59", False),  # Monday 07:59 in winter time
        ("2026-01-12T07:00", True),
        ("2026-01-12T15:59", True),
        ("2026-01-12T16:00", False),
        ("2026-07-13T05:59", False),  # Monday 07:59 in summer time
        ("2026-07-13T06:00", True),
        ("2026-07-13T14:59", True),
        ("2026-07-13T15:00", False),
        ("2026-01-14T10:00", False),  # a Wednesday
    ],
)
def test_hours_are_read_in_swedish_time(moment: str, is_open: bool) -> None:
    assert open_now(DAY, utc(moment)) is is_open


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-01-16T18:59", False),  # Friday 19:59
        ("2026-01-16T19:00", True),
        ("2026-01-16T22:59", True),  # Friday 23:59
        ("2026-01-16T23:00", True),  # Saturday 00:00, still Friday in UTC
        ("2026-01-17T01:59", True),
        ("2026-01-17T02:00", False),
        ("2026-01-15T23:30", False),  # Friday 00:30
    ],
)
def test_a_night_goes_on_past_midnight(moment: str, is_open: bool) -> None:
    assert open_now(NIGHT, utc(moment)) is is_open


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25", "2026-12-31"])
def test_round_the_clock_is_always_open(day: str, hour: int) -> None:
    assert open_now(ALWAYS, utc(f"{day}T{hour:02}:59")) is True


def test_the_hour_that_comes_twice_counts_twice() -> None:
    early = contact(hours=[{"days": ["sun"], "start": "02:00", "until": "03:00"}])
    moments = [utc(f"2026-10-24T{h}:30") for h in ("23",)]
    moments += [utc(f"2026-10-25T{h}:30") for h in ("00", "01", "02")]
    assert [open_now(early, moment) for moment in moments] == [False, True, True, False]


def test_any_time_zone_gives_the_same_answer() -> None:
    moment = utc("2026-01-12T07:30")
    assert open_now(DAY, moment.astimezone(ZoneInfo("Asia/Tokyo"))) is True


def test_hours_that_no_source_states_are_not_guessed() -> None:
    assert open_now(contact(), utc("2026-01-12T10:00")) is None
    assert contact_view(contact(), utc("2026-01-12T10:00")).hours is None


def test_a_contact_shows_its_hours_as_the_contract_names_them() -> None:
    view = contact_view(DAY, utc("2026-01-12T10:00")).model_dump(by_alias=True)
    assert view["hours"] == ({"days": ("mon", "tue"), "from": "08:00", "to": "17:00"},)
    assert view["open_now"] is True
