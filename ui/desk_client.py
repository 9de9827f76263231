"""The parts of the API that are for staff, and the glossary."""

import datetime as dt
from typing import TypeVar
from urllib.parse import quote

from pydantic import BaseModel

from ui.client import GuideClient, raise_for
from ui.situation import Changes, CityDocument, Glossary, SituationAnswer, SituationAsk

Value = TypeVar("Value", bound=BaseModel)


class DeskClient(GuideClient):
    """A client with the staff token. Every method raises ApiError, and nothing else."""

    def situation(self, ask: SituationAsk) -> SituationAnswer:
        """The entries that fit a situation; `question` is the cause where it says too little."""
        return self._post("/v1/situations", ask, SituationAnswer)

    def changes(self, since: dt.date) -> Changes:
        """What changed in the knowledge since that day, newest first."""
        return self._get("/v1/changes", Changes, since=since.isoformat())

    def glossary(self) -> Glossary:
        """Terms and abbreviations with their explanations, those for staff among them."""
        return self._get("/v1/glossary", Glossary, audience=self.audience)

    def document(self, document: str, lines: str) -> CityDocument:
        """A city document's own words at those lines; `missing` where it is not published."""
        return self._get(f"/v1/documents/{quote(document, safe='')}", CityDocument, lines=lines)

    def _get(self, path: str, model: type[Value], **query: str) -> Value:
        with self._client(self._settings.lookup_seconds) as http:
            response = http.get(path, params=query)
            raise_for(response)
            return model.model_validate_json(response.content)

    def _post(self, path: str, body: BaseModel, model: type[Value]) -> Value:
        with self._client(self._settings.lookup_seconds) as http:
            response = http.post(path, json=body.model_dump(mode="json"))
            raise_for(response)
            return model.model_validate_json(response.content)
