"""What a reader of a PDF page sees: text that is painted, large enough, and not white on white."""

from collections.abc import Sequence
from typing import Any

_INVISIBLE_MODES = frozenset({3, 7})
_SMALLEST = 2.5
_NEARLY_WHITE = 0.97


def visible_page(page: Any) -> Any:
    """The page of pdfplumber without text that its reader does not see."""
    _lay_out_visibly(page)
    dark = [rect for rect in page.rects if rect.get("fill") and not _is_white(rect)]
    return page.filter(lambda thing: _is_seen(thing, dark, page))


def _lay_out_visibly(page: Any) -> None:
    """Lays the page out without text of an invisible rendering mode."""
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfplumber.page import PDFPageAggregatorWithMarkedContent

    class VisibleText(PDFPageAggregatorWithMarkedContent):
        def render_string(self, textstate: Any, *rest: Any) -> None:
            if textstate.render not in _INVISIBLE_MODES:
                super().render_string(textstate, *rest)

    manager = page.pdf.rsrcmgr
    device = VisibleText(manager, pageno=page.page_number, laparams=page.pdf.laparams)
    PDFPageInterpreter(manager, device).process_page(page.page_obj)
    page._layout = device.get_result()


def _is_seen(thing: dict[str, Any], dark: Sequence[dict[str, Any]], page: Any) -> bool:
    if thing["object_type"] != "char":
        return True
    x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    left, top, right, bottom = page.bbox
    if thing["size"] < _SMALLEST or not (left <= x <= right and top <= y <= bottom):
        return False
    return not _is_white(thing) or any(_covers(rect, x, y) for rect in dark)


def _covers(rect: dict[str, Any], x: float, y: float) -> bool:
    inside: bool = rect["x0"] <= x <= rect["x1"] and rect["top"] <= y <= rect["bottom"]
    return inside


def _is_white(thing: dict[str, Any]) -> bool:
    colour = thing.get("non_stroking_color")
    if colour is None:
        return False
    parts = list(colour) if isinstance(colour, list | tuple) else [colour]
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return False
    if len(parts) == 4:
        return all(part <= 1 - _NEARLY_WHITE for part in parts)
    return all(part >= _NEARLY_WHITE for part in parts)
