"""Every check is a function that returns a result; the list of checks is the doctor."""

import sys
from collections.abc import Callable
from typing import NamedTuple

from guide.adapters.default_model import is_prepared
from guide.adapters.onnx_export import is_exported
from guide.catalogue.snapshot import SnapshotFile
from guide.errors import ChatFailed, KnowledgeMissing, ModelMissing, StoreUnavailable
from guide.settings import Settings


class Result(NamedTuple):
    """One check's outcome; `detail` says what to do when it is not ok."""

    name: str
    ok: bool
    detail: str


def examine(settings: Settings) -> list[Result]:
    """Runs every check."""
    return [check(settings) for check in CHECKS]


def python_version(_: Settings) -> Result:
    version = ".".join(map(str, sys.version_info[:3]))
    return Result(
        "python", sys.version_info[:2] in ((3, 11), (3, 12)), f"{version}; 3.11 is tested"
    )


def knowledge_folder(settings: Settings) -> Result:
    entries = len(list(settings.knowledge_dir.glob("*/*.md")))
    remedy = "" if entries else "; set GUIDE_KNOWLEDGE_DIR to the editors' folder"
    return Result(
        "knowledge", entries > 0, f"{entries} entries in {settings.knowledge_dir}{remedy}"
    )


def model(settings: Settings) -> Result:
    if settings.embedding_model != "default":
        return Result("model", True, settings.embedding_model)
    from guide.wiring import TUNED

    folder = settings.model_dir / "multilingual-e5-small"
    ready = is_prepared(folder) and (
        settings.embedding_engine == "sentence-transformers"
        or all(is_exported(folder, settings.model_dir, tuning) for tuning in (None, TUNED))
    )
    return Result("model", ready, str(folder) if ready else "run: python -m guide prepare")


def published(settings: Settings) -> Result:
    try:
        knowledge = SnapshotFile(settings.snapshot_file).load()
    except KnowledgeMissing as error:
        return Result("published", False, str(error))
    return Result("published", True, f"version {knowledge.version}, {knowledge.built_at:%Y-%m-%d}")


def search(settings: Settings) -> Result:
    from guide import wiring

    if not model(settings).ok:
        return Result("search", False, "needs the model; run: python -m guide prepare")
    try:
        wiring.build_published(settings).current().probe()
    except (KnowledgeMissing, ModelMissing, StoreUnavailable) as error:
        return Result("search", False, str(error))
    return Result("search", True, "a question was embedded and searched for")


def chat_model(settings: Settings) -> Result:
    """Configured and reachable; without one the guide answers all the same."""
    from guide.chat_wiring import build_chat_model

    chat = build_chat_model(settings)
    if chat is None:
        return Result("chat model", True, "none; answers are extractive")
    try:
        chat.probe(settings.chat_seconds)
    except ChatFailed as error:
        remedy = "check GUIDE_CHAT_MODEL, GUIDE_CHAT_BASE_URL and GUIDE_CHAT_API_KEY"
        return Result("chat model", False, f"{chat.name}: {error}; {remedy}")
    return Result("chat model", True, f"{chat.name} answers")


CHECKS: tuple[Callable[[Settings], Result], ...] = (
    python_version,
    knowledge_folder,
    model,
    published,
    search,
    chat_model,
)
