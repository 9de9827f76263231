"""A corpus is indexed and measured through the real parts, leg by leg."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evals.cli import app
from evals.data_files import Document, Query
from evals.retrieval import RetrievalEval
from guide import wiring
from guide.settings import Settings

CORPUS = [
    Document(id="Ek 1", title="Pengar", text="Råd om skulder, hyra och avbetalning."),
    Document(id="bo/2", text="Hjälp att hitta bostad och behålla ett kontrakt."),
    Document(id="samtal", text="Någon att prata med om oro och sorg."),
    Document(id="lång", text="Inledning. " * 150 + "Här står ordet fyrbåk. " + "Slut. " * 300),
]
QUERIES = [
    Query(id="1", text="skulder och avbetalning", relevant=("Ek 1",)),
    Query(id="2", text="bostad kontrakt", relevant=("bo/2",)),
    Query(id="3", text="fyrbåk", relevant=("lång",)),
]
METRICS = {"ndcg@10", "hit@1", "recall@5", "mrr@10"}


@pytest.fixture
def evaluation(tiny_model: Path, tmp_path: Path) -> RetrievalEval:
    settings = Settings(embedding_model=str(tiny_model), data_dir=tmp_path)
    embedder = wiring.build_embedder(settings)
    return RetrievalEval(
        embedder,
        wiring.build_scratch_store(embedder),
        wiring.build_indexer(),
        wiring.build_splitter(),
        lambda _what, _done, _total: None,
    )


def test_three_legs_are_measured_with_intervals(evaluation: RetrievalEval) -> None:
    result = evaluation.run(CORPUS, QUERIES)
    assert (result["n"], result["documents"]) == (3, 4)
    assert set(result["legs"]) == set(result["intervals"]) == {"dense", "lexical", "fused"}
    for leg, values in result["legs"].items():
        assert set(values) == METRICS
        for name, value in values.items():
            low, high = result["intervals"][leg][name]
            assert 0.0 <= low <= value <= high <= 1.0


def test_words_find_what_only_words_tell_apart(evaluation: RetrievalEval) -> None:
    assert set(evaluation.run(CORPUS, QUERIES)["legs"]["lexical"].values()) == {1.0}


def test_a_document_without_a_shared_word_is_not_found_by_words(
    evaluation: RetrievalEval,
) -> None:
    query = Query(id="x", text="kvitto", relevant=("samtal",))
    legs = evaluation.run(CORPUS, [query])["legs"]
    assert legs["lexical"]["ndcg@10"] == 0.0
    assert legs["dense"]["recall@5"] == 1.0


def test_a_corpus_of_one_document_is_found_by_every_leg(evaluation: RetrievalEval) -> None:
    legs = evaluation.run(CORPUS[:1], QUERIES[:1])["legs"]
    assert [values["hit@1"] for values in legs.values()] == [1.0, 1.0, 1.0]


def test_a_second_run_sees_nothing_of_the_first(
    evaluation: RetrievalEval, tiny_model: Path
) -> None:
    """A scratch store is one evaluation's own, in one process too."""
    many = [Document(id=f"fyllnad-{n}", text=f"fyllnad {n}") for n in range(250)]
    evaluation.run(many, [Query(id="x", text="fyllnad", relevant=("fyllnad-1",))])
    embedder = wiring.build_embedder(Settings(embedding_model=str(tiny_model)))
    assert wiring.build_scratch_store(embedder).digests() == frozenset()


def test_the_command_prints_the_contracts_json(
    tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_EMBEDDING_MODEL", str(tiny_model))
    monkeypatch.setenv("GUIDE_DATA_DIR", str(tmp_path / "data"))
    for name, lines in (("corpus", CORPUS), ("queries", QUERIES)):
        text = "\n".join(json.dumps(line.model_dump()) for line in lines)
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")
    files = [
        "--corpus",
        str(tmp_path / "corpus.jsonl"),
        "--queries",
        str(tmp_path / "queries.jsonl"),
    ]
    result = CliRunner().invoke(app, ["retrieval", *files, "--json"])
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert told["n"] == 3
    assert set(told["legs"]) == {"dense", "lexical", "fused"}
    assert set(told["legs"]["fused"]) == METRICS
    assert not (tmp_path / "data").exists()


def test_the_command_names_a_faulty_line(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    (tmp_path / "q.jsonl").write_text("", encoding="utf-8")
    files = ["--corpus", str(tmp_path / "c.jsonl"), "--queries", str(tmp_path / "q.jsonl")]
    result = CliRunner().invoke(app, ["retrieval", *files])
    assert result.exit_code == 1
    assert "c.jsonl:1: text: Field required" in result.stderr
