"""What a chat model is given: numbered passages, fenced as what others wrote, and the question."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from guide.composing.contact_tokens import ContactTokens
from guide.model.passage import Passage
from guide.model.prompt import Prompt
from guide.ports import ChatMessage

MOST_PASSAGES = 10
MOST_CHARACTERS = 5000
"""Of all passages together: some 1,700 tokens of Swedish, which small models take."""
_FENCE = regex.compile(r"<\s*/?\s*text\b[^>]*>", regex.I)
_MARKED = regex.compile(r"[\[\]«»<>{}]")


class Fenced(NamedTuple):
    """The passages that a model sees; the first has number 1."""

    passages: tuple[Passage, ...]
    text: str


class Fault(NamedTuple):
    """A line that did not hold, as the model wrote it, and what was wrong with it."""

    line: str
    kinds: tuple[str, ...]


def fenced(passages: Iterable[Passage], tokens: ContactTokens) -> Fenced:
    """The first passages that there is room for, contact facts as tokens."""
    kept: list[Passage] = []
    parts: list[str] = []
    for passage in dict.fromkeys(passages):
        title = _MARKED.sub(" ", tokens.hidden(passage.title))
        text = _FENCE.sub(" ", tokens.hidden(passage.text))
        part = f"<text {len(kept) + 1}: {title}>\n{text}\n</text {len(kept) + 1}>"
        if len(kept) == MOST_PASSAGES or sum(map(len, parts)) + len(part) > MOST_CHARACTERS:
            break
        kept.append(passage)
        parts.append(part)
    return Fenced(tuple(kept), "\n\n".join(parts))


def asked(prompt: Prompt, given: Fenced, question: str, tokens: ContactTokens) -> list[ChatMessage]:
    """The first messages; `question` is without personal data."""
    plain = _FENCE.sub(" ", tokens.hidden(question))
    task = prompt.question.format(passages=given.text, question=plain)
    return [ChatMessage("system", prompt.system.format()), ChatMessage("user", task)]


def asked_again(
    prompt: Prompt, messages: Sequence[ChatMessage], reply: str, faults: Sequence[Fault]
) -> list[ChatMessage]:
    """The messages of the one retry, which names the faults."""
    told = "\n".join(f"- {fault.line} ({', '.join(fault.kinds)})" for fault in faults)
    again = prompt.repair.format(faults=told)
    return [*messages, ChatMessage("assistant", reply), ChatMessage("user", again)]
