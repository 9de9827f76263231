"""Read what a sentence-transformers folder says of itself, if it holds a BERT or XLM-R encoder."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

KINDS = {"bert": False, "xlm-roberta": True, "roberta": True}
"""Model types, and whether their positions are counted from behind the padding's number."""
BLOCK = 32
MODULES = (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"])
WEIGHTS = "model.safetensors"
TOKENIZER = "tokenizer.json"
DESCRIPTIONS = (
    "config.json",
    "config_sentence_transformers.json",
    "modules.json",
    "sentence_bert_config.json",
    "1_Pooling/config.json",
)


class NotExportable(Exception):
    """The folder holds another kind of model; use it through sentence-transformers."""


@dataclass(frozen=True)
class Encoder:
    """An encoder with mean pooling. `first_position` is the number of a text's first position."""

    hidden: int
    heads: int
    layers: int
    epsilon: float
    pad: int
    first_position: int
    max_tokens: int
    query_prompt: str
    passage_prompt: str

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The encoder in the folder.

        Raises:
            NotExportable: it is of another kind, or a file is missing; the message names it.
        """
        try:
            return cls._of(folder)
        except KeyError as error:
            raise NotExportable(f"config.json in {folder} lacks {error}") from error

    @classmethod
    def _of(cls, folder: Path) -> Self:
        config, options, modules, limits, pooling = (_json(folder / n) for n in DESCRIPTIONS)
        kinds = [str(module.get("type", "")).rsplit(".", 1)[-1] for module in modules]
        _require(config.get("model_type") in KINDS, f"a model_type among {', '.join(KINDS)}")
        _require(config.get("hidden_act") == "gelu", "hidden_act gelu")
        positions = config.get("position_embedding_type", "absolute")
        _require(positions == "absolute", "absolute positions")
        _require(config["hidden_size"] % BLOCK == 0, f"a hidden_size that {BLOCK} divides")
        _require(kinds in MODULES, "the modules Transformer, Pooling and Normalize alone")
        _require(_pools_by_mean(pooling), "mean pooling alone")
        _require(not limits.get("do_lower_case"), "do_lower_case false")
        for name in (WEIGHTS, TOKENIZER):
            _require((folder / name).is_file(), f"a file {name}")
        first = config["pad_token_id"] + 1 if KINDS[config["model_type"]] else 0
        room = config["max_position_embeddings"] - first
        return cls(
            hidden=config["hidden_size"],
            heads=config["num_attention_heads"],
            layers=config["num_hidden_layers"],
            epsilon=float(config["layer_norm_eps"]),
            pad=config["pad_token_id"],
            first_position=first,
            max_tokens=min(limits.get("max_seq_length") or room, room),
            query_prompt=_prompt(options, "query"),
            passage_prompt=_prompt(options, "document", "passage", "corpus"),
        )


def _prompt(options: dict[str, Any], *names: str) -> str:
    """The first prompt of these names; else the folder's default; else none."""
    prompts = options.get("prompts") or {}
    found = [
        prompts[name] for name in (*names, options.get("default_prompt_name")) if prompts.get(name)
    ]
    return str(found[0]) if found else ""


def _pools_by_mean(pooling: dict[str, Any]) -> bool:
    modes = {name for name, on in pooling.items() if name.startswith("pooling_mode_") and on}
    return modes == {"pooling_mode_mean_tokens"} or pooling.get("pooling_mode") == "mean"


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise NotExportable(f"only an encoder with {what} can be exported")


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NotExportable(f"{path} cannot be read ({error})") from error
