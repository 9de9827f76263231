"""A service as a card."""

from collections.abc import Collection
from dataclasses import dataclass

from markupsafe import Markup

from ui.markup import render, written_in
from ui.model import Ages, Card
from ui.parts.contact import contact_facts
from ui.wording import Wording


@dataclass(frozen=True)
class Badge:
    """A short word on a card; `tone` is good, care, plain or gone."""

    text: str
    tone: str


TEST_TONES = {"none": "good", "partly": "good", "required": "care", "unknown": "plain"}


def needs_test_badge(card: Card, words: Wording) -> Badge | None:
    """Whether an assessment comes first, in words; None where the question makes no sense."""
    if card.needs_test == "not_applicable":
        return None
    return Badge(
        words.named("needs_test", card.needs_test), TEST_TONES.get(card.needs_test, "plain")
    )


def status_badge(card: Card, words: Wording) -> Badge | None:
    """Where the service stands in time; None for a current one."""
    if card.status == "current":
        return None
    if card.status == "uncertain":
        key = "status.uncertain" if card.as_of else "status.uncertain_undated"
        return Badge(words(key, year=card.as_of), "care")
    return Badge(words.named("status", card.status), "gone")


def ages_text(ages: Ages | None, words: Wording) -> str:
    """The age range in words, with what the source says of it; empty where none is stated."""
    if ages is None:
        return ""
    if ages.min is not None and ages.max is not None:
        return words("card.ages_between", min=ages.min, max=ages.max)
    if ages.min is not None:
        return words("card.ages_from", min=ages.min)
    return words("card.ages_to", max=ages.max) if ages.max is not None else ages.note


def missing_text(card: Card, words: Wording) -> str:
    """One sentence on what the sources do not say; empty where nothing is missing."""
    facets = [words.named("facet", facet) for facet in card.missing]
    if not facets:
        return ""
    listed = ", ".join(facets[:-1])
    both = f"{listed} {words('card.and')} {facets[-1]}" if listed else facets[-1]
    return words("card.missing", facets=both)


def next_step(card: Card, words: Wording) -> str:
    """What comes after the first contact, as the needs-test tells; empty where it has no part."""
    if card.needs_test == "not_applicable":
        return ""
    return words.named("card.next", card.needs_test)


@dataclass(frozen=True)
class Setting:
    """How a card stands where it is shown.

    Of contacts whose ids are in `told` only the way to reach them is repeated. `language` is that
    of the card's summary, `own_summary` one in the visitor's language. `level` is the level of
    the heading; 0 leaves the name out where the page has said it.
    """

    told: Collection[str] = ()
    language: str = "sv"
    own_summary: str = ""
    level: int = 4


def card_html(card: Card, words: Wording, setting: Setting) -> Markup:
    badges = (status_badge(card, words), needs_test_badge(card, words))
    return render(
        "card",
        w=words,
        card=card,
        setting=setting,
        then=next_step(card, words),
        why_language=written_in(card.why.text, words.language) if card.why else "",
        badges=[badge for badge in badges if badge],
        ages=ages_text(card.ages, words),
        missing=missing_text(card, words),
        contacts=[contact_facts(contact, words) for contact in card.contacts],
    )
