"""What staff have at their desk: situations."""

from fastapi import APIRouter, Depends, HTTPException, Request

from guide.answering import Guide
from guide.api.access import require_staff
from guide.api.filters import check_areas
from guide.api.problems import told
from guide.model.situation import Situation, SituationAnswer

router = APIRouter(prefix="/v1", tags=["desk"], dependencies=[Depends(require_staff)])

SAY_SOMETHING = "Say something of the situation: fill in text, who, age or areas."


@router.post("/situations", responses=told(400, 401, 413, 422, 503))
def situations(request: Request, situation: Situation) -> SituationAnswer:
    """Entries that fit a situation, ranked by how well their texts fit: no right, no risk and no
    person is judged. Personal data is masked before anything is searched."""
    guide: Guide = request.app.state.published.current()
    if not situation.says_something:
        raise HTTPException(422, SAY_SOMETHING)
    check_areas(guide, situation.areas)
    return guide.situation(situation)
