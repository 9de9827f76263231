"""The process that `evals.engine` starts: measures one engine, from its own start on.

Imports little, so that what is measured is what a guide that starts would pay.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from guide.settings import Settings


def measure(given: dict[str, Any]) -> dict[str, Any]:
    """Takes `{"started", "questions", "passages"}`; gives a measure and both lists of vectors."""
    from guide import wiring

    embedder = wiring.build_embedder(Settings())
    embedder.embed_query("hej")
    first = time.time() - given["started"]
    vectors, seconds = [], []
    for question in given["questions"]:
        begun = time.perf_counter()
        vectors.append(embedder.embed_query(question))
        seconds.append(time.perf_counter() - begun)
    begun = time.perf_counter()
    passages = embedder.embed_passages(given["passages"])
    return {
        "first_vector_s": first,
        "query_ms": 1000 * float(np.median(seconds)),
        "passages_per_s": len(passages) / (time.perf_counter() - begun),
        "memory_mb": _megabytes("VmRSS"),
        "peak_mb": _megabytes("VmHWM"),
        "imports_torch": "torch" in sys.modules,
        "questions": np.array(vectors).tolist(),
        "passages": passages.tolist(),
    }


def _megabytes(name: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith(name))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(json.load(sys.stdin))) + "\n")
