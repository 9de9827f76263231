"""A published state made of values in memory, for tests of one part of the guide."""

import datetime as dt
import uuid
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from guide import wiring
from guide.adapters.chroma_store import ChromaStore
from guide.answering import Guide
from guide.catalogue.catalogue import Catalogue
from guide.model.contact import Contact
from guide.model.evidence import Source
from guide.model.knowledge import Content, Knowledge
from guide.model.service import Service
from guide.ports import Embedder, VectorStore
from guide.retrieval.discriminant import learn
from ingest import rule_examples
from ingest.examples import examples
from ingest.load import Loader
from ingest.split import Splitter, with_digests
from tests.small_knowledge import write_small_knowledge
from tests.word_embedder import WordEmbedder

NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
"""A Monday, ten o'clock in Stockholm."""
SOURCE = Source(id="R25", title="Rapport 2025", as_of=2025)
SWITCHBOARD = Contact(
    id="kontaktcenter",
    label="Kontaktcenter",
    phone="042-00 00 02",
    general=True,
    source="R25",
    verified=None,
)


def service(service_id: str, **fields: Any) -> Service:
    """A valid entry; `fields` replace its own."""
    name = fields.get("name", service_id.capitalize())
    plain: dict[str, Any] = {
        "id": service_id,
        "name": name,
        "kind": "unit",
        "status": "current",
        "as_of": 2025,
        "needs_test": "none",
        "provider": "own",
        "who_it_is_for": f"Vuxna som söker {name}.",
        "contacts": ["kontaktcenter"],
        "summary": {"sv": f"{name} ger stöd.", "en": f"{name} gives support."},
        "evidence": [{"id": "rapport", "document": "R25", "supports": ["status"]}],
    }
    return Service.model_validate({**plain, **fields})


def section(role: str, text: str, **fields: Any) -> dict[str, Any]:
    """A section of an entry."""
    return {"role": role, "title": role, "text": text, "evidence": ["rapport"], **fields}


def content(*services: Service, **fields: Any) -> Content:
    """Content with the project's fixed texts, one switchboard and one source."""
    plain: dict[str, Any] = {
        "services": services,
        "contacts": (SWITCHBOARD,),
        "sources": (SOURCE,),
        "messages": messages(),
    }
    return Content.model_validate({**plain, **fields})


def messages() -> dict[str, dict[str, str]]:
    """The fixed texts of the project, without those of its rules."""
    return {language: dict(texts) for language, texts in _loaded_messages().items()}


def catalogue(known: Content, embedder: Embedder | None = None) -> Catalogue:
    """The content as published by the real splitter."""
    embedder = embedder or WordEmbedder()
    passages = tuple(with_digests(Splitter(known).passages(), embedder.fingerprint))
    found = list(examples(known))
    vectors = embedder.embed_passages([example.text for example in found])
    taught = rule_examples.texts(known)
    of_rules = {text: embedder.embed_query(text) for text in taught}
    return Catalogue(
        Knowledge(
            version="0123456789ab",
            built_at=NOW,
            embedder=embedder.fingerprint,
            content=known,
            passages=passages,
            discriminant=learn(vectors, [example.service_id for example in found]),
            likenesses=rule_examples.learned(known, of_rules, embedder.fingerprint, {}),
        )
    )


def stored(known: Catalogue, embedder: Embedder | None = None) -> VectorStore:
    """A scratch Chroma that holds the vectors of the catalogue's passages."""
    embedder = embedder or WordEmbedder()
    store = ChromaStore.in_memory(f"test-{uuid.uuid4().hex}")
    passages = [passage for passage in known.passages.values() if passage.digest]
    if passages:
        store.add(passages, embedder.embed_passages([p.search_text for p in passages]))
    return store


def guide(known: Content) -> Guide:
    """A whole guide over the content."""
    made = catalogue(known)
    return wiring.build_guide(made, WordEmbedder(), stored(made), None)


@cache
def _loaded_messages() -> dict[str, dict[str, str]]:
    with TemporaryDirectory() as folder:
        return Loader(write_small_knowledge(Path(folder) / "knowledge")).load().content.messages
