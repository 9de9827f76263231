"""Checks of the fixed texts: every form is there, and every field and contact in it is known."""

import string
from collections.abc import Iterator

import regex

from guide.model.terms import Facet, NeedsTest, ServiceStatus
from ingest.checks.view import View
from ingest.problems import Problem, fault

_CONTACT = regex.compile(r"\{contact:([^}]*)\}")
_TOLD_FACETS = tuple(f"{part}.{facet}" for part in ("fakta.facet", "fakta.absent", "facet")
                     for facet in Facet)  # fmt: skip
FIXED_FORMS = (
    *(f"fakta.needs_test.{value}" for value in NeedsTest if value != NeedsTest.NOT_APPLICABLE),
    *(f"fakta.needs_test.{value}_dated" for value in ("none", "required", "partly")),
    *(f"fakta.status.{value}" for value in ServiceStatus if value != ServiceStatus.CURRENT),
    "fakta.status.undated",
    *_TOLD_FACETS,
    *(
        f"fakta.{key}"
        for key in ("title", "contact_title", "needs_test_title", "missing", "document")
    ),
    *(f"fakta.initiated_by.{key}" for key in ("known", "unknown")),
    *(f"fakta.ages.{key}" for key in ("from", "to", "between")),
    *(f"fakta.contact.{key}" for key in ("own", "general", "through")),
    *(f"fakta.reach.{key}" for key in ("phone", "url", "address", "unknown")),
    *(f"fakta.verified.{key}" for key in ("dated", "undated")),
    "list.or",
    *(f"notice.{key}" for key in ("pii", "outdated", "outdated_undated", "not_offered", "unknown")),
    *(f"notice.{key}" for key in ("unknown_today", "needs_test_unknown", "out_of_scope")),
    *(f"notice.{key}" for key in ("no_sources", "clarify", "clarify_between", "clarify_whom")),
    "notice.today",
    *(f"follow_up.{key}" for key in ("needs_test", "documentation", "next")),
)
"""Keys that passages, notices and follow-ups are made of, whatever the entries say."""

KNOWN_FIELDS = frozenset(
    "name names title as_of value facets label how month phone url address min max".split()
)


def fixed_texts(view: View) -> Iterator[Problem]:
    """Fixed forms that are missing in Swedish, texts that could not be filled in, tokens of
    contacts that do not exist, and translations of nothing."""
    swedish = view.content.messages.get("sv", {})
    contacts = {contact.id for contact in view.content.contacts}
    for key in FIXED_FORMS:
        if key not in swedish:
            yield _fault("sv", key, "Den fasta texten saknas.", "Skriv den.")
    for language, texts in view.content.messages.items():
        for key, text in texts.items():
            if key not in swedish:
                yield _fault(language, key, "Nyckeln finns inte på svenska.", "Rätta stavningen.")
            for name in contact_tokens(text):
                if name not in contacts:
                    yield _fault(language, key, f"Kontakten {name!r} finns inte.", "Rätta id:t.")
            yield from _fields(language, key, text, swedish.get(key) or text)
            if set(contact_tokens(text)) != set(contact_tokens(swedish.get(key, text))):
                yield _fault(language, key, "Texten nämner andra kontakter än svenskan.",
                             "Nämn samma.")  # fmt: skip


def contact_tokens(text: str) -> list[str]:
    """Ids of the contacts that are filled in where the text names them."""
    return _CONTACT.findall(text)


def _fields(language: str, key: str, text: str, swedish: str) -> Iterator[Problem]:
    try:
        unknown = fields(text) - (KNOWN_FIELDS & fields(swedish))
    except ValueError:
        yield _fault(language, key, "En klammer är inte stängd.", "Skriv {{ och }} för tecknen.")
        return
    for name in sorted(unknown):
        yield _fault(language, key, f"Fältet {{{name}}} finns inte här.", "Rätta namnet.")


def fields(text: str) -> set[str]:
    """Names within braces that are filled in, contact tokens aside.

    Raises:
        ValueError: a brace stands alone.
    """
    parsed = string.Formatter().parse(_CONTACT.sub("", text))
    return {name for _, name, _, _ in parsed if name is not None}


def _fault(language: str, key: str, message: str, remedy: str) -> Problem:
    return fault("fixed-text", f"messages/{language}.yaml", key, message, remedy)
