"""Everything that is checked of a knowledge folder, in one list."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from guide.ports import Embedder
from ingest.checks import (
    freshness,
    languages,
    links,
    messages,
    phrases,
    references,
    situations,
    twice,
)
from ingest.checks.anchors import anchors
from ingest.checks.contact_facts import contact_facts
from ingest.checks.crisis_texts import crisis_contacts, crisis_texts
from ingest.checks.meaning import misplaced_phrases
from ingest.checks.needs_test import needs_test_told_otherwise
from ingest.checks.persons import persons
from ingest.checks.phrases import ENGLISH_PHRASES, SWEDISH_PHRASES
from ingest.checks.readability import hard_to_read
from ingest.checks.rule_examples import patterns_in_peace, rule_examples
from ingest.checks.source_files import source_files
from ingest.checks.support import support
from ingest.checks.view import View
from ingest.load import Loaded
from ingest.problems import Problem

__all__ = ["CHECKS", "ENGLISH_PHRASES", "SWEDISH_PHRASES", "check"]

CHECKS: tuple[Callable[[View], Iterator[Problem]], ...] = (
    twice.unique_ids,
    references.contact_sources,
    references.source_successors,
    source_files,
    references.rule_references,
    references.premise_references,
    references.entry_references,
    situations.situation_rules,
    situations.quotes,
    situations.glossary_terms,
    situations.area_words,
    messages.fixed_texts,
    crisis_contacts,
    crisis_texts,
    support,
    phrases.phrase_count,
    anchors,
    contact_facts,
    links.links,
    links.status_and_successor,
    links.unused_contacts,
    links.unused_sources,
    needs_test_told_otherwise,
    freshness.stale_contacts,
    freshness.undated_contacts,
    freshness.old_evidence,
    freshness.newer_source,
    freshness.older_status,
    twice.same_name,
    twice.same_summary,
    phrases.same_phrase,
    phrases.close_phrases,
    phrases.examples,
    rule_examples,
    patterns_in_peace,
    phrases.premise_phrases,
    persons,
    hard_to_read,
    languages.core_summaries,
    languages.other_summaries,
    languages.missing_texts,
)

SLOW_WARNINGS = frozenset({patterns_in_peace})


def check(
    loaded: Loaded,
    documents: Path | None = None,
    today: dt.date | None = None,
    embedder: Embedder | None = None,
    thorough: bool = True,
) -> tuple[Problem, ...]:
    """Every problem of the folder with its line, those of loading first.

    `documents` is the folder of the city's documents; without it anchors are not looked up.
    `today` is the day that ages are counted from; None: the day it is. With an embedder the
    meaning of phrases is compared as well. Where it is not to be `thorough`, what takes long and
    only warns is left out: no publishing waits for it.
    """
    view = View(loaded, today or dt.date.today(), documents)
    checks = CHECKS if thorough else tuple(rule for rule in CHECKS if rule not in SLOW_WARNINGS)
    found = [problem for rule in checks for problem in rule(view)]
    if embedder is not None:
        found.extend(misplaced_phrases(view, embedder))
    return placed((*loaded.problems, *found), loaded)


def placed(problems: tuple[Problem, ...], loaded: Loaded) -> tuple[Problem, ...]:
    """The problems, each with the line where its field stands."""
    return tuple(
        problem
        if problem.line is not None
        else problem.model_copy(update={"line": loaded.places.line(problem.file, problem.field)})
        for problem in problems
    )
