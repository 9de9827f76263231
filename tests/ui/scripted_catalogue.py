"""The scripted API's catalogue: two entries of answers, and those that pages ask for by id."""

from tests.ui.scripted_answers import EVIDENCE, HOUSING, JSON, KONTAKTCENTER, SOS, UNIT
from tests.ui.scripted_desk import SCHOOL

BRIS: JSON = {
    **SOS,
    "id": "bris",
    "label": "Bris",
    "phone": "116 111",
    "note": "Barn och unga kan ringa.",
}
CENTRE: JSON = {
    **UNIT,
    "id": "kontaktcenter",
    "name": "Kontaktcenter",
    "summary": "Stadens väg in.",
    "kind": "contact_route",
    "needs_test": "not_applicable",
    "why": None,
}
CHILDREN: JSON = {
    **CENTRE,
    "id": "barn-som-soker-hjalp",
    "name": "Barn som söker hjälp själva",
    "contacts": [BRIS, KONTAKTCENTER],
}
CATALOGUE = [UNIT, HOUSING, CENTRE, CHILDREN]
STAFF_CATALOGUE = [*CATALOGUE, SCHOOL]
STAFF_LINE: JSON = {**SOS, "id": "jour", "label": "Personalens jour", "phone": "042-99 99 99"}


def section(card: JSON, name: str, language: str, text: str, role: str | None = None) -> JSON:
    return {
        "passage_id": f"{card['id']}:{name}",
        "title": "Så gör du" if role else card["name"],
        "role": role,
        "language": language,
        "text": text,
        "evidence": [EVIDENCE],
    }


def detail(card: JSON) -> JSON:
    """The entry with a summary in two languages and one text."""
    return {
        "card": {**card, "why": None},
        "sections": [
            section(card, "sammanfattning", "sv", card["summary"]),
            section(card, "summary-ar", "ar", f"ملخص {card['name']}"),
            section(card, "hur-1", "sv", "Ring och berätta.", "how"),
        ],
        "related": {"alternatives": ["kontaktcenter", "finns-inte"]},
    }


def staff_detail(card: JSON) -> JSON:
    """The entry with a contact and a text of its own for staff."""
    told = detail({**card, "contacts": [STAFF_LINE, *card["contacts"]]})
    told["sections"].append(section(card, "personal-1", "sv", "Ring jouren först.", "how"))
    return told
