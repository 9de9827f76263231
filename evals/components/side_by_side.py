"""The same questions to what else one could run: a plain LangChain chain over Chroma, with the same
model and with Chroma's own, and word matching alone."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from evals.components.asked import Asked
from evals.components.outcome import Outcome, Progress, Way
from evals.metrics import hit, reciprocal_rank
from evals.services import FIRST, Names
from evals.sets import ServiceSet, SetReader
from guide import wiring
from guide.model.passage import Passage
from guide.model.terms import Audience, Shelf
from guide.settings import Settings

if TYPE_CHECKING:
    from guide.adapters.plain_chain import PlainChain

SET = "own-reporting"
GUIDE, CHAIN, WORDS = "this guide", "LangChain + Chroma, same model", "BM25 alone"
ENGLISH = "LangChain + Chroma, Chroma's English model"
RIVALS = (GUIDE, CHAIN, WORDS, ENGLISH)
MEASURES = ("hit@1", "hit@5", "mrr@10")
TEXTS = 40
"""That the chain fetches: enough that five entries are among them."""
Rank = Callable[[str, Audience], list[str]]


class SideBySide:
    """All rank the passages that are published; only the guide has rules and examples."""

    name = "side-by-side"
    version = 1
    ways: Mapping[str, Way] = {f"{m}, {rival}": "more" for rival in RIVALS for m in MEASURES}

    def outcomes(self, asked: Asked, progress: Progress) -> Iterator[Outcome]:
        given = SetReader(None).read(SET)
        assert isinstance(given, ServiceSet)
        names = Names(asked.catalogue.services.values())
        rivals: dict[str, Rank] = {GUIDE: _guide(asked), WORDS: _words(asked)}
        if asked.settings.chroma_url is None:
            rivals[CHAIN] = _chain(asked)
        if (english := _english(asked)) is not None:
            rivals[ENGLISH] = english
        for done, case in enumerate(given.questions, 1):
            wanted: frozenset[str] = frozenset().union(*names.meant(case.expected))
            if wanted:
                scores: dict[str, float] = {}
                for rival, rank in rivals.items():
                    ranked = rank(case.question, case.audience)[:FIRST]
                    values = (hit(ranked, wanted), hit(ranked, wanted, FIRST),
                              reciprocal_rank(ranked, wanted))  # fmt: skip
                    scores |= {f"{m}, {rival}": v for m, v in zip(MEASURES, values, strict=True)}
                yield Outcome(
                    component=self.name, set=SET, id=case.id, held_out=True, scores=scores,
                    groups={"audience": case.audience, "lang": case.lang, "kind": case.kind},
                )  # fmt: skip
            progress("side by side", done, len(given.questions))


def _guide(asked: Asked) -> Rank:
    return lambda text, audience: [card.id for card in asked.plain(text, audience).services]


def _chain(asked: Asked) -> Rank:
    from guide.adapters.plain_chain import PlainChain

    chain = PlainChain.published(asked.settings.chroma_dir, asked.parts.embedder)
    return lambda text, audience: chain.services(text, audience, TEXTS)


def _english(asked: Asked) -> Rank | None:
    """None until its vectors were made once (`python -m evals english-chain`)."""
    made = (_english_folder(asked.settings) / "chroma.sqlite3").is_file()
    chain = english_chain(asked) if made and asked.settings.embedding_model == "default" else None
    if chain is None:
        return None
    return lambda text, audience: chain.services(text, audience, TEXTS)


def english_chain(asked: Asked) -> "PlainChain":
    """The chain with the model that Chroma embeds with where nobody names another. Making all
    vectors takes about two minutes; later, what changed.

    Raises:
        ModelPreparationError: the model could not be fetched.
    """
    from guide.adapters.english_model import prepare_english_model
    from guide.adapters.plain_chain import PlainChain
    from guide.adapters.sentence_transformer import SentenceTransformerEmbedder

    embedder = SentenceTransformerEmbedder(prepare_english_model(asked.settings.model_dir))
    folder = _english_folder(asked.settings)
    return PlainChain.over(folder, "plain", _indexed(asked), embedder)


def _english_folder(settings: Settings) -> Path:
    return settings.data_dir / "plain-chain"


def _words(asked: Asked) -> Rank:
    passages = _indexed(asked)
    index = wiring.build_indexer()([passage.search_text for passage in passages])

    def rank(text: str, audience: Audience) -> list[str]:
        scores = np.array(index.scores(text))
        best = (passages[i] for i in np.argsort(-scores, kind="stable") if scores[i] > 0)
        return list(dict.fromkeys(p.service_id for p in best if audience.sees(p.audience)))

    return rank


def _indexed(asked: Asked) -> list[Passage]:
    known = asked.catalogue.knowledge.passages
    return [p for p in known if p.digest and p.shelf is Shelf.ENTRIES]
