"""JSON Schema of the editors' files, so that an editor program can help."""

import json
from pathlib import Path

from pydantic import BaseModel

from guide.model.contact import Contact
from guide.model.evidence import Source
from guide.model.prompt import Prompt
from guide.model.rules import DangerRule, Premise
from guide.model.service import Phrases, Service
from guide.model.situation_rules import GlossaryTerm, SituationRules

MODELS: dict[str, type[BaseModel]] = {
    "service": Service,
    "examples": Phrases,
    "contact": Contact,
    "source": Source,
    "premise": Premise,
    "rule": DangerRule,
    "prompt": Prompt,
    "situations": SituationRules,
    "glossary": GlossaryTerm,
}


def schema_text(name: str) -> str:
    """The JSON Schema of one kind of file, as it stands in knowledge/schema/."""
    schema = MODELS[name].model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def export_schemas(folder: Path) -> list[Path]:
    """Writes every schema and returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.schema.json" for name in MODELS]
    for name, path in zip(MODELS, paths, strict=True):
        path.write_text(schema_text(name), encoding="utf-8")
    return paths
