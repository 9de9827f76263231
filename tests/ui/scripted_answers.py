"""Answers in the API's own form, for a violence question and for hostile text."""

from typing import Any

JSON = dict[str, Any]

KONTAKTCENTER: JSON = {
    "id": "kontaktcenter",
    "label": "Kontaktcenter",
    "phone": "042-10 50 00",
    "email": "kontaktcenter@helsingborg.se",
    "url": None,
    "address": "Stortorget 17, 252 20 Helsingborg",
    "hours": [
        {"days": ["mon", "tue", "wed", "fri"], "from": "08:00", "to": "17:00"},
        {"days": ["thu"], "from": "08:00", "to": "18:00"},
    ],
    "open_now": False,
    "verified": None,
    "note": "Det du skriver i mejl sparas som allmän handling.",
}
ALWAYS = [
    {
        "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        "from": "00:00",
        "to": "24:00",
    }
]
SOS: JSON = {
    "id": "112",
    "label": "112",
    "phone": "112",
    "email": None,
    "url": None,
    "address": None,
    "hours": ALWAYS,
    "open_now": True,
    "verified": None,
    "note": "Vid fara för liv eller när ett brott pågår.",
}
KVINNOFRID: JSON = {
    **SOS,
    "id": "kvinnofridslinjen",
    "label": "Kvinnofridslinjen",
    "phone": "020-50 50 50",
    "url": "https://kvinnofridslinjen.se/",
    "verified": "2024-04-16",
    "note": "Det är gratis och du kan vara anonym.",
}
UNIT: JSON = {
    "id": "familjevaldsenheten",
    "name": "Familjevåldsenheten",
    "aliases": ["enheten mot våld i nära relationer"],
    "kind": "unit",
    "summary": "En egen ingång för vuxna som utsätts för våld av någon nära. "
    "Enheten finns också för den som själv slår.",
    "status": "current",
    "as_of": 2025,
    "needs_test": "none",
    "needs_test_note": "Du kan få prata med enheten utan behovsprövning.",
    "who_it_is_for": "Vuxna i Helsingborg som utsätts för våld i en nära relation.",
    "ages": {"min": 18, "max": None, "note": "Källan säger vuxna."},
    "groups": ["adults"],
    "life_areas": ["violence"],
    "initiated_by": None,
    "provider": "own",
    "contacts": [KONTAKTCENTER],
    "cost": None,
    "missing": ["hours", "waiting_time", "documentation"],
    "why": {"text": "Enheten tar emot vuxna.", "passage_id": "familjevaldsenheten:about-1"},
}
HOUSING: JSON = {
    **UNIT,
    "id": "skyddat-boende",
    "name": "Skyddat boende",
    "aliases": [],
    "kind": "facility",
    "summary": "Ett boende där den som hotar dig inte ska hitta dig.",
    "status": "uncertain",
    "as_of": 2021,
    "needs_test": "unknown",
    "needs_test_note": "",
    "who_it_is_for": "Den som behöver lämna sitt hem på grund av våld.",
    "ages": None,
    "initiated_by": "Du själv eller en handläggare",
    "provider": "contracted",
    "missing": ["cost", "place"],
    "why": None,
}
EVIDENCE: JSON = {
    "document": "S25",
    "title": "Stöd och insatser i Helsingborg",
    "lines": "99-102",
    "as_of": 2025,
    "anchor": "särskild ingång för vuxna kommuninvånare",
    "url": None,
}
UNDATED: JSON = {
    **EVIDENCE,
    "document": "anmalningsskyldighet",
    "title": "Anmälningsskyldighet",
    "lines": None,
    "as_of": None,
    "url": "https://www.socialstyrelsen.se/",
}
PASSAGES: dict[str, JSON] = {
    "skolsociala-teamet:fakta-behovsprovning": {
        "passage_id": "skolsociala-teamet:fakta-behovsprovning",
        "service_id": "skolsociala-teamet",
        "title": "Skolsociala teamet: behovsprövning",
        "text": "Behovsprövning: Källorna säger inte om behovsprövning krävs.",
        "evidence": [{**EVIDENCE, "lines": "12-14", "as_of": 2024}],
    },
    "familjevaldsenheten:about-1": {
        "passage_id": "familjevaldsenheten:about-1",
        "service_id": "familjevaldsenheten",
        "title": "Familjevåldsenheten: vad du kan få hjälp med",
        "text": "Du kan få stöd om du utsätts för våld av någon som står dig nära.\n"
        "Du kan också få stöd om det är du som slår eller skadar någon annan.",
        "evidence": [EVIDENCE],
    },
    "familjevaldsenheten:how-1": {
        "passage_id": "familjevaldsenheten:how-1",
        "service_id": "familjevaldsenheten",
        "title": "Familjevåldsenheten: så gör du",
        "text": "Ring Kontaktcenter och säg att du vill prata med Familjevåldsenheten.\n"
        "Du behöver inte veta vad du ska be om.",
        "evidence": [EVIDENCE],
    },
    "familjevaldsenheten:documentation-1": {
        "passage_id": "familjevaldsenheten:documentation-1",
        "service_id": "familjevaldsenheten",
        "title": "Familjevåldsenheten: blir det ett ärende?",
        "text": "Källorna säger inte vad enheten skriver ner när du pratar med dem.\n"
        "Fråga vad som skrivs ner innan du säger vad du heter.",
        "evidence": [UNDATED],
    },
}


