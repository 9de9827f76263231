"""The prepared default model understands Swedish well enough to search with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def model(model_folder: Path) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(model_folder), device="cpu", local_files_only=True)


def embed(model: SentenceTransformer, *texts: str, prompt: str = "query") -> NDArray[np.float32]:
    vectors = model.encode(list(texts), prompt_name=prompt, show_progress_bar=False)
    return np.asarray(vectors, np.float32)


def test_vectors_have_384_dimensions_and_unit_length(model: SentenceTransformer) -> None:
    vectors = embed(model, "Var finns det hjälp?", "ö")
    assert vectors.shape == (2, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize(
    ("one", "paraphrase", "unrelated"),
    [
        (
            "Jag behöver någon att prata med om mitt drickande",
            "Jag vill ha samtal eftersom jag dricker för mycket alkohol",
            "När öppnar simhallen på lördag?",
        ),
        (
            "Hur ansöker jag om pengar till hyran?",
            "Vart vänder jag mig för att söka ekonomiskt bistånd?",
            "Min katt har sprungit bort",
        ),
    ],
)
def test_a_paraphrase_is_closer_than_an_unrelated_sentence(
    model: SentenceTransformer, one: str, paraphrase: str, unrelated: str
) -> None:
    first, near, far = embed(model, one, paraphrase, unrelated)
    assert first @ near > first @ far + 0.03


def test_a_question_in_another_language_finds_the_swedish_passage(
    model: SentenceTransformer,
) -> None:
    question = embed(model, "Where can I get help with a drug problem?")[0]
    passages = embed(
        model,
        "Mottagningen ger råd och stöd till den som vill sluta med narkotika.",
        "Biblioteket lånar ut böcker, filmer och musik.",
        "Här lämnar du in din ansökan om bygglov.",
        prompt="document",
    )
    assert int(np.argmax(passages @ question)) == 0


def test_texts_that_nfkc_makes_equal_get_equal_vectors(model: SentenceTransformer) -> None:
    composed, *variants = embed(
        model,
        "få hjälp på fil 5",
        "fa\u030a hja\u0308lp pa\u030a fil 5",
        "f\u00e5 hj\u00e4lp p\u00e5 \ufb01l \uff15",
        "  få\u00a0hjälp på\tfil 5 \n",
    )
    for variant in variants:
        assert np.allclose(composed, variant, atol=1e-5)


def test_the_same_text_gets_the_same_vector_alone_and_in_a_batch(
    model: SentenceTransformer,
) -> None:
    text = "Stöd till anhöriga"
    alone, again = embed(model, text), embed(model, text)
    batch = embed(model, "En mycket längre text som " * 20, text, "kort")
    assert np.array_equal(alone, again)
    assert np.allclose(alone[0], batch[1], atol=1e-5)


def test_a_text_longer_than_512_tokens_is_cut_and_not_refused(model: SentenceTransformer) -> None:
    assert np.isfinite(embed(model, "stöd och insatser " * 2000)).all()
