"""What is Swedish inside a page in another language is told to be so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from guide.settings import PROJECT
from ui.languages import Mixed, Swedish, in_languages
from ui.markup import TEMPLATES, written_in
from ui.model import Card
from ui.parts.card import Setting, card_html
from ui.parts.compare import comparison
from ui.wording import wording

CARD = Card.model_validate(
    {
        "id": "a",
        "name": "Stödet",
        "summary": "ملخص",
        "initiated_by": "Rektorn",
        "contacts": [{"id": "k", "label": "Kontaktcenter", "phone": "042-10 50 00"}],
        "why": {"text": "Stödet ger råd.", "passage_id": "a:om-1"},
    }
)


def test_swedish_part_of_a_line_is_marked_and_escaped() -> None:
    line = Mixed("منبع: ", Swedish("Råd & <stöd>"), ", 2025")
    assert line == "منبع: Råd & <stöd>, 2025"
    assert in_languages(line) == (
        'منبع: <span lang="sv" dir="ltr">Råd &amp; &lt;stöd&gt;</span>, 2025'
    )
    assert in_languages("<b>") == "&lt;b&gt;"
    assert in_languages(Swedish("")) == ""


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.stem)
def test_swedish_in_a_template_is_written_from_left_to_right(path: Path) -> None:
    template = path.read_text(encoding="utf-8")
    assert re.findall(r'lang="sv"(?! dir="ltr")', template) == []


def test_card_in_arabic_tells_what_of_it_is_swedish() -> None:
    html = card_html(CARD, wording("ar"), Setting(language="ar"))
    for swedish in ("<bdi {}>Kontaktcenter", "<dd {}>Rektorn", "<p {}><q>Stödet ger råd."):
        assert swedish.format('lang="sv" dir="ltr"') in html


def test_comparison_tells_which_values_are_swedish() -> None:
    told = dict(comparison((CARD, CARD), wording("ar")))
    words = wording("ar")
    assert isinstance(told[words("card.start")][0], Swedish)
    assert not isinstance(told[words("catalogue.need")][0], Swedish)
    assert in_languages(told[words("contact.call")][0]) == (
        '<span lang="sv" dir="ltr">Kontaktcenter</span> 042-10 50 00'
    )


@pytest.mark.parametrize("language", ["en", "so", "ar", "uk", "fa"])
def test_whole_notices_are_told_from_swedish_ones(language: str) -> None:
    for key, text in _notices(language).items():
        assert written_in(text, language) == language, key
    for key, text in _notices("sv").items():
        assert written_in(text, language) == "sv", key


def _notices(language: str) -> dict[str, str]:
    families = yaml.safe_load(
        (PROJECT / "knowledge" / "messages" / f"{language}.yaml").read_text("utf-8")
    )
    return dict(_leaves({name: families[name] for name in ("crisis", "notice", "scope", "person")}))


def _leaves(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{name}.{key}")
    elif isinstance(value, str) and len(value.split()) > 4:
        yield name, value
