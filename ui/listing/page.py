"""The list as a PDF, in every language of the interface."""

import datetime as dt
from collections.abc import Iterable, Sequence
from importlib.resources import files

from fpdf import FPDF
from fpdf.enums import Align, TextDirection

from ui.listing.entries import Entry, entries, made_line
from ui.model import Card
from ui.wording import Wording

FAMILY = "noto"
ARABIC = "noto-arabic"
FONTS = {
    FAMILY: ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
    ARABIC: ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
}
TITLE, NAME, BODY = 20, 14, 11
LEADING = 1.45
POINT_MM = 25.4 / 72


def as_pdf(cards: Sequence[Card], words: Wording, today: dt.date) -> bytes:
    """An A4 document with the visitor's cards in their order."""
    return pdf_of(words("list.title"), made_line(words, today), entries(cards, words), words)


def pdf_of(title: str, head: str, listed: Iterable[Entry], words: Wording) -> bytes:
    """An A4 document with that title, a line below it, and the entries in their order."""
    page = _ListPage(title, words)
    page.write(title, TITLE)
    page.write(head, BODY)
    for entry in listed:
        page.write_entry(entry)
    return page.finished()


class _ListPage:
    """Writes paragraphs; those in Arabic letters run from right to left."""

    def __init__(self, title: str, words: Wording) -> None:
        self._pdf = FPDF(format="A4")
        self._pdf.set_lang(words.language)
        self._pdf.set_title(title)
        self._pdf.set_margin(20)
        for family, (package, name) in FONTS.items():
            path = files(package) / "files" / name
            self._pdf.add_font(family, fname=str(path))
        self._pdf.set_fallback_fonts([ARABIC])
        self._pdf.add_page()

    def write_entry(self, entry: Entry) -> None:
        self._pdf.ln(4)
        self.write(entry.name, NAME)
        for text in (entry.summary, *entry.lines):
            self.write(text, BODY)

    def write(self, text: str, size: int) -> None:
        """One paragraph of that size in points."""
        arabic = any("\u0600" <= sign <= "\u06ff" for sign in text)
        self._pdf.set_font(FAMILY, size=size)
        direction = TextDirection.RTL if arabic else TextDirection.LTR
        self._pdf.set_text_shaping(use_shaping_engine=True, direction=direction)
        height = size * POINT_MM * LEADING
        align = Align.R if arabic else Align.L
        self._pdf.multi_cell(0, height, text, align=align, new_x="LMARGIN", new_y="NEXT")

    def finished(self) -> bytes:
        return bytes(self._pdf.output())
