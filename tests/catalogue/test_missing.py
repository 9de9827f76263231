"""What the sources do not say: no field and no contact of the entry's own says it."""

from typing import Any

import pytest

from guide.catalogue.missing import missing_facets
from guide.model.terms import Facet
from tests.catalogue.entries import contact, service

HOURS = [{"days": ["mon"], "start": "08:00", "until": "16:00"}]


def test_an_entry_with_nothing_filled_in_misses_every_facet_in_order() -> None:
    assert missing_facets(service(), []) == tuple(Facet)


@pytest.mark.parametrize(
    ("fields", "facet"),
    [
        ({"cost": "Gratis."}, Facet.COST),
        ({"waiting_time": "Ingen."}, Facet.WAITING_TIME),
        ({"ages": {"min": 18}}, Facet.AGE),
        ({"place": "Torget 1."}, Facet.PLACE),
        ({"documentation": "Inget sägs."}, Facet.DOCUMENTATION),
        ({"not_missing": ["cost"]}, Facet.COST),
    ],
)
def test_a_field_that_is_filled_in_is_not_missing(fields: dict[str, Any], facet: Facet) -> None:
    assert missing_facets(service(**fields), []) == tuple(f for f in Facet if f is not facet)


@pytest.mark.parametrize(
    ("fields", "facets"),
    [
        ({"hours": HOURS}, {Facet.HOURS, Facet.CONTACT}),
        ({"address": "Torget 1"}, {Facet.PLACE, Facet.CONTACT}),
        ({"phone": "042-00 00 07"}, {Facet.CONTACT}),
    ],
)
def test_an_own_contact_fills_in_what_it_says(fields: dict[str, Any], facets: set[Facet]) -> None:
    assert set(Facet) - set(missing_facets(service(), [contact(**fields)])) == facets


def test_a_switchboards_hours_number_and_address_are_not_the_entrys_own() -> None:
    switchboard = contact(
        id="vaxel", general=True, phone="042-00 00 07", address="Torget 1", hours=HOURS
    )
    assert missing_facets(service(), [switchboard]) == tuple(Facet)


def test_the_switchboards_own_entry_has_its_number_hours_and_address() -> None:
    own = contact(general=True, phone="042-00 00 07", address="Torget 1", hours=HOURS)
    missing = missing_facets(service(), [own])
    assert not {Facet.CONTACT, Facet.HOURS, Facet.PLACE} & set(missing)
