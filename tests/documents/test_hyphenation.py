"""Words that a line end parted."""

import pytest

from ingest.documents.hyphenation import Joiner


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["en upp-", "följning av målen"], "en uppföljning av målen"),
        (["en icke-", "behovsprövad insats"], "en icke-behovsprövad insats"),
        (["för barn-", "och ungdomar"], "för barn- och ungdomar"),
        (["för reklam- ", "eller rekrytering"], "för reklam- eller rekrytering"),
        (["allt IT-", "stöd i staden"], "allt IT-stöd i staden"),
        (["på ett HVB-", "hem i staden"], "på ett HVB-hem i staden"),
        (["för alla e-", "tjänster"], "för alla e-tjänster"),
        (["barn på 10-", "12 år"], "barn på 10-12 år"),
        (["kuratorn Anna-", "Karin ringer"], "kuratorn Anna-Karin ringer"),
        (["i årskurs 4-", "eleverna"], "i årskurs 4-eleverna"),
        (["stödet ges –", "utan avgift"], "stödet ges – utan avgift"),
        (["Pers o-", "nalen växlar"], "Personalen växlar"),
        (["bostaden på en ö-", "grupp"], "bostaden på en ögrupp"),
        (["samma  rad", "", "  igen "], "samma rad igen"),
    ],
)
def test_a_line_end_leaves_words_whole(lines: list[str], text: str) -> None:
    assert Joiner(lines).join(lines) == text


def test_the_documents_own_spelling_settles_a_doubtful_hyphen() -> None:
    lines = ["Ett nöjd-kund-index och nöjd-kund mäts.", "Vi mäter nöjd-", "kund igen."]
    assert Joiner(lines).join(lines[1:]) == "Vi mäter nöjd-kund igen."


def test_an_abbreviation_that_is_the_start_of_a_known_word_is_joined() -> None:
    lines = ["Här är omsorgen god", "OM-", "sorgen är god"]
    assert Joiner(lines).join(lines[1:]) == "OMsorgen är god"


def test_nothing_is_the_running_text_of_no_lines() -> None:
    assert Joiner([]).join([]) == ""
