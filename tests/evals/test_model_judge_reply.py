"""A judge's reply is read strictly, and a quote stands word for word or not at all."""

import pytest

from evals.model_judge.reply import Unreadable, parsed

MATERIAL = "Ekstödet ger råd till vuxna som har skulder. Råden är till för den som bor i staden."
GOOD = """1: holds «råd till vuxna som har skulder»

2: beside the point «den som bor i staden»
LABEL: partly
"""


def test_verdicts_and_label_are_read() -> None:
    reply = parsed(GOOD, 2, MATERIAL)
    assert reply.label == "partly"
    assert [(one.sentence, one.verdict, one.stands) for one in reply.claims] == [
        (1, "holds", True),
        (2, "beside the point", True),
    ]


def test_claims_stand_in_the_order_of_the_sentences() -> None:
    lines = GOOD.strip().splitlines()
    reply = parsed("\n".join([lines[2], lines[0], lines[3]]), 2, MATERIAL)
    assert [one.sentence for one in reply.claims] == [1, 2]


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("råd till vuxna", True),
        ("råd   till\tvuxna", True),
        ("råd till barn", False),
        ("Råd till vuxna", False),
        ("råd … skulder", False),
        ("åd till vuxna", False),
        ("råd till vux", False),
        ("Ekstödet", False),
        ("", False),
    ],
)
def test_a_quote_stands_word_for_word_white_space_apart(quote: str, stands: bool) -> None:
    (claim,) = parsed(f"1: holds «{quote}»\nLABEL: right", 1, MATERIAL).claims
    assert claim.stands is stands


@pytest.mark.parametrize("marks", ["«»", '""', "“”"])
def test_other_marks_of_quotation_are_read(marks: str) -> None:
    reply = parsed(f"1: holds {marks[0]}råd till vuxna{marks[1]}\nlabel: Right", 1, MATERIAL)
    assert (reply.label, reply.claims[0].stands) == ("right", True)


def test_a_code_block_around_the_lines_does_no_harm() -> None:
    assert parsed(f"```text\n{GOOD}```", 2, MATERIAL).label == "partly"


def test_a_sentence_may_be_left_out() -> None:
    assert parsed("LABEL: wrong", 2, MATERIAL).claims == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing"),
        ("The answer is right.", "last line is no label"),
        ("LABEL: good", "last line is no label"),
        ("LABEL: right or partly", "last line is no label"),
        ("LABEL: right\nLABEL: right", "neither form"),
        ("LABEL: right\n1: holds «råd till vuxna»", "last line is no label"),
        ("Here you are:\nLABEL: right", "neither form"),
        ("1: true «råd till vuxna»\nLABEL: right", "neither form"),
        ("1: holds\nLABEL: right", "neither form"),
        ("3: holds «råd till vuxna»\nLABEL: right", "no sentence 3"),
        ("0: holds «råd till vuxna»\nLABEL: right", "no sentence 0"),
        ("1: holds «råd till»\n1: does not hold «råd till»\nLABEL: right", "judged twice"),
    ],
)
def test_what_is_in_no_form_is_unreadable_and_never_guessed(text: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        parsed(text, 2, MATERIAL)
