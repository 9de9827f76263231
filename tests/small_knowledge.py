"""A small valid knowledge folder, written anew for each test."""

import datetime as dt
from functools import cache
from pathlib import Path

import yaml

from guide.settings import PROJECT

ENTRY = """---
id: {id}
name: {name}
kind: unit
status: current
as_of: 2025
needs_test: none
provider: own
who_it_is_for: Vuxna som behöver {topic}.
groups: [adults]
life_areas: [contact]
contacts: [vaxel]
summary:
  sv: {name} ger stöd med {topic}. {name} är till för vuxna.
  easy: {name} hjälper vuxna.
  en: {name} helps adults with {topic}.
phrases:
  sv: [{sv}]
  en: [{en}]
evidence:
  - {{id: rapport, document: R25, lines: 1-2, supports: [status, who_it_is_for, needs_test]}}
---

## Vad det är {{about}}

{name} ger stöd med {topic}.

Källa: rapport

## Så gör du {{how}}

Ring växeln och fråga efter {name}.

Källa: rapport

## För personal {{note, staff}}

{name} har en intern rutin.

Källa: rapport
"""
CONTACTS = """- id: vaxel
  label: Växeln
  phone: 042-00 00 01
  general: true
  source: R25
  verified: 2025-06-01
- id: kontaktcenter
  label: Kontaktcenter
  phone: 042-00 00 02
  general: true
  source: R25
  verified: 2025-06-01
"""
SOURCES = """- id: R25
  title: Rapport 2025
  as_of: 2025
  file: rapport.txt
"""
TERMS = """- id: {id}
  label: {{sv: {id}, en: {id}}}
  search: [{id}]
"""
TODAY = dt.date(2025, 9, 1)
"""A day on which nothing of the folder is old."""
FIXED_TEXTS = ("list", "facet", "fakta", "notice", "follow_up")
ENTRIES = {"ekstodet": "ekonomi", "boendehjalpen": "bostad", "samtalsrummet": "samtal"}


def write_small_knowledge(folder: Path) -> Path:
    """Three entries, two contacts, one source, the project's fixed texts, and no rules."""
    (folder / "services").mkdir(parents=True)
    (folder / "taxonomy").mkdir()
    (folder / "messages").mkdir()
    for name, topic in ENTRIES.items():
        write_entry(folder, name, topic)
    (folder / "contacts.yaml").write_text(CONTACTS, encoding="utf-8")
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    for taxonomy, term in (("groups", "adults"), ("life_areas", "contact")):
        path = folder / "taxonomy" / f"{taxonomy}.yaml"
        path.write_text(TERMS.format(id=term), encoding="utf-8")
    for language in ("sv", "en"):
        path = folder / "messages" / f"{language}.yaml"
        path.write_text(_fixed_texts(language), encoding="utf-8")
    return folder


@cache
def _fixed_texts(language: str) -> str:
    """The texts that go with every knowledge folder, without those of the project's rules."""
    path = PROJECT / "knowledge" / "messages" / f"{language}.yaml"
    texts = yaml.safe_load(path.read_text(encoding="utf-8"))
    kept = {key: value for key, value in texts.items() if key in FIXED_TEXTS}
    return yaml.safe_dump(kept, allow_unicode=True)


def write_entry(folder: Path, name: str, topic: str) -> Path:
    """One more entry, `services/<name>.md`."""
    path = folder / "services" / f"{name}.md"
    phrases = [f"jag vill ha {topic} nummer {n}" for n in range(10)]
    english = [f"i want {topic} number {n}" for n in range(5)]
    text = ENTRY.format(
        id=name, name=name.capitalize(), topic=topic, sv=", ".join(phrases), en=", ".join(english)
    )
    path.write_text(text, encoding="utf-8")
    return path
