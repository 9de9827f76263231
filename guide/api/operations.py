"""Running the service: health, counts, feedback, sync."""

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import PlainTextResponse

from guide.api.access import require_staff
from guide.api.problems import told
from guide.api.schemas import Feedback, SyncView
from guide.errors import SyncFailed
from guide.model.terms import Audience

router = APIRouter(tags=["operations"])


@router.get("/healthz", response_class=PlainTextResponse)
def healthz() -> str:
    """The process runs."""
    return "ok"


@router.get("/readyz", response_class=PlainTextResponse, responses=told(503))
def readyz(request: Request) -> str:
    """Knowledge is published and a question can be searched for; else 503."""
    request.app.state.published.current().probe()
    return "ok"


@router.get("/metrics", response_class=PlainTextResponse)
def metrics(request: Request) -> str:
    """Counts since start in the Prometheus text format; small ones are shown as 0. Ids of entries
    for staff alone are told to those who send the staff token."""
    staff = request.app.state.access.holds(request)
    lines = ["# TYPE guide_events_total counter"]
    lines += [
        f'guide_events_total{{kind="{kind}",code="{code}"}} {count}'
        for (kind, code), count in request.app.state.journal.counts(staff).items()
    ]
    return "\n".join(lines) + "\n"


@router.post(
    "/v1/feedback", status_code=204, response_class=Response, responses=told(400, 413, 422, 503)
)
def feedback(request: Request, given: Feedback) -> None:
    """Takes codes and the ids of entries, never free text; an id that is no entry's is not kept."""
    service = None
    if given.service_id is not None:
        known = request.app.state.published.current().catalogue.services
        service = known.get(given.service_id)
    if service is not None and service.audience is Audience.STAFF:
        service = service if request.app.state.access.holds(request) else None
    request.app.state.journal.feedback(given.helpful, given.cause, service)


@router.post("/v1/knowledge/sync", dependencies=[Depends(require_staff)], responses=told(401, 409))
def sync(request: Request) -> SyncView:
    """Publishes what is in the knowledge folder; answers use it from the next question on."""
    running = request.app.state.syncing
    if not running.acquire(blocking=False):
        raise SyncFailed("A sync is already running. Wait for it, then sync again.")
    try:
        return SyncView(**request.app.state.synchronize()._asdict())
    finally:
        running.release()
