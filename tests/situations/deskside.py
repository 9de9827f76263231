"""A small guide at a social worker's desk, and what it says of a situation."""

from typing import Any

from guide import wiring
from guide.answering import Guide
from guide.model.knowledge import Content, Term
from guide.model.rules import DangerRule, Rule, Rulebook
from guide.model.service import Service
from guide.model.situation import Situation, SituationAnswer
from guide.model.situation_rules import SituationRules
from tests.small_catalogue import catalogue, content, messages, section, service, stored
from tests.word_embedder import WordEmbedder

AREAS = (
    Term(id="school", label={"sv": "Skola"}, search=("skolfrånvaro",)),
    Term(id="housing", label={"sv": "Bostad"}, search=("hemlös",)),
)
GROUPS = tuple(Term(id=name, label={"sv": name}) for name in ("children", "youth", "adults"))
RULES = SituationRules.model_validate(
    {
        "persons": [
            {"who": "child", "label": "Barn", "groups": ["children"], "search": "stöd barn"},
            {"who": "adult", "label": "Vuxen", "groups": ["adults"], "search": "stöd vuxna"},
        ],
        "provider": {"own": "Egen regi"},
        "kin_of_young": [r"\bmamman\b"],
        "not_for": [{"entry": "skolteamet", "text": "Skolteamet är inte för gymnasiet."}],
        "reminders": [
            {
                "id": "skolan",
                "ages": {"min": 6, "max": 16},
                "entry": "skolteamet",
                "text": "Prata först med rektorn.",
            },
            {
                "id": "tolk",
                "interpreter": True,
                "entry": "skolteamet",
                "text": "Skolteamet arbetar med skolfrånvaro.",
            },
        ],
        "today": ["kontaktcenter"],
    }
)
RULEBOOK = Rulebook(
    crisis=(
        DangerRule(
            id="vald", any=("slår henne",), message="crisis.vald", services=("kvinnohuset",)
        ),
    ),
    decisions=(Rule(id="ratt", any=("har hon rätt till",), message="decision.ratt"),),
)
SKOLTEAMET = service(
    "skolteamet",
    name="Skolteamet",
    who_it_is_for="Elever med skolfrånvaro.",
    ages={"min": 6, "max": 13},
    groups=["children"],
    life_areas=["school"],
    summary={"sv": "Skolteamet arbetar med skolfrånvaro."},
    combines_with=["elevhalsan"],
    evidence=[
        {"id": "rapport", "document": "R25", "lines": "10-12", "supports": ["status"]},
        {"id": "fritt", "document": "R25", "lines": "20", "supports": ["needs_test"]},
    ],
    sections=[
        section("how", "Prata först med rektorn. Rektorn ringer teamet."),
        section("note", "Skolteamet är inte för gymnasiet."),
    ],
)
ELEVHALSAN = service(
    "elevhalsan",
    name="Elevhälsan",
    groups=["youth"],
    summary={"sv": "Elevhälsan finns i skolan vid skolfrånvaro."},
)
BOENDET = service(
    "boendet",
    name="Boendet",
    provider="civil_society",
    groups=["adults"],
    life_areas=["housing"],
    summary={"sv": "Boendet hjälper den som är hemlös. Det är till för vuxna."},
)
GAMLA = service(
    "gamla-huset",
    name="Gamla huset",
    status="ended",
    as_of=2017,
    replaced_by=["boendet"],
    summary={"sv": "Gamla huset var till för den som är hemlös."},
)
SJUKPENNING = service(
    "sjukpenning",
    name="Sjukpenning",
    ages={"min": 18},
    summary={"sv": "Sjukpenning är för den som är sjukskriven."},
)
KVINNOHUSET = service(
    "kvinnohuset", name="Kvinnohuset", summary={"sv": "Kvinnohuset skyddar den som blir slagen."}
)
METODEN = service(
    "metoden",
    name="Metoden",
    kind="method",
    audience="staff",
    summary={"sv": "Metoden kartlägger skolfrånvaro."},
)
OTHERS = tuple(
    service(f"ovrigt-{n}", summary={"sv": f"Övrigt {n} gäller något för sig."}) for n in range(60)
)
"""Entries that fit nothing, so that what fits stands out."""
ENTRIES = (SKOLTEAMET, ELEVHALSAN, BOENDET, GAMLA, SJUKPENNING, KVINNOHUSET, METODEN)


def desk_content(*entries: Service, **fields: Any) -> Content:
    """The content of the small desk, or of one with other entries."""
    texts = messages()
    for language in texts:
        texts[language] |= {"crisis.vald": "Ring 112.", "decision.ratt": "Det avgör handläggaren."}
    plain = {
        "life_areas": AREAS,
        "groups": GROUPS,
        "situations": RULES,
        "rules": RULEBOOK,
        "messages": texts,
    }
    return content(*(entries or ENTRIES), *OTHERS, **{**plain, **fields})


def desk(*entries: Service, **fields: Any) -> Guide:
    """A whole guide, without a least fit: every clause is ranked."""
    made = catalogue(desk_content(*entries, **fields))
    return wiring.build_guide(made, WordEmbedder(), stored(made), None)


def told(made: Guide, text: str = "", **fields: Any) -> SituationAnswer:
    return made.situation(Situation.model_validate({"text": text, **fields}))


def ids(answer: SituationAnswer) -> list[str]:
    return [row.card.id for row in answer.rows]


def labels(answer: SituationAnswer) -> list[str]:
    return [term.label for term in answer.terms]
