"""What each embedding engine costs: a fresh process for each, the same texts for both."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any

import numpy as np

from evals.data_files import AnswerCase, read
from guide.errors import ModelMissing
from guide.ports import Vectors
from guide.settings import PREFIX, PROJECT, Settings
from ingest.load import Loader
from ingest.split import Splitter

QUESTIONS = PROJECT / "evals" / "data" / "answers.jsonl"
ENGINES = ("onnx", "sentence-transformers")


def own_texts(settings: Settings, passages: int) -> tuple[list[str], list[str]]:
    """The project's own questions, and passages spread evenly over the knowledge.

    Raises:
        BadData: the questions cannot be read.
    """
    cases = read(QUESTIONS, AnswerCase)
    found = Splitter(Loader(settings.knowledge_dir).load().content).passages()
    texts = [passage.search_text for passage in found if passage.search_text]
    spread = np.linspace(0, len(texts) - 1, min(passages, len(texts))).astype(int)
    return [case.question for case in cases], [texts[place] for place in spread]


def compare(questions: Sequence[str], passages: Sequence[str]) -> dict[str, Any]:
    """`{"engines": {engine: measure}, "agreement": {…}}` over the model of the environment.

    A measure has `first_vector_s` (from the start of the process), `query_ms` (median),
    `passages_per_s`, `memory_mb` (resident at the end), `peak_mb` and `imports_torch`.

    Raises:
        ModelMissing: an engine could not load the model; the message is its own.
    """
    given = {"questions": list(questions), "passages": list(passages)}
    found = {engine: _in_a_process(engine, given) for engine in ENGINES}
    one, other = (_vectors(found[engine]) for engine in ENGINES)
    return {"engines": found, "agreement": agreement(one, other)}


def agreement(one: tuple[Vectors, Vectors], other: tuple[Vectors, Vectors]) -> dict[str, float]:
    """How alike two engines are over the same (questions, passages), each (texts, dimension).

    `least_cosine` of a text's two vectors; `most_difference` and `mean_difference` of the cosine
    of a question and a passage; `top_1` and `top_10`: share of first and first ten passages
    that both rank there.
    """
    first, second = one[0] @ one[1].T, other[0] @ other[1].T
    apart = np.abs(first - second)
    same = [np.sum(a * b, axis=1).min() for a, b in zip(one, other, strict=True)]
    return {
        "least_cosine": float(min(same)),
        "most_difference": float(apart.max()),
        "mean_difference": float(apart.mean()),
        "top_1": _shared(first, second, 1),
        "top_10": _shared(first, second, 10),
    }


def _vectors(found: dict[str, Any]) -> tuple[Vectors, Vectors]:
    return np.array(found.pop("questions")), np.array(found.pop("passages"))


def _shared(first: Vectors, second: Vectors, k: int) -> float:
    k = min(k, first.shape[1])
    best = (np.argsort(-scores, axis=1, kind="stable")[:, :k] for scores in (first, second))
    return float(np.mean([len(np.intersect1d(a, b)) / k for a, b in zip(*best, strict=True)]))


def _in_a_process(engine: str, given: dict[str, list[str]]) -> dict[str, Any]:
    started = time.time()
    done = subprocess.run(
        [sys.executable, "-m", "evals.engine_process"],
        cwd=PROJECT,
        env={**os.environ, f"{PREFIX}EMBEDDING_ENGINE": engine},
        input=json.dumps({**given, "started": started}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise ModelMissing(f"{engine}: {(done.stderr.strip() or 'no message').splitlines()[-1]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
