"""What a row of the desk says of sources and contacts."""

from markupsafe import Markup

from ui.markup import _environment
from ui.model import Contact
from ui.parts.citation import EvidenceFacts
from ui.parts.desk_row import place


def reach(**fields: str) -> Markup:
    """How a table tells of a contact."""
    macro = _environment().get_template("reach.html").module.reach  # type: ignore[attr-defined]
    told: Markup = macro(Contact(id="a", **fields))
    return told


def test_number_that_is_the_name_is_said_once() -> None:
    assert reach(label="112", phone="112").count(">112<") == 1
    assert reach(label="Polisen 114 14", phone="114 14").count("114 14") == 1
    assert 'href="tel:11414"' in reach(label="Polisen 114 14", phone="114 14")
    assert reach(label="Kontaktcenter", phone="042-10 50 00").count("042-10 50 00") == 1
    assert "<a" not in reach(label="Kronofogden")


def test_place_of_a_source_ends_in_its_year_once() -> None:
    dated = EvidenceFacts("Finsam, mars 2022", "", "2022", None)
    assert place(dated) == "Finsam, mars 2022"
    assert place(EvidenceFacts("Rapport 2017", "rad 1-2", "2017", None)) == (
        "Rapport 2017, rad 1-2, 2017"
    )
    assert place(EvidenceFacts("Webbplats", "", "odaterad", None)) == "Webbplats, odaterad"
