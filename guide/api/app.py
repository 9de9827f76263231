"""The application factory; it takes all its state."""

import sys
import threading
from collections.abc import Callable

from fastapi import FastAPI

from guide.api import answers, catalogue, desk, operations, problems
from guide.api.access import StaffAccess
from guide.api.last_resort import LastResort
from guide.api.limits import BodyLimit
from guide.api.openapi import document
from guide.catalogue.changes import ChangeFile
from guide.journal.journal import Journal
from guide.ports import Synchronizer
from guide.published import Published

DESCRIPTION = (
    "A guide to municipal social support. Every sentence of an answer is cited. "
    "The guide decides nothing about anyone's right to help."
)


def to_stderr(line: str) -> None:
    """Where operators see what failed; never holds text of a question."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201


def create_app(
    published: Published,
    synchronize: Synchronizer,
    staff_token: str,
    max_body_bytes: int,
    report: Callable[[str], None] = to_stderr,
    changes: ChangeFile | None = None,
) -> FastAPI:
    """The API over a published guide; without `changes` none are told."""
    app = FastAPI(
        title="Stödguiden", version="1", docs_url=None, redoc_url=None, description=DESCRIPTION
    )
    app.state.published = published
    app.state.synchronize = synchronize
    app.state.changes = changes
    app.state.access = StaffAccess(staff_token)
    app.state.journal = Journal()
    app.state.syncing = threading.Lock()
    app.add_middleware(BodyLimit, most=max_body_bytes)
    app.add_middleware(LastResort, report=report)
    problems.install(app, report)
    for module in (answers, catalogue, desk, operations):
        app.include_router(module.router)
    document(app)
    return app
