"""The composition root: the one place that builds things from settings."""

from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from filelock import FileLock

from guide import adapters
from guide.adapters.bm25 import Bm25Index
from guide.adapters.chroma_store import ChromaStore, collection_name
from guide.adapters.default_model import prepare_default_model
from guide.adapters.ingest_process import IngestProcess
from guide.adapters.language_id import LanguageIdentifier
from guide.adapters.made_once import Progress, say_nothing
from guide.adapters.onnx_embedder import OnnxEmbedder
from guide.adapters.onnx_export import is_exported, prepare_export
from guide.adapters.sentence_transformer import SentenceTransformerEmbedder
from guide.adapters.text_splitter import ParagraphSplitter
from guide.adapters.tuned_weights import TunedWeights
from guide.answering import Guide
from guide.catalogue.catalogue import Catalogue
from guide.catalogue.changes import ChangeFile
from guide.catalogue.snapshot import SnapshotFile
from guide.chat_wiring import build_composer
from guide.composing.writing import Composer
from guide.errors import KnowledgeMissing, ModelPreparationError, StoreUnavailable
from guide.model.knowledge import Knowledge
from guide.model.terms import Shelf
from guide.ports import (
    Embedder,
    LexicalIndexer,
    Synchronizer,
    TextSplitter,
    Vectors,
    VectorStore,
)
from guide.published import Published
from guide.retrieval.documents import DocumentSearch
from guide.retrieval.last_question import LastQuestion
from guide.retrieval.passages import PassageSearch
from guide.retrieval.service_search import ServiceSearch
from guide.retrieval.services import ServiceRanker
from guide.rules.inspector import Inspector
from guide.rules.likeness import LikenessMatcher
from guide.rules.neutral import NeutralReading
from guide.settings import Settings

TUNED = Path(adapters.__file__).parent / "rules.npz"
"""What tuning changed of the default model: `python -m ingest tune` writes it."""
READ_AS = "query: "
"""Messages and examples of rules are read alike."""


def build_embedder(settings: Settings) -> Embedder:
    """The model that the settings name, in the engine they name; the default one is prepared first.

    Raises:
        ModelPreparationError: the default model, or the export that the settings ask for, could
            not be made.
    """
    prompts = (settings.query_prompt, settings.passage_prompt)
    if _takes_export(settings):
        return OnnxEmbedder(prepare_model(settings), *prompts)
    if settings.embedding_model == "default":
        return SentenceTransformerEmbedder(prepare_default_model(settings.model_dir), *prompts)
    return SentenceTransformerEmbedder(settings.embedding_model, *prompts)


def prepare_model(settings: Settings, progress: Progress = say_nothing) -> Path:
    """The folder, or the name, that the engine loads; a folder is made first if it is not there.

    With the engine `auto` a model of one's own that cannot be exported stays as it is.

    Raises:
        ModelPreparationError: it could not be made; the message says what to do.
    """
    engine, model = settings.embedding_engine, Path(settings.embedding_model)
    own = settings.embedding_model != "default"
    if not own:
        model = prepare_default_model(settings.model_dir, progress=progress)
    if engine == "sentence-transformers" or (engine == "auto" and own and not model.is_dir()):
        return model
    if own and not model.is_dir():
        raise ModelPreparationError(
            f"{model} is not a folder, and only a folder can be exported; "
            "set GUIDE_EMBEDDING_MODEL to a folder, or GUIDE_EMBEDDING_ENGINE=auto"
        )
    try:
        return prepare_export(model, settings.model_dir, progress)
    except ModelPreparationError as error:
        if engine == "onnx" or not own:
            raise
        progress(str(error))
        return model


def build_reader(settings: Settings, embedder: Embedder) -> Embedder:
    """What the rules read messages with: the default model, tuned to their examples. Beside
    another model or engine, `embedder` itself, which tells danger less well.

    Raises:
        ModelPreparationError: the tuned model could not be made.
    """
    folder = prepare_reader(settings)
    return embedder if folder is None else OnnxEmbedder(folder, READ_AS, READ_AS)


def read_heads() -> dict[str, Vectors]:
    """The scores that the tuned model was tuned with, by the family of rules.

    Raises:
        ModelPreparationError: the file of tuned weights is missing or damaged.
    """
    try:
        return TunedWeights.read(TUNED).heads()
    except (OSError, ValueError) as error:
        raise ModelPreparationError(
            f"{TUNED} cannot be read ({error}); restore it from the repository, "
            "or run: python -m ingest tune"
        ) from error


