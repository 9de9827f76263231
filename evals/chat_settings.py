"""The settings of a command that needs a chat model: the one that is set, or a small one here."""

from collections.abc import Iterator
from contextlib import contextmanager

from guide.cli import read_settings
from guide.errors import ModelMissing
from guide.settings import Settings


@contextmanager
def chat_settings(local: bool) -> Iterator[Settings]:
    """Settings that name a chat model; a local one is served until the block ends.

    Raises:
        ModelMissing: no chat model is set.
        ModelPreparationError: the local model could not be fetched or served.
    """
    settings = read_settings()
    if not local:
        if settings.chat_model is None:
            raise ModelMissing("no chat model is set; set GUIDE_CHAT_MODEL, or add --local")
        yield settings
        return
    from evals.local_model import SMOLLM2, prepare, served

    with served(prepare(settings.model_dir)) as address:
        own = {"chat_model": SMOLLM2.name, "chat_base_url": address}
        yield settings.model_copy(update=own)