def citation(n: int, passage_id: str, quote: str) -> JSON:
    passage = PASSAGES[passage_id]
    return {
        "n": n,
        "passage_id": passage_id,
        "service_id": passage["service_id"],
        "title": passage["title"],
        "quote": quote,
        "evidence": passage["evidence"],
    }


VIOLENCE: JSON = {
    "status": "answered",
    "language": "sv",
    "sentences": [
        {
            "text": "Du kan få stöd om du utsätts för våld av någon som står dig nära.",
            "cites": [1],
        },
        {"text": "Du kan få prata med enheten utan behovsprövning.", "cites": [1]},
        {
            "text": "Ring Kontaktcenter på 042-10 50 00 och fråga efter Familjevåldsenheten.",
            "cites": [2],
        },
        {"text": "Du behöver inte veta vad du ska be om.", "cites": [2]},
        {"text": "Fråga vad som skrivs ner innan du säger vad du heter.", "cites": [3]},
    ],
    "citations": [
        citation(
            1,
            "familjevaldsenheten:about-1",
            "Du kan få stöd om du utsätts för våld av någon som står dig nära.",
        ),
        citation(2, "familjevaldsenheten:how-1", "Du behöver inte veta vad du ska be om."),
        citation(
            3,
            "familjevaldsenheten:documentation-1",
            "Fråga vad som skrivs ner innan du säger vad du heter.",
        ),
    ],
    "services": [UNIT, HOUSING],
    "notices": [
        {
            "code": "NEEDS_TEST_UNKNOWN",
            "text": "Om en behovsprövning krävs för Skyddat boende framgår inte.",
            "contacts": [],
        },
        {
            "code": "CRISIS",
            "text": "Är du i fara nu? Ring 112. Du kan ringa Kvinnofridslinjen när som helst.",
            "contacts": [SOS, KVINNOFRID],
        },
    ],
    "follow_ups": ["Behöver jag ansöka om det?", "Vad skrivs ner om jag ringer?"],
    "knowledge_version": "test",
    "composer": "extractive",
}

HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
MARKUP: JSON = {
    **VIOLENCE,
    "sentences": [{"text": f"Mening {HOSTILE}", "cites": [1]}],
    "citations": [
        {
            **VIOLENCE["citations"][0],
            "title": f"Titel {HOSTILE}",
            "evidence": [{**EVIDENCE, "title": HOSTILE, "url": "javascript:alert(3)"}],
        }
    ],
    "services": [
        {
            **UNIT,
            "name": f"Namn {HOSTILE}",
            "summary": HOSTILE,
            "needs_test_note": HOSTILE,
            "contacts": [
                {**KONTAKTCENTER, "label": HOSTILE, "url": "javascript:alert(4)", "note": HOSTILE}
            ],
        }
    ],
    "notices": [{"code": "UNKNOWN", "text": HOSTILE, "contacts": []}],
    "follow_ups": ["![x](https://example.org/x.png) [tryck](javascript:alert(5)) :red[a]"],
}
NOTHING: JSON = {
    **VIOLENCE,
    "status": "unanswered.no_sources",
    "sentences": [],
    "citations": [],
    "services": [],
    "notices": [],
    "follow_ups": [],
}