def prepare_reader(settings: Settings, progress: Progress = say_nothing) -> Path | None:
    """The folder of the tuned model, made first if it is not there; None where none is used.

    Raises:
        ModelPreparationError: it could not be made; the message says what to do.
    """
    if settings.embedding_model != "default" or not _takes_export(settings):
        return None
    model = prepare_default_model(settings.model_dir, progress=progress)
    return prepare_export(model, settings.model_dir, progress, TUNED)


def _takes_export(settings: Settings) -> bool:
    if settings.embedding_engine == "auto" and settings.embedding_model != "default":
        return is_exported(Path(settings.embedding_model), settings.model_dir)
    return settings.embedding_engine != "sentence-transformers"


def build_store(settings: Settings, embedder: Embedder) -> VectorStore:
    """Chroma, in-process or at the address that the settings name."""
    name = collection_name(embedder.fingerprint)
    if settings.chroma_url is not None:
        return ChromaStore.server(settings.chroma_url, name)
    return ChromaStore.in_process(settings.chroma_dir, name)


def build_scratch_store(embedder: Embedder) -> VectorStore:
    """A store that is forgotten with the process."""
    return ChromaStore.in_memory(collection_name(embedder.fingerprint))


def build_snapshot(settings: Settings) -> SnapshotFile:
    return SnapshotFile(settings.snapshot_file)


def build_changes(settings: Settings) -> ChangeFile:
    return ChangeFile(settings.changes_file)


def build_turn(settings: Settings) -> AbstractContextManager[object]:
    """Held while a sync runs: a second one, in any process, waits for it.

    Raises:
        StoreUnavailable: the data folder cannot be made.
    """
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            f"the folder {settings.data_dir} cannot be made ({error.strerror}); "
            "change GUIDE_DATA_DIR"
        ) from error
    return FileLock(settings.data_dir / ".sync.lock")


def build_indexer() -> LexicalIndexer:
    return Bm25Index


def build_entry_indexer() -> LexicalIndexer:
    return partial(Bm25Index, pieces=True)


def build_splitter() -> TextSplitter:
    return ParagraphSplitter()


def build_synchronizer(settings: Settings) -> Synchronizer:
    return IngestProcess(settings)


def build_guide(
    catalogue: Catalogue,
    embedder: Embedder,
    store: VectorStore,
    least_fit: float | None,
    reader: Embedder | None = None,
    composer: Composer | None = None,
) -> Guide:
    """A guide over one published state. Without a `reader` the rules read with `embedder`.

    Raises:
        KnowledgeMissing: the state was published with another embedder or reader.
    """
    reader = reader or embedder
    _require_same(catalogue.knowledge.embedder, embedder)
    _require_same(catalogue.knowledge.likenesses.encoder or reader.fingerprint, reader)
    content = catalogue.knowledge.content
    passages, indexer = catalogue.knowledge.passages, build_indexer()
    embedder = LastQuestion(embedder)
    search = PassageSearch(passages, embedder, store, indexer)
    shelf = PassageSearch(passages, embedder, store, indexer, Shelf.DOCUMENTS)
    documents = DocumentSearch(shelf, least_fit)
    neutral = NeutralReading(content.rules.neutral, content.given_names)
    likeness = LikenessMatcher(
        catalogue.knowledge.likenesses, content.rules, content.rule_examples, reader, neutral
    )
    inspector = Inspector(
        content.rules, content.premises, catalogue.numbers(), LanguageIdentifier(), likeness
    )
    services = ServiceSearch(catalogue, search, embedder, build_entry_indexer(), least_fit)
    ranker = ServiceRanker(catalogue, services)
    return Guide(catalogue, inspector, ranker, services, documents, composer=composer)


def build_published(settings: Settings) -> Published:
    """The guide over whatever is published, made anew when another state is."""
    embedder = build_embedder(settings)
    reader = build_reader(settings, embedder)
    store = build_store(settings, embedder)

    def build(knowledge: Knowledge) -> Guide:
        catalogue = Catalogue(knowledge)
        composer = build_composer(settings, catalogue, embedder)
        return build_guide(catalogue, embedder, store, settings.measured_fit, reader, composer)

    return Published(build_snapshot(settings), build)


def _require_same(published_with: str, embedder: Embedder) -> None:
    if published_with != embedder.fingerprint:
        raise KnowledgeMissing(
            f"the knowledge was published with the model {published_with}, "
            f"the settings name {embedder.fingerprint}; run: python -m ingest run, "
            "or change GUIDE_EMBEDDING_MODEL or GUIDE_EMBEDDING_ENGINE"
        )
