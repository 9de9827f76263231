"""What stands twice: ids, names, summaries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from guide.model.terms import Language
from ingest.checks.view import View
from ingest.checks.words import overlap, words
from ingest.problems import Problem, fault, warning

ALIKE_SUMMARIES = 0.8
"""Shared words over all words from which two summaries say the same."""


def unique_ids(view: View) -> Iterator[Problem]:
    """One id for two entries, contacts or sources; told where the later one stands."""
    entries = [(file, "id", service.id) for file, service in view.entries]
    yield from _repeated(entries)
    for file, records in (("contacts.yaml", view.content.contacts),
                          ("sources.yaml", view.content.sources)):  # fmt: skip
        yield from _repeated((file, f"{record.id}.id", record.id) for record in records)


def same_name(view: View) -> Iterator[Problem]:
    """A name or alias, case aside, by which two entries could be meant."""
    owners: dict[str, list[str]] = defaultdict(list)
    for file, service in view.entries:
        for field, name in (("name", service.name), *(("aliases", a) for a in service.aliases)):
            key = name.casefold()
            others = sorted({other for other in owners[key] if other != service.id})
            if others:
                yield warning(
                    "same-name", file, field, f"{name!r} heter också {', '.join(others)}.",
                    "Behåll namnet där det hör hemma och ta bort det på det andra stället.",
                )  # fmt: skip
            owners[key].append(service.id)


def same_summary(view: View) -> Iterator[Problem]:
    """Two summaries in Swedish, easy Swedish or English that hardly differ."""
    for field in ("sv", "easy", Language.EN.value):
        texts = [
            (file, service.id, words(text))
            for file, service in view.entries
            if (text := getattr(service.summary, field))
        ]
        for (_, first, left), (file, _, right) in combinations(texts, 2):
            shorter, longer = sorted((len(left), len(right)))
            if shorter >= ALIKE_SUMMARIES * longer and overlap(left, right) >= ALIKE_SUMMARIES:
                yield warning(
                    "same-summary", file, f"summary.{field}",
                    f"Sammanfattningen är nästan densamma som den för {first}.",
                    "Skriv vad som skiljer posterna åt, eller slå ihop dem.",
                )  # fmt: skip


def _repeated(items: Iterable[tuple[str, str, str]]) -> Iterator[Problem]:
    places: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for file, field, name in items:
        places[name].append((file, field))
    for name, found in places.items():
        if len(found) > 1:
            file, field = found[-1]
            others = ", ".join(sorted({other for other, _ in found[:-1]}))
            yield fault("same-id", file, field,
                        f"{name!r} finns {len(found)} gånger (även i {others}).",
                        "Ge dem olika id.")  # fmt: skip
