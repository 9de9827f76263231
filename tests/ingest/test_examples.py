"""What an entry teaches."""

from ingest.examples import examples
from tests.small_catalogue import content, service


def test_an_entry_teaches_by_phrases_further_examples_summaries_and_whom_it_is_for() -> None:
    entry = service(
        "karpen",
        phrases={"sv": ["vill jobba"], "so": ["shaqo"]},
        summary={"sv": "Karpen ger arbete.", "easy": "Karpen ger arbete.", "en": "Karpen: work."},
        who_it_is_for="Vuxna.",
    )
    more = {"karpen": {"sv": ["hittar inget jobb"], "uk": ["шукаю роботу"]}}
    assert [found.text for found in examples(content(entry, examples=more))] == [
        "vill jobba", "shaqo", "hittar inget jobb", "шукаю роботу",
        "Karpen ger arbete.", "Karpen: work.", "Vuxna.",
    ]  # fmt: skip
