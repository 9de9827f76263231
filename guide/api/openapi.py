"""The API's description of itself."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from guide.api.problems import Problem

_NOT_OURS = ("HTTPValidationError", "ValidationError")
_STAFF = {
    "type": "http",
    "scheme": "bearer",
    "description": "The staff token: for audience `staff` and for syncs",
}
_REFERENCE = "#/components/schemas/{model}"


def document(app: FastAPI) -> None:
    """Describes errors as they are sent, in place of the framework's own, and the staff token."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _completed(
                get_openapi(
                    title=app.title,
                    version=app.version,
                    description=app.description,
                    routes=app.routes,
                )
            )
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _completed(schema: dict[str, Any]) -> dict[str, Any]:
    schemas = schema["components"]["schemas"]
    for name in _NOT_OURS:
        schemas.pop(name, None)
    problem = Problem.model_json_schema(ref_template=_REFERENCE)
    schemas.update(problem.pop("$defs"))
    schemas["Problem"] = problem
    schema["components"]["schemas"] = dict(sorted(schemas.items()))
    schema["components"]["securitySchemes"] = {"staff": _STAFF}
    schema["security"] = [{}, {"staff": []}]
    return schema
