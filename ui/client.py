"""The guide's HTTP API, as the interface needs it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal
from urllib.parse import quote

import httpx
from pydantic import BaseModel, ValidationError

from ui.model import (
    Answer,
    Ask,
    Audience,
    Feedback,
    Passage,
    Search,
    Sentence,
    ServiceDetail,
    ServiceList,
    Sources,
)
from ui.settings import UiSettings
from ui.sse import ServerEvent, read_events

StreamEvent = Sources | Sentence | Answer
Cause = Literal["down", "slow", "token", "question", "busy", "missing", "other"]

EVENTS: dict[str, type[Sources] | type[Sentence] | type[Answer]] = {
    "sources": Sources,
    "sentence": Sentence,
    "finished": Answer,
}
CAUSES: dict[int, Cause] = {
    401: "token",
    403: "token",
    404: "missing",
    413: "question",
    422: "question",
    429: "busy",
    502: "down",
    503: "down",
    504: "slow",
}


class ApiError(Exception):
    """The API gave no answer. `cause` picks the words for a person; `detail` is the API's own."""

    def __init__(self, cause: Cause, detail: str = "") -> None:
        super().__init__(detail or cause)
        self.cause = cause
        self.detail = detail


class GuideClient:
    """Every method raises ApiError, and nothing else, where the API cannot answer."""

    def __init__(self, settings: UiSettings, token: str | None = None) -> None:
        self._settings = settings
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._audience: Audience = "staff" if token else "resident"

    @property
    def api_url(self) -> str:
        return self._settings.api_url

    @property
    def audience(self) -> Audience:
        return self._audience

    def stream(self, ask: Ask) -> Iterator[StreamEvent]:
        """Sources, then sentences, then the whole answer; raises if the stream ends before that."""
        with (
            self._client(self._settings.answer_seconds) as http,
            http.stream("POST", "/v1/answers/stream", json=_body(ask)) as response,
        ):
            raise_for(response)
            for event in read_events(response.iter_lines()):
                value = _value_of(event)
                if value is None:
                    continue
                yield value
                if isinstance(value, Answer):
                    return
        raise ApiError("down", "the stream ended before the answer was finished")

    def passage(self, passage_id: str) -> Passage:
        """The whole passage that a citation quotes, as the audience of this client may read it."""
        path = f"/v1/passages/{quote(passage_id, safe=':')}"
        with self._client(self._settings.lookup_seconds) as http:
            response = http.get(path, params={"audience": self._audience})
            raise_for(response)
            return Passage.model_validate_json(response.content)

    def services(self, search: Search) -> ServiceList:
        """The entries that fit the search, by name, with counts per value."""
        with self._client(self._settings.lookup_seconds) as http:
            params = {"audience": self._audience, **search.model_dump(exclude_none=True)}
            response = http.get("/v1/services", params=params)
            raise_for(response)
            return ServiceList.model_validate_json(response.content)

    def service(self, service_id: str) -> ServiceDetail:
        """One entry with its texts; the cause of the error is `missing` where there is none."""
        path = f"/v1/services/{quote(service_id, safe='')}"
        with self._client(self._settings.lookup_seconds) as http:
            response = http.get(path, params={"audience": self._audience})
            raise_for(response)
            return ServiceDetail.model_validate_json(response.content)

    def accepts_token(self) -> bool:
        """Whether the API lets this token ask as staff; only 401 and 403 count as a no."""
        body = {"question": "kontakt", "audience": "staff", "k": 1, "filters": {}}
        with self._client(self._settings.lookup_seconds) as http:
            response = http.post("/v1/retrieve", json=body)
            return CAUSES.get(response.status_code) != "token"

    def feedback(self, given: Feedback) -> None:
        """Tells whether an answer helped; codes alone, never the question."""
        with self._client(self._settings.lookup_seconds) as http:
            raise_for(http.post("/v1/feedback", json=given.model_dump(mode="json")))

    @contextmanager
    def _client(self, seconds: float) -> Iterator[httpx.Client]:
        limits = httpx.Timeout(seconds, connect=self._settings.connect_seconds)
        try:
            # The API is a neighbour on the same network: a proxy for the web is not for it.
            with httpx.Client(
                base_url=self._settings.api_url,
                headers=self._headers,
                timeout=limits,
                trust_env=False,
            ) as http:
                yield http
        except httpx.ConnectTimeout as error:
            raise ApiError("down", str(error)) from error
        except httpx.TimeoutException as error:
            raise ApiError("slow", str(error)) from error
        except (httpx.HTTPError, UnicodeError) as error:
            raise ApiError("down", str(error)) from error
        except ValidationError as error:
            raise ApiError("other", f"{error.error_count()} unexpected fields") from error


def _body(ask: Ask) -> dict[str, object]:
    return ask.model_dump(mode="json")


def _value_of(event: ServerEvent) -> StreamEvent | None:
    if event.name == "error":
        raise ApiError("down", event.data)
    model = EVENTS.get(event.name)
    return model.model_validate_json(event.data) if model else None


class _Problem(BaseModel):
    """RFC 9457; what else it holds is passed over."""

    title: str = ""
    detail: str = ""


def raise_for(response: httpx.Response) -> None:
    """Raises ApiError with the cause that the response names; nothing where it is a success."""
    if response.is_success:
        return
    response.read()
    try:
        problem = _Problem.model_validate_json(response.content)
    except ValidationError:
        problem = _Problem()
    raise ApiError(
        CAUSES.get(response.status_code, "down" if response.is_server_error else "other"),
        problem.detail or problem.title,
    )
