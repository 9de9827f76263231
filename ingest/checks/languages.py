"""Languages that are missing. A folder speaks the languages that it has fixed texts in."""

from collections.abc import Iterator

from guide.model.terms import Language
from ingest.checks.naming import first_names
from ingest.checks.view import View
from ingest.problems import Problem, fault, warning

CORE = (Language.EN.value, "easy")


def core_summaries(view: View) -> Iterator[Problem]:
    """Entries without an English or an easy Swedish summary."""
    for file, service in view.entries:
        for language in CORE:
            if getattr(service.summary, language) is None:
                yield warning("missing-summary", file, f"summary.{language}",
                              "Sammanfattningen saknas.", "Skriv den.")  # fmt: skip


def other_summaries(view: View) -> Iterator[Problem]:
    """Entries for residents that cannot be read in every other language, once for each entry."""
    spoken = [
        language
        for language in Language
        if language in view.content.messages and language not in (Language.SV, Language.EN)
    ]
    for file, service in view.for_residents():
        missing = [lang.value for lang in spoken if service.summary.text(lang) is None]
        if missing:
            yield warning(
                "missing-language", file, "summary",
                f"Sammanfattningen saknas på {', '.join(missing)}.",
                "Skriv den och sätt språket under drafts tills någon har läst den.",
            )  # fmt: skip


def missing_texts(view: View) -> Iterator[Problem]:
    """Fixed texts that a language lacks although Swedish has them, once for each language."""
    swedish = view.content.messages.get(Language.SV, {})
    for language, texts in view.content.messages.items():
        missing = [key for key in swedish if key not in texts]
        if missing:
            yield fault(
                "missing-text", f"messages/{language}.yaml", missing[0],
                f"{len(missing)} texter saknas: {first_names(missing)}.",
                "Skriv dem också på det här språket.",
            )  # fmt: skip
