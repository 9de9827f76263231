"""Women and men change places in a telling, and nothing else changes."""

import pytest

from guide.model.terms import Language
from guide.rules.counterparts import counterpart


@pytest.mark.parametrize(
    ("text", "language", "other"),
    [
        ("Min man slår mig och han hotar", Language.SV, "Min fru slår mig och hon hotar"),
        ("min son skolkar, hon vet", Language.SV, "min dotter skolkar, han vet"),
        ("My husband left and he drinks", Language.EN, "My wife left and she drinks"),
        ("our son is 12", Language.EN, "our daughter is 12"),
    ],
)
def test_the_words_of_each_pair_change_places(text: str, language: Language, other: str) -> None:
    assert counterpart(text, language) == other
    assert counterpart(other, language) == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("man kan söka själv", Language.SV),
        ("min fru är gravid", Language.SV),
        ("he took her phone", Language.EN),
        ("زوجي يضربني", Language.AR),
    ],
)
def test_what_does_not_allow_it_has_no_counterpart(text: str, language: Language) -> None:
    assert counterpart(text, language) is None
