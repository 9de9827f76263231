"""Sets are read as they are, and those that are not there say so."""

import json
from pathlib import Path

import pytest

from evals.corpora import holding
from evals.sets import CorpusQuery, CorpusSet, NotThere, ServiceSet, SetReader, part_of
from guide.model.passage import Passage


def write(path: Path, *lines: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")


def test_own_sets_need_nothing_external() -> None:
    found = [SetReader(None).read(f"own-{part}") for part in ("tuning", "reporting")]
    assert [len(s.questions) for s in found if isinstance(s, ServiceSet)] == [245, 424]


@pytest.mark.parametrize("name", ["questions-dev", "swefaq", "swequad", "sib200"])
def test_an_external_set_that_is_not_there_says_why(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotThere, match="GUIDE_EVALDATA is not set"):
        SetReader(None).read(name)
    with pytest.raises(NotThere, match="GUIDE_EVALDATA holds no folder"):
        SetReader(tmp_path).read(name)


def test_a_question_on_several_pages_is_answered_by_any(tmp_path: Path) -> None:
    write(tmp_path / "swequad" / "corpus.jsonl", {"id": "c1", "text": "ett bevis"})
    write(
        tmp_path / "swequad" / "queries.jsonl",
        {"id": "q1", "text": "Vad är ett kort?", "relevant": ["c1"], "answers": ["ett bevis"]},
        {"id": "q2", "text": "vad är ett kort?", "relevant": ["c2"], "answers": ["plast"]},
        {"id": "q3", "text": "Hur länge?", "relevant": ["c1"], "answers": ["ett år"]},
    )
    found = SetReader(tmp_path).read("swequad")
    assert isinstance(found, CorpusSet)
    assert found.by_passage
    assert [query.relevant for query in found.queries] == [("c1", "c2"), ("c1", "c2"), ("c1",)]
    assert found.queries[0].answers == ("ett bevis", "plast")
    assert [query.groups["part"] for query in found.queries] == [
        part_of("c1"),
        part_of("c2"),
        part_of("c1"),
    ]


def test_pages_fall_into_two_parts_of_about_the_same_size() -> None:
    parts = [part_of(f"c{n:04}") for n in range(1000)]
    assert 450 < parts.count("tuning") < 550
    assert parts == [part_of(f"c{n:04}") for n in range(1000)]


def test_parallel_sentences_are_grouped_by_language(tmp_path: Path) -> None:
    write(tmp_path / "sib200" / "corpus.jsonl", {"id": "s1", "text": "Havet."})
    line = {"id": "s1", "text": "The sea.", "relevant": ["s1"]}
    for code in ("eng_Latn", "som_Latn", "dan_Latn"):
        write(tmp_path / "sib200" / f"queries_{code}.jsonl", line)
    found = SetReader(tmp_path).read("sib200")
    assert isinstance(found, CorpusSet)
    assert [(query.id, query.groups) for query in found.queries] == [
        ("en-s1", {"lang": "en"}),
        ("so-s1", {"lang": "so"}),
    ]


def test_the_right_passage_holds_the_answer_on_the_right_page() -> None:
    texts = {"c1:text-1": "Inledning.", "c1:text-2": "Det gäller Ett År.", "c2:text-1": "ett år"}
    passages = [
        Passage(id=name, service_id=name[:2], title="T", text=text) for name, text in texts.items()
    ]
    query = CorpusQuery(id="q", text="Hur länge?", relevant=("c1",), answers=("ett år",))
    assert holding(query, passages) == ("c1:text-2",)
