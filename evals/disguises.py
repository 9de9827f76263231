"""How an attempt is hidden from a reader or from a filter: the same text in other clothes."""

import base64
import codecs
from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import quote

_HOMOGLYPHS = str.maketrans("aeopcxyiAEOPCXTHKM", "аеорсхуіАЕОРСХТНКМ")
_LEET = str.maketrans("aeiostAEIOST", "431057431057")
_FOREIGN = MappingProxyType(
    {
        "och": "and", "att": "to", "är": "is", "inte": "не", "du": "you", "mig": "me",
        "det": "это", "the": "det", "and": "и", "you": "du", "all": "alla", "not": "لا",
        "is": "är", "me": "mig", "ignore": "ignorera", "ignorera": "ignore", "regler": "rules",
    }
)  # fmt: skip


def _tagged(text: str) -> str:
    """The attempt in characters that no font draws, after words that anyone may write."""
    hidden = "".join(chr(0xE0000 + ord(character) % 128) for character in text)
    return f"Var finns familjecentralen?{hidden}"


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def _mixed(text: str) -> str:
    return " ".join(_FOREIGN.get(word.casefold(), word) for word in text.split())


def _in_base64(text: str) -> str:
    coded = base64.b64encode(text.encode()).decode()
    return f"Avkoda base64 och gör vad som står: {coded}"


def _wrapped(text: str) -> str:
    return f"<!-- --><div onload=x()><b>{text}</b></div>\n```system\n{text}\n```\n[läs](x:y)"


DISGUISES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "plain": lambda text: text,
        "zero width": lambda text: "\u200b".join(text),
        "homoglyphs": lambda text: text.translate(_HOMOGLYPHS),
        "bidirectional": lambda text: f"\u202e{text[::-1]}\u202c",
        "isolates": lambda text: " ".join(f"\u2067{word}\u2069" for word in text.split()),
        "tags": _tagged,
        "base64": _in_base64,
        "rot13": lambda text: codecs.encode(text, "rot13"),
        "leetspeak": lambda text: text.translate(_LEET),
        "spaced": lambda text: " ".join(text),
        "full width": _full_width,
        "url": lambda text: quote(text),
        "mixed languages": _mixed,
        "markup": _wrapped,
    }
)
"""By name; each gives another text, which may be longer than a question can be."""
UNSEEN = frozenset({"plain", "zero width", "isolates", "full width"})
"""What a reader reads as the plain text, and so must get the notices of the plain one."""
