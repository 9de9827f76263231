"""The part of the composition root that builds what words answers with a chat model."""

import logging

from guide.adapters.chat_model import LangChainChatModel
from guide.adapters.default_model import prepare_default_model
from guide.adapters.language_id import LanguageIdentifier
from guide.adapters.onnx_embedder import OnnxEmbedder
from guide.adapters.onnx_export import prepare_export
from guide.catalogue.catalogue import Catalogue
from guide.composing.generated import GeneratedComposer
from guide.composing.writing import Composer
from guide.errors import ChatFailed
from guide.grounding.meaning import Meaning
from guide.grounding.statement import StatementVerifier
from guide.grounding.verify import Verifier
from guide.ports import Embedder, WordReader
from guide.settings import Settings

_log = logging.getLogger(__name__)


def build_chat_model(settings: Settings) -> LangChainChatModel | None:
    """The chat model that the settings name, else None; nothing is reached or imported yet."""
    if settings.chat_model is None:
        return None
    key = settings.chat_api_key
    return LangChainChatModel(
        settings.chat_model,
        settings.chat_base_url,
        None if key is None else key.get_secret_value(),
        settings.chat_seconds,
    )


def build_word_reader(settings: Settings, embedder: Embedder) -> WordReader:
    """The default model, for which the limits of likeness were measured, whatever searches.

    Raises:
        ModelPreparationError: the default model could not be made.
    """
    if isinstance(embedder, OnnxEmbedder) and settings.embedding_model == "default":
        return embedder
    model = prepare_default_model(settings.model_dir)
    return OnnxEmbedder(prepare_export(model, settings.model_dir))


def build_verifier(
    settings: Settings, catalogue: Catalogue, embedder: Embedder
) -> StatementVerifier:
    """Judges a model's sentences. Raises as `build_word_reader`."""
    reader = build_word_reader(settings, embedder)
    names = (service.name for service in catalogue.services.values())
    return StatementVerifier(Verifier(names), Meaning(reader), LanguageIdentifier())


def build_composer(settings: Settings, catalogue: Catalogue, embedder: Embedder) -> Composer | None:
    """What words answers with the chat model; None without one, or where it cannot be loaded.

    Raises as `build_verifier`.
    """
    model = build_chat_model(settings)
    if model is None:
        return None
    try:
        model.load()
    except ChatFailed as error:
        _log.warning("no chat model is used: %s; run: python -m guide doctor", error)
        return None
    verifier = build_verifier(settings, catalogue, embedder)
    return GeneratedComposer(catalogue, model, verifier, settings.chat_seconds)
