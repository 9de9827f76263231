"""Who may ask as staff."""

import secrets
from typing import Annotated

from fastapi import Depends, HTTPException, Query, Request

from guide.model.terms import Audience

_SCHEME = "bearer"


class StaffAccess:
    """Compares the bearer token of a request with the staff token."""

    def __init__(self, token: str) -> None:
        if not token.strip():
            raise ValueError("an empty staff token would let everyone in; set GUIDE_STAFF_TOKEN")
        self._token = token.encode()

    def holds(self, request: Request) -> bool:
        """Whether the request carries the staff token."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        given = token.strip().encode()
        return scheme.lower() == _SCHEME and secrets.compare_digest(given, self._token)

    def require(self, request: Request) -> None:
        """Raises HTTP 401 unless the request carries the staff token."""
        if not self.holds(request):
            raise HTTPException(
                401,
                "Send the staff token as 'Authorization: Bearer <token>'. "
                "Its place is printed when the API starts.",
                headers={"WWW-Authenticate": "Bearer"},
            )

    def check(self, request: Request, audience: Audience) -> None:
        """Lets residents through and asks staff for the token."""
        if audience is Audience.STAFF:
            self.require(request)


def require_staff(request: Request) -> None:
    """Dependency of maintainer routes."""
    request.app.state.access.require(request)


Asked = Annotated[Audience, Query(description="`staff` needs the staff token")]


def check_audience(request: Request, audience: Asked = Audience.RESIDENT) -> Audience:
    """Dependency of routes that take the audience as a query parameter."""
    request.app.state.access.check(request, audience)
    return audience


AudienceParameter = Annotated[Audience, Depends(check_audience)]
