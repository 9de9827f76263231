"""A served guide over a small knowledge folder with something of every kind."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from guide import wiring
from guide.api.app import create_app
from guide.errors import StoreUnavailable
from guide.model.passage import Passage
from guide.model.terms import Audience, Shelf
from guide.ports import Scored, SyncReport, Vectors
from guide.published import Published
from guide.settings import Settings
from ingest.sync import Sync
from tests.ingest.editing import edit
from tests.small_knowledge import write_entry, write_small_knowledge

TOKEN = "a-token-for-staff-0123456789"
STAFF = {"Authorization": f"Bearer {TOKEN}"}
LIMIT = 65_536

CONTACT = """- id: jouren
  label: Jouren
  phone: 042-00 00 03
  hours: [{days: [mon, tue], start: "08:00", until: "16:00"}]
  source: R25
  verified: 2025-11-01
- id: personallinjen
  label: Personallinjen
  phone: 042-99 99 99
  audience: staff
  source: R25
  verified: null
"""
CRISIS = """- id: vald
  any: ['slår mig']
  message: crisis.vald
  contacts: [jouren, personallinjen]
  services: [ekstodet]
"""


def write_served_knowledge(folder: Path) -> Path:
    """The small knowledge with a staff entry, a staff contact, hours, a crisis rule, an age."""
    write_small_knowledge(folder)
    with (folder / "contacts.yaml").open("a", encoding="utf-8") as contacts:
        contacts.write(CONTACT)
    for language, said in (("sv", "Ring {contact:jouren} nu."), ("en", "Call {contact:jouren}.")):
        with (folder / "messages" / f"{language}.yaml").open("a", encoding="utf-8") as texts:
            texts.write(f"crisis:\n  vald: {said}\n")
    (folder / "rules").mkdir()
    (folder / "rules" / "crisis.yaml").write_text(CRISIS, encoding="utf-8")
    write_entry(folder, "riskmetoden", "riskbedömning")
    edit(folder, "services/riskmetoden.md", "kind: unit", "kind: method\naudience: staff")
    own = "contacts: [jouren, personallinjen]\ncombines_with: [riskmetoden, samtalsrummet]"
    edit(folder, "services/ekstodet.md", "contacts: [vaxel]", own)
    tried = "services/boendehjalpen.md"
    edit(folder, tried, "needs_test: none", "needs_test: required")
    edit(folder, tried, "groups: [adults]", "groups: [adults]\nages: {min: 18}")
    edit(folder, tried, "supports: [status,", "supports: [status, ages,")
    return folder


class Reports(list[str]):
    """What operators were told."""


@pytest.fixture(scope="session")
def served_settings(tmp_path_factory: pytest.TempPathFactory, tiny_model: Path) -> Settings:
    """Published knowledge that no test may change."""
    folder = tmp_path_factory.mktemp("served")
    settings = Settings(
        knowledge_dir=write_served_knowledge(folder / "knowledge"),
        data_dir=folder / "data",
        embedding_model=str(tiny_model),
    )
    Sync.from_settings(settings).run()
    return settings


@pytest.fixture(scope="session")
def served(served_settings: Settings) -> Published:
    return wiring.build_published(served_settings)


@pytest.fixture
def reports() -> Reports:
    return Reports()


Serve = Callable[[Published], TestClient]


@pytest.fixture
def serve(reports: Reports) -> Iterator[Serve]:
    """Serves a guide; every client is closed after the test."""
    opened: list[TestClient] = []

    def start(published: Published) -> TestClient:
        def no_sync() -> SyncReport:
            return SyncReport("0123456789ab", 1, 2, 3)

        client = TestClient(create_app(published, no_sync, TOKEN, LIMIT, reports.append))
        opened.append(client)
        return client

    yield start
    for client in opened:
        client.close()


@pytest.fixture
def client(serve: Serve, served: Published) -> TestClient:
    """A resident's client."""
    return serve(served)


class FailingStore:
    """A store that has gone away."""

    def digests(self) -> frozenset[str]:
        raise self._gone()

    def add(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        if len(passages) == len(vectors):
            raise self._gone()

    def delete(self, digests: Sequence[str]) -> None:
        if digests:
            raise self._gone()

    def search(
        self, vector: Vectors, limit: int, audience: Audience, shelf: Shelf = Shelf.ENTRIES
    ) -> list[Scored]:
        raise self._gone(len(vector), limit, audience, shelf)

    def _gone(self, *_asked: object) -> Exception:
        return StoreUnavailable("the Chroma server http://secret-host:1 cannot be used; start it")


class BreakingStore(FailingStore):
    """A store with a fault that nobody foresaw, whose message quotes the question."""

    def _gone(self, *_asked: object) -> Exception:
        return ZeroDivisionError("while searching for min man heter Kalle")
