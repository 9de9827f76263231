"""Names of persons, which belong in no text of the guide."""

from collections.abc import Iterator

import regex

from guide.model.terms import Language
from guide.rules.names import mask_names
from ingest.checks.texts import all_texts
from ingest.checks.view import View
from ingest.problems import Problem, warning

_SURNAME = r"(?:(?:von|van|af|de|al|el|bin)\s+)?\p{Lu}[\p{L}'’\-]+"
_PLACE = r"(?:\s+|-)?(?:gata|väg|torg|plats|kyrka|skola|församling)(?:n|en|et|an)?\b"
WRITTEN_WITH_CAPITALS = (Language.SV, Language.EN)
_MASK = "\u2060"


def persons(view: View) -> Iterator[Problem]:
    """A common given name before another capitalised word, or a name that somebody gives.

    Names of entries, contacts and sources are no persons. Silent where the folder has no list of
    given names (`swedish/fornamn.txt`).
    """
    if not view.loaded.given_names:
        return
    known = _known(view)
    person = regex.compile(
        rf"\b(?=\p{{Lu}})(?:\L<names>)(?:\s+{_SURNAME})+(?!{_PLACE})|\bheter\s+(?:\L<names>)\b",
        names=view.loaded.given_names,
    )
    for text in all_texts(view):
        if text.language not in WRITTEN_WITH_CAPITALS:
            continue
        if _names_somebody(text.text, person) and _names_somebody(
            known.sub(" ", text.text), person
        ):
            yield warning("person", text.file, text.field, "Texten ser ut att nämna en person.",
                          "Skriv vad personen gör i stället för vem det är.")  # fmt: skip


def _names_somebody(text: str, person: "regex.Pattern[str]") -> bool:
    return bool(person.search(text)) or ("heter" in text and mask_names(text, _MASK) != text)


def _known(view: View) -> "regex.Pattern[str]":
    """Finds names that are no person's."""
    content = view.content
    names = {name for service in content.services for name in (service.name, *service.aliases)}
    names |= {name for contact in content.contacts for name in (contact.label, *contact.aliases)}
    names |= {source.title for source in content.sources}
    several = [name for name in names if " " in name] or ["\0"]
    return regex.compile(r"\b(?:\L<names>)", regex.IGNORECASE, names=several)
