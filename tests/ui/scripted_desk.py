"""The scripted API's answers for the desk of staff, in the API's own form."""

from typing import Annotated, Any

from fastapi import FastAPI, Header
from fastapi.responses import JSONResponse, Response

from tests.ui.scripted_answers import EVIDENCE, HOUSING, JSON, SOS, UNIT

SCHOOL: JSON = {
    **UNIT,
    "id": "skolsociala-teamet",
    "name": "Skolsociala teamet",
    "kind": "intervention",
    "needs_test": "unknown",
    "needs_test_note": "Källorna säger inte om behovsprövning krävs.",
    "ages": {"min": 6, "max": 12, "note": ""},
    "initiated_by": "Rektorn, efter SIP",
    "life_areas": ["school"],
    "why": None,
}
GONE: JSON = {**HOUSING, "id": "villa", "name": "Villa Vänta", "status": "historical"}


def said(text: str, passage_id: str) -> JSON:
    return {"text": text, "passage_id": passage_id}


def row(card: JSON, *needs: str, **more: Any) -> JSON:
    return {
        "card": card,
        "needs": list(needs),
        "fit": said("Du kan få stöd om du utsätts för våld", "familjevaldsenheten:about-1"),
        "suits": None,
        "suits_not": None,
        "next_step": None,
        "needs_test_evidence": [],
        "evidence": [EVIDENCE],
        "replaced_by": [],
        "combines_with": [],
        "alternatives": [],
        **more,
    }


TERMS: list[JSON] = [
    {"id": "age:15", "kind": "age", "label": "15 år", "from": "text"},
    {"id": "need:a", "kind": "need", "label": "skolfrånvaro", "from": "text"},
    {"id": "need:b", "kind": "need", "label": "oro hemma", "from": "text", "others": True},
]
SITUATION: JSON = {
    "terms": TERMS,
    "masked": None,
    "notices": [],
    "reminders": [said("Ring Kontaktcenter och säg", "familjevaldsenheten:how-1")],
    "rows": [
        row(
            SCHOOL,
            "need:a",
            suits=said("Elever som är borta från skolan.", "familjevaldsenheten:about-1"),
            suits_not=said("Vuxna.", "familjevaldsenheten:about-1"),
            combines_with=[{"id": "familjevaldsenheten", "name": "Familjevåldsenheten"}],
            needs_test_evidence=[{**EVIDENCE, "lines": "12-14", "as_of": 2024}],
        ),
        row(UNIT, "need:b", "need:a"),
        row(HOUSING, "need:b"),
    ],
    "apart": [
        row(GONE, "need:b", replaced_by=[{"id": "nya", "name": "Nya villan"}]),
        row({**GONE, "id": "tyst", "name": "Tysta huset"}, "need:b", fit=None),
    ],
    "knowledge_version": "test",
}
GLOSSARY: JSON = {
    "items": [
        {
            "term": "SIP",
            "also": ["samordnad individuell plan"],
            "text": "SIP betyder samordnad individuell plan.",
            "passage_id": "ordlista:om-6",
        }
    ]
}
CHANGES: JSON = {
    "since": "2025-01-01",
    "first": "2025-02-03",
    "items": [
        {
            "date": "2025-03-04",
            "service_id": "familjevaldsenheten",
            "name": "Familjevåldsenheten",
            "what": "needs_test",
            "before": "unknown",
            "after": "none",
        }
    ],
    "newest_sources": [
        {"service_id": "b", "name": "Bostad först", "as_of": 2024, "status": "current"},
        {"service_id": "a", "name": "Alkoholhjälpen", "as_of": 2025, "status": "current"},
    ],
}
DOCUMENT: JSON = {
    "document": "S25",
    "title": "Stöd och insatser i Helsingborg",
    "as_of": 2025,
    "passages": [
        {
            "passage_id": "doc:S25-99",
            "service_id": "",
            "title": "Stöd",
            "text": "Staden har en särskild ingång för vuxna kommuninvånare.",
            "evidence": [],
            "lines": "98-103",
        }
    ],
}


def situation_for(body: JSON) -> JSON:
    """The written answer: masked text for a number, a crisis for a wish to die, else the rows."""
    taken = body["without"]
    answer = {**SITUATION, "terms": [term for term in TERMS if term["id"] not in taken]}
    if "19" in body["text"]:
        answer["masked"] = "flicka [personnummer]"
    if "dö" in body["text"]:
        answer["notices"] = [
            {"code": "TODAY", "text": "Numren för i dag.", "contacts": []},
            {"code": "CRISIS", "text": "Ring 112.", "contacts": [SOS]},
        ]
    return answer


def situation_answer(body: JSON) -> Response:
    """The written answer; a problem in English for a text that cannot be read."""
    if "oläsligt" in body["text"]:
        return JSONResponse({"title": "The text is not readable.", "status": 422}, 422)
    return JSONResponse(situation_for(body))


def document_at(document: str, lines: str) -> Response:
    """The document at the lines of the script; without passages at 3-4, and failing at 1-2."""
    found = {("S25", "99-102"): DOCUMENT, ("S25", "3-4"): {**DOCUMENT, "passages": []}}
    if (document, lines) in found:
        return JSONResponse(found[document, lines])
    status = 503 if lines == "1-2" else 404
    return JSONResponse({"title": "Inte publicerat.", "status": status}, status)


def add_desk(app: FastAPI, token: str) -> None:
    """The routes; `app.state.situations` keeps the bodies received."""
    app.state.situations = []

    def refused(authorization: str | None) -> Response | None:
        if authorization == f"Bearer {token}":
            return None
        return JSONResponse({"title": "Personalkoden saknas.", "status": 401}, 401)

    @app.post("/v1/situations")
    def situations(
        body: dict[str, Any], authorization: Annotated[str | None, Header()] = None
    ) -> Response:
        app.state.situations.append(body)
        return refused(authorization) or situation_answer(body)

    @app.get("/v1/changes")
    def changes(since: str, authorization: Annotated[str | None, Header()] = None) -> Response:
        return refused(authorization) or JSONResponse({**CHANGES, "since": since})

    @app.get("/v1/glossary")
    def glossary(
        audience: str = "resident", authorization: Annotated[str | None, Header()] = None
    ) -> Response:
        if audience != "staff":
            return JSONResponse({"items": []})
        return refused(authorization) or JSONResponse(GLOSSARY)

    @app.get("/v1/documents/{document}")
    def document(
        document: str, lines: str, authorization: Annotated[str | None, Header()] = None
    ) -> Response:
        return refused(authorization) or document_at(document, lines)
