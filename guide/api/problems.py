"""Errors as application/problem+json (RFC 9457) with a message a person can act on."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from guide.errors import (
    KnowledgeMissing,
    ModelMissing,
    ModelPreparationError,
    StoreUnavailable,
    SyncFailed,
)

MEDIA_TYPE = "application/problem+json"
_UNAVAILABLE = (StoreUnavailable, KnowledgeMissing, ModelMissing, ModelPreparationError)
_PUBLIC = "Guiden kan inte svara just nu. Vid fara, ring 112. Försök igen om en stund."


def problem(
    status: int, title: str, detail: str, headers: dict[str, str] | None = None, **more: Any
) -> JSONResponse:
    """A problem document. `detail` says what to do."""
    content = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    return JSONResponse(content, status, headers=headers, media_type=MEDIA_TYPE)


def install(app: FastAPI, report: Callable[[str], None]) -> None:
    """Makes every error of the app a problem document. `report` gets what operators must see."""

    async def invalid(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        faults = [_fault(fault) for fault in error.errors()]
        detail = "; ".join(f"{fault['field']}: {fault['message']}" for fault in faults)
        return problem(422, "The request is not valid", detail, errors=faults)

    async def refused(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        headers = dict(error.headers) if error.headers else None
        return problem(error.status_code, _title(error.status_code), str(error.detail), headers)

    async def unavailable(_: Request, error: Exception) -> JSONResponse:
        report(f"{type(error).__name__}: {error}")
        return problem(
            503, "The guide is unavailable", _PUBLIC, {"Retry-After": "30"},
            code="error.unavailable",
        )  # fmt: skip

    async def failed_sync(_: Request, error: Exception) -> JSONResponse:
        return problem(409, "The sync failed", str(error))

    async def unexpected(_: Request, error: Exception) -> JSONResponse:
        report(f"{type(error).__name__}")
        return problem(500, "Something went wrong", _PUBLIC, code="error.unexpected")

    handlers: dict[Any, Callable[[Request, Exception], Awaitable[JSONResponse]]] = {
        RequestValidationError: invalid,
        HTTPException: refused,
        SyncFailed: failed_sync,
        Exception: unexpected,
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
    return {"field": ".".join(where) or "body", "message": str(fault["msg"])}


def _title(status: int) -> str:
    titles = {
        401: "A staff token is needed",
        404: "Not found",
        405: "Method not allowed",
        413: "The request is too large",
    }
    return titles.get(status, "The request was refused")
