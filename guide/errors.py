"""Errors named for what the caller should do next; every message names the remedy."""


class ModelPreparationError(Exception):
    """The embedding model's folder could not be made; nothing half-made was left behind."""


class ModelMissing(Exception):
    """The embedding model is not where the settings say; prepare it or change the setting."""


class StoreUnavailable(Exception):
    """The vector store cannot be reached or read; start it or change its address."""


class ChatFailed(Exception):
    """The chat model gave no usable text in time; answer without it."""


class KnowledgeMissing(Exception):
    """No knowledge has been published; run the ingest."""


class SyncFailed(Exception):
    """A sync stopped before it published; the earlier knowledge is untouched."""
