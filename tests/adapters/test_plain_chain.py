"""The plain chain that the guide is held against: nearest texts, the audience kept."""

from pathlib import Path

from guide.adapters.plain_chain import PlainChain
from guide.model.passage import Passage
from guide.model.terms import Audience
from tests.word_embedder import WordEmbedder


def passage(name: str, text: str, audience: Audience = Audience.RESIDENT) -> Passage:
    return Passage(
        id=f"{name}:om-1", service_id=name, title=name, text=text, search_text=text,
        audience=audience, digest=f"{name}-{len(text)}",
    )  # fmt: skip


def chain(folder: Path, *passages: Passage) -> PlainChain:
    return PlainChain.over(folder, "plain", passages, WordEmbedder())


def test_nearest_entries_come_first_and_staff_texts_stay_with_staff(tmp_path: Path) -> None:
    known = chain(
        tmp_path,
        passage("skola", "hjälp i skola"),
        passage("arbete", "hjälp med arbete"),
        passage("rutin", "intern rutin i skola", Audience.STAFF),
    )
    assert known.services("skola", Audience.RESIDENT, 5) == ["skola", "arbete"]
    assert "rutin" in known.services("rutin i skola", Audience.STAFF, 5)


def test_what_changed_is_embedded_and_what_vanished_is_dropped(tmp_path: Path) -> None:
    chain(tmp_path, passage("skola", "hjälp i skola"), passage("gammal", "något annat"))
    known = chain(tmp_path, passage("skola", "hjälp i skola"), passage("arbete", "arbete"))
    assert set(known.services("skola", Audience.STAFF, 5)) == {"skola", "arbete"}
