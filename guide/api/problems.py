"""Errors as application/problem+json (RFC 9457) with a message a person can act on."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import Field
from starlette.exceptions import HTTPException

from guide.errors import (
    KnowledgeMissing,
    ModelMissing,
    ModelPreparationError,
    StoreUnavailable,
    SyncFailed,
)
from guide.model.value import Value

MEDIA_TYPE = "application/problem+json"
_UNAVAILABLE = (StoreUnavailable, KnowledgeMissing, ModelMissing, ModelPreparationError)
MOST_FAULTS = 10
LONGEST_FIELD = 80
PUBLIC = "Guiden kan inte svara just nu. Vid fara, ring 112. Försök igen om en stund."


class Fault(Value):
    """One thing that is wrong with a request."""

    field: str = Field(description="Where it is; never what was sent there")
    message: str = Field(description="What is wrong")


class Problem(Value):
    """An error as RFC 9457 tells it."""

    type: str = Field(description="about:blank: `status` says what kind of problem it is")
    title: str = Field(description="Kind of problem")
    status: int = Field(description="The HTTP status")
    detail: str = Field(description="What is wrong and what to do")
    code: str | None = Field(None, description="error.unavailable or error.unexpected")
    errors: tuple[Fault, ...] | None = Field(None, description="What is wrong with the request")


def told(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The documentation of these statuses."""
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {
        status: {"description": _title(status), "content": {MEDIA_TYPE: schema}}
        for status in statuses
    }


def problem(
    status: int, title: str, detail: str, headers: dict[str, str] | None = None, **more: Any
) -> JSONResponse:
    """A problem document. `detail` says what to do."""
    content = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    return JSONResponse(content, status, headers=headers, media_type=MEDIA_TYPE)


def install(app: FastAPI, report: Callable[[str], None]) -> None:
    """Makes every expected error a problem document. `report` gets what operators must see."""

    async def invalid(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        faults = [_fault(fault) for fault in error.errors()[:MOST_FAULTS]]
        detail = "; ".join(f"{fault['field']}: {fault['message']}" for fault in faults)
        return problem(422, _title(422), detail, errors=faults)

    async def refused(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        headers = dict(error.headers) if error.headers else None
        return problem(error.status_code, _title(error.status_code), str(error.detail), headers)

    async def unavailable(_: Request, error: Exception) -> JSONResponse:
        report(f"{type(error).__name__}: {error}")
        return problem(
            503, _title(503), PUBLIC, {"Retry-After": "30"},
            code="error.unavailable",
        )  # fmt: skip

    async def failed_sync(_: Request, error: Exception) -> JSONResponse:
        return problem(409, _title(409), str(error))

    handlers: dict[Any, Callable[[Request, Exception], Awaitable[JSONResponse]]] = {
        RequestValidationError: invalid,
        HTTPException: refused,
        SyncFailed: failed_sync,
    }
    for kind in _UNAVAILABLE:
        handlers[kind] = unavailable
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)


def _fault(fault: dict[str, Any]) -> dict[str, str]:
    """Field and message without the value, which may hold personal data."""
    where = [str(part) for part in fault["loc"] if part != "body"]
    if fault["type"] == "json_invalid":
        return {"field": "body", "message": f"not valid JSON at position {fault['loc'][-1]}"}
    field = ".".join(where)[:LONGEST_FIELD] or "body"
    if field == "body" and fault["type"] == "model_attributes_type":
        return {"field": field, "message": "send a JSON object as Content-Type: application/json"}
    return {"field": field, "message": str(fault["msg"])}


def _title(status: int) -> str:
    titles = {
        400: "The request cannot be read",
        401: "A staff token is needed",
        404: "Not found",
        405: "Method not allowed",
        409: "The sync failed",
        413: "The request is too large",
        422: "The request is not valid",
        503: "The guide is unavailable",
    }
    return titles.get(status, "The request was refused")
