"""Texts that say another thing of the needs assessment than the field `needs_test` says."""

from collections.abc import Iterator

import regex

from guide.model.service import Service
from guide.model.terms import NeedsTest
from ingest.checks.entry_names import EntryNames
from ingest.checks.texts import Text, entry_texts
from ingest.checks.view import View
from ingest.problems import Problem, warning

_ASSESSMENT = (
    r"(?:(?:individuell|föregående|egen|särskild)\s+)?"
    r"(?:(?:behovs)?prövning|biståndsbedömning|bedömning|biståndsprövning|biståndsbeslut|beslut|"
    r"utredning|ansökan)(?:en)?\b"
)
_TEST = r"(?:needs?\s+|a\s+|an\s+|any\s+)*(?:assessment|needs?-?\s?test|application)\b"
_FREE = regex.compile(
    rf"\butan\s+(?:att\s+(?:först\s+)?(?:gå\s+igenom\s+|genomgå\s+)?)?"
    rf"(?:krav\s+på\s+|en\s+|någon\s+)?{_ASSESSMENT}"
    rf"|\butan\s+att\s+(?:först\s+)?ansöka\b"
    rf"|\bingen\s+{_ASSESSMENT}(?!\s+(?:om|för)\s+att)"
    rf"|\b(?:behöver|måste)\s+(?:du\s+|ni\s+|man\s+)?inte\s+(?:först\s+)?"
    rf"(?:ansöka|söka\s+om|utredas|(?:någon\s+|en\s+)?{_ASSESSMENT})"
    rf"|\b(?:krävs|kräver|behövs)\s+(?:det\s+)?(?:inte|ej)\s+(?:någon\s+|en\s+)?{_ASSESSMENT}"
    rf"|\binte\s+(?:kräver|krävs|behöver|behövs)\s+(?:någon\s+|en\s+)?{_ASSESSMENT}"
    rf"|\b(?:är|prövas)\s+inte\s+behovsprövad\w*|\bbiståndsfri\w*"
    rf"|\b(?:no|without)\s+{_TEST}|\b(?:need|have)\s+not\s+(?:to\s+)?apply\b"
    rf"|\b(?:do|does)(?:\s+not|n't)\s+(?:need|have|require)\s+(?:to\s+apply|{_TEST})",
    regex.IGNORECASE,
)
_TESTED = regex.compile(
    rf"\b(?:efter|genom|först\s+vid)\s+(?:en\s+|ett\s+|föregående\s+)?{_ASSESSMENT}"
    rf"|\b(?:kräver|krävs|behövs|behöver|fordras)\s+(?:det\s+|du\s+|ni\s+)?(?:en\s+|ett\s+)?{_ASSESSMENT}"
    rf"|(?<!\bingen\s){_ASSESSMENT}\s+(?:krävs|behövs|fordras)\b"
    rf"|\b(?:behovsprövad|biståndsbedömd|biståndsprövad)\w*"
    rf"|\b(?:du|ni|man)\s+(?:måste|behöver|ska)\s+(?:först\s+)?ansöka\b"
    rf"|\bhandläggare\s+(?:utreder|prövar|beslutar|bedömer)\b|\bbehovet\s+(?:prövas|bedöms)\b"
    rf"|\bafter\s+{_TEST}|\b(?:needs|requires?)\s+{_TEST}|\b(?:must|have\s+to)\s+apply\b",
    regex.IGNORECASE,
)
_HEDGE = regex.compile(
    r"\b(?:säger|sägs|anger|framgår|nämner|står|vet)\s+(?:det\s+)?(?:inte|inget|ej)\b"
    r"|\binget\s+om\b|\b(?:fråga|undrar|oklart|osäkert)\b.{0,40}\b(?:om|vad)\b"
    r"|\bbetyder\b|\bnämns\s+intill\b|\b(?:socialtjänst)?lagen\b|\bthe\s+law\b"
    r"|\b(?:do|does)\s+not\s+(?:say|state|tell)\b|\bmeans\s+that\b"
    r"|^\s*(?:om|whether|if)\b",
    regex.IGNORECASE,
)
"""What is not known, asked, explained, or told of the law in general."""
_DOUBTED = (NeedsTest.REQUIRED, NeedsTest.UNKNOWN)


def needs_test_told_otherwise(view: View) -> Iterator[Problem]:
    """Sentences that promise help without assessment where the field does not say so, and
    sentences that demand one where the field says none.

    Passed over: sentences that say what is not known, and sentences that name another entry,
    for those speak of that entry.
    """
    names = EntryNames(view.content.services)
    for file, service in view.entries:
        if service.needs_test not in (*_DOUBTED, NeedsTest.NONE):
            continue
        says = says_free if service.needs_test in _DOUBTED else says_tested
        for text in entry_texts(file, service):
            for sentence in text.sentences():
                if says(sentence) and not names.others_in(sentence, service):
                    yield _told(service, text, sentence)


def says_free(sentence: str) -> bool:
    """True where the sentence says that no assessment is needed."""
    return bool(_FREE.search(sentence)) and not _HEDGE.search(sentence)


def says_tested(sentence: str) -> bool:
    """True where the sentence says that an assessment comes first. Denials do not count."""
    return bool(_TESTED.search(_FREE.sub(" ", sentence))) and not _HEDGE.search(sentence)


def _told(service: Service, text: Text, sentence: str) -> Problem:
    return warning(
        "needs-test-text", text.file, text.field,
        f"needs_test är {service.needs_test.value}, men texten säger: ”{sentence}”",
        "Ändra meningen, eller fältet om en källa säger det rakt ut.",
    )  # fmt: skip
