"""Every text of the folder that somebody reads, with its place."""

from collections.abc import Iterator
from typing import NamedTuple

from guide.catalogue.sentences import sentences
from guide.model.service import Service
from guide.model.terms import Audience, Language
from ingest.checks.view import View

FIELDS = ("who_it_is_for", "needs_test_note", "initiated_by", "cost", "waiting_time",
          "documentation", "place")  # fmt: skip
SUMMARIES = (Language.SV.value, "easy", *(lang.value for lang in Language if lang != Language.SV))


class Text(NamedTuple):
    """A text, or one line of a section, where it stands, and who sees it."""

    file: str
    field: str
    text: str
    audience: Audience = Audience.RESIDENT
    language: str = Language.SV

    def sentences(self) -> list[str]:
        return sentences(self.text)


def entry_texts(file: str, service: Service) -> Iterator[Text]:
    """Summaries, fields and sections of an entry. Names and phrases are not among them."""
    audience = service.audience
    for language in SUMMARIES:
        if text := getattr(service.summary, language):
            spoken = Language.SV.value if language == "easy" else language
            yield Text(file, f"summary.{language}", text, audience, spoken)
    for field in FIELDS:
        if text := getattr(service, field):
            yield Text(file, field, text, audience)
    if service.ages and service.ages.note:
        yield Text(file, "ages.note", service.ages.note, audience)
    for section in service.sections:
        seen = Audience.STAFF if Audience.STAFF in (audience, section.audience) else audience
        for number, line in enumerate(section.text.splitlines(), 1):
            yield Text(file, f"sections.{section.title}.{number}", line, seen)


def phrase_texts(file: str, service: Service) -> Iterator[Text]:
    """The entry's everyday phrases."""
    for language in Language:
        for number, phrase in enumerate(service.phrases.of(language)):
            yield Text(file, f"phrases.{language}.{number}", phrase, service.audience, language)


def all_texts(view: View) -> Iterator[Text]:
    """Texts and phrases of entries, corrections of premises, fixed texts, notes of contacts."""
    for file, service in view.entries:
        yield from entry_texts(file, service)
        yield from phrase_texts(file, service)
    for file, premise in zip(view.premise_files(), view.content.premises, strict=True):
        for language, text in premise.correction.items():
            yield Text(file, f"correction.{language}", text, language=language)
    for language, texts in view.content.messages.items():
        for key, text in texts.items():
            yield Text(f"messages/{language}.yaml", key, text, language=language)
    for contact in view.content.contacts:
        if contact.note:
            yield Text("contacts.yaml", f"{contact.id}.note", contact.note, contact.audience)
