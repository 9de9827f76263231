"""Plain text: what its lines show."""

import time

from ingest.documents.block import Block
from ingest.documents.plain import plain_document

FULL = "Den här raden är lika lång som de andra raderna i texten och bryts därför vid kanten av"


def blocks(text: str) -> list[Block]:
    return list(plain_document(text).blocks)


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def test_a_paragraph_names_the_lines_that_it_stands_on() -> None:
    found = blocks(f"\n{FULL}\nsidan. Punkt.\n\nEn annan mening står här.\n")
    assert [block.lines for block in found] == [(2, 3), (5, 5)]
    assert found[0].text == f"{FULL} sidan. Punkt."


def test_a_heading_is_found_with_and_without_a_blank_line_below_it() -> None:
    text = f"Vårt uppdrag\n\n{FULL}\nsidan.\n\nVåra mål\nVi vill nå alla barn i staden.\n"
    assert [block.headings for block in blocks(text)] == [("Vårt uppdrag",), ("Våra mål",)]


def test_numbered_headings_stand_below_the_one_that_is_not() -> None:
    text = "Områden\n\nTre gäller.\n\n1.  Tillgänglighet\nVi är nära.\n\n2.  Ekonomi\nVi sparar.\n"
    assert [block.headings for block in blocks(text)] == [
        ("Områden",), ("Områden", "1. Tillgänglighet"), ("Områden", "2. Ekonomi"),
    ]  # fmt: skip


def test_a_heading_that_the_document_repeats_stands_below_the_last_that_it_does_not() -> None:
    text = "".join(f"Mål {n}\n\nFler barn.\n\nMotivering\n\nDärför.\n\n" for n in "AB")
    paths = [block.headings for block in blocks(text)]
    assert paths == [
        ("Mål A",), ("Mål A", "Motivering"), ("Mål B",), ("Mål B", "Motivering"),
    ]  # fmt: skip


def test_a_signature_and_a_sentence_without_a_stop_are_no_headings() -> None:
    text = "Inledning\n\nVi hälsar.\n\nKim Svensson, direktör\n\nDet är att målet nås\n\nSlut.\n"
    assert {block.headings for block in blocks(text)} == {("Inledning",)}
    assert "Kim Svensson, direktör" in texts(text)


def test_a_paragraph_parted_by_a_page_is_one_again() -> None:
    text = f"{FULL} fram-\n tida behov. Slut.\n\n{FULL} och\n\nrekryteringen går bra.\n"
    assert [t.removeprefix(FULL).strip() for t in texts(text)] == [
        "framtida behov. Slut.", "och rekryteringen går bra.",
    ]  # fmt: skip


def test_running_titles_page_numbers_and_contents_are_left_out() -> None:
    text = (
        "Planen 2026\n\nInledning\t 3\nMålen ........ 4\nUppdraget\t 5\n\nInnehåll\t s\n\n3\n\n"
        "Planen 2026\n\nHär börjar texten.\n\n4\n\nPlanen 2026\n\nHär slutar den.\n"
    )
    found = plain_document(text)
    assert found.title == "Planen 2026"
    assert [block.text for block in found.blocks] == ["Här börjar texten.", "Här slutar den."]


def test_what_form_feeds_show_to_stand_on_every_page_is_left_out() -> None:
    pages = [f"Kommunens rapport {n}\nText nummer {word} står här.\nSida {n}" for n, word in
             enumerate(("ett", "två", "tre"), 1)]  # fmt: skip
    assert texts("\n\f".join(pages)) == [
        f"Text nummer {word} står här." for word in ("ett", "två", "tre")
    ]


def test_list_items_are_blocks_without_their_marks_and_a_footnote_is_none() -> None:
    text = "Vi ger:\n\n• råd\n• stöd till\nbarn\n \uf0b7 vård\n\n– ute på stan\n\n*Urval av få.\n"
    found = [(block.kind, block.text) for block in blocks(text)]
    assert found == [
        ("paragraph", "Vi ger:"), ("list", "råd"), ("list", "stöd till barn"), ("list", "vård"),
        ("list", "ute på stan"), ("paragraph", "*Urval av få."),
    ]  # fmt: skip


def test_figures_go_to_their_columns_only_where_that_is_certain() -> None:
    text = (
        "Nyckeltal\n\nNyckeltal Utfall 2024 Utfall 2025 \n\n"
        "Andel barn i jour-\nhem \n\n39 % 60 % \n\n"
        "Antal dagar 1 509 28 \n\nAntal utredningar 3 025 967 \n\nAntal brev  12 \n\n"
        "Texten efter tabellen är en vanlig mening.\n"
    )
    table, after = blocks(text)
    assert (table.kind, table.lines) == ("table", (3, 14))
    assert table.text.split("\n") == [
        "Nyckeltal: Andel barn i jourhem; Utfall 2024: 39 %; Utfall 2025: 60 %",
        "Nyckeltal: Antal dagar; Utfall 2024: 1 509; Utfall 2025: 28",
        "Nyckeltal Utfall 2024 Utfall 2025: Antal utredningar 3 025 967",
        "Nyckeltal Utfall 2024 Utfall 2025: Antal brev 12",
    ]
    assert after.text == "Texten efter tabellen är en vanlig mening."


def test_figures_of_a_diagram_and_captions_do_not_become_text() -> None:
    text = "Fler placerades.\n\n0 10 20 30 40\n\n12\n\n Bild 1. Antal per vecka\n\nSlut här.\n"
    assert texts(text) == ["Fler placerades.", "Slut här."]


def test_a_value_between_headings_that_repeat_is_text() -> None:
    part = "Bedömning\n\n{}\n\nAnalys\n\nMer text om målet.\n\n"
    text = "Mål\n\nEtt mål.\n\n" + part.format("Kommer uppnås") + part.format("Kommer inte uppnås")
    assert texts(text)[1::2] == ["Kommer uppnås", "Kommer inte uppnås"]


def test_characters_that_no_reader_sees_are_gone() -> None:
    text = "Sam\u00adtal och \ufb01lm\u200b\u202e är fritt\U000e0041\U000e0042 för alla."
    assert texts(text) == ["Samtal och film är fritt för alla."]


def test_a_soft_hyphen_at_a_line_end_parts_no_word() -> None:
    assert texts("Vi gör en upp\u00ad\nföljning av målen.") == ["Vi gör en uppföljning av målen."]


def test_one_endless_line_is_read_in_reasonable_time() -> None:
    started = time.process_time()
    plain_document("stöd " * 100_000 + " " * 100_000 + "* . ( 1 2 3 " * 20_000)
    assert time.process_time() - started < 10
