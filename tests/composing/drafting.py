"""What the extractive composer drafts about small entries, each sentence checked."""

from typing import Any

from guide.catalogue.catalogue import Catalogue
from guide.composing.extractive import ExtractiveComposer
from guide.grounding.verify import Drafted, Verifier
from guide.model.service import Service
from guide.model.terms import Audience, Language
from guide.retrieval.services import Ranked
from guide.rules.findings import Findings
from tests.small_catalogue import catalogue, content


def findings(text: str = "hjälp", **fields: Any) -> Findings:
    return Findings(text=text, normalised=text, language=Language.SV, **fields)


def composed(
    entry: Service,
    found: Findings | None = None,
    language: Language = Language.SV,
    audience: Audience = Audience.RESIDENT,
    easy: bool = False,
    **fields: Any,
) -> list[Drafted]:
    """Drafts about one entry, each of which must hold in its passage."""
    known = catalogue(content(entry, **fields))
    return drafts_of(known, [Ranked(entry, 1.0, (), False)], found, language, audience, easy)


def drafts_of(
    known: Catalogue,
    ranked: list[Ranked],
    found: Findings | None = None,
    language: Language = Language.SV,
    audience: Audience = Audience.RESIDENT,
    easy: bool = False,
) -> list[Drafted]:
    composer = ExtractiveComposer(known, audience, language)
    drafts = composer.compose(found or findings(), ranked, easy)
    verifier = Verifier(s.name for s in known.services.values())
    assert [(d.text, verifier.faults(d)) for d in drafts if verifier.faults(d)] == []
    return drafts


def texts(drafts: list[Drafted]) -> list[str]:
    return [draft.text for draft in drafts]
