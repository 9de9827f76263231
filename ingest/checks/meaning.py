"""Phrases whose meaning lies nearer to another entry than to their own, as the model sees it."""

from collections.abc import Iterator, Sequence

import numpy as np

from guide.ports import Embedder, Vectors
from ingest.checks.phrases import NUMBER, Phrase, phrases
from ingest.checks.view import View
from ingest.problems import Problem, warning

WORST = 20


def misplaced_phrases(view: View, embedder: Embedder) -> Iterator[Problem]:
    """At most the twenty phrases that lie furthest on another entry's side, ten a language.

    A phrase is held against the mean of each entry's phrases in its language, its own left out
    where that entry is its own. What counts is by how much another mean lies nearer (cosine).
    """
    for language in NUMBER:
        found = sorted(_misplaced(phrases(view, language), embedder), reverse=True)
        for excess, phrase, other in found[: WORST // len(NUMBER)]:
            yield warning(
                "nearer-phrase", phrase.file, phrase.field,
                f"”{phrase.text}” ligger närmare {other} i betydelse (skillnad {excess:.2f}).",
                "Skriv det tydligare, eller flytta frasen.",
            )  # fmt: skip


def _misplaced(items: Sequence[Phrase], embedder: Embedder) -> Iterator[tuple[float, Phrase, str]]:
    names = sorted({item.service for item in items})
    if len(names) < 2:
        return
    owner = np.array([names.index(item.service) for item in items])
    vectors = embedder.embed_passages([item.text for item in items])
    sums = np.zeros((len(names), vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, owner, vectors)
    fit = vectors @ _unit(sums).T
    rows = np.arange(len(items))
    own = np.sum(vectors * _unit(sums[owner] - vectors), axis=1)
    fit[rows, owner] = -np.inf
    best = np.argmax(fit, axis=1)
    for row, item in enumerate(items):
        excess = float(fit[row, best[row]] - own[row])
        if excess > 0:
            yield excess, item, names[best[row]]


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)
