"""Documents that hold attempts, in plain sight or hidden from their reader, in every format."""

import html
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

CARRIER = "Familjerådgivningen tar emot par och familjer som vill prata om sin relation."
"""What the document is about, for all to see."""
_LINES_OF_A_PAGE = 80
_OPEN = "http://schemas.openxmlformats.org"
_WORD_TYPES = (
    f'<Types xmlns="{_OPEN}/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_WORD_RELATIONS = (
    f'<Relationships xmlns="{_OPEN}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{_OPEN}/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_WORD_BODY = (
    f'<w:document xmlns:w="{_OPEN}/wordprocessingml/2006/main"><w:body>'
    "{runs}</w:body></w:document>"
)
_RUN_OF_WORD = "<w:p><w:r><w:rPr>{how}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def _hidden_page(style: str) -> Callable[[Sequence[str]], str]:
    def page(texts: Sequence[str]) -> str:
        hidden = "".join(f'<p style="{style}">{html.escape(text)}</p>' for text in texts)
        return f"<html><body><h1>Råd</h1><p>{CARRIER}</p>{hidden}</body></html>"

    return page


def _commented(texts: Sequence[str]) -> str:
    plain = (text.replace("--", "—") for text in texts)
    return f"# Råd\n\n{CARRIER}\n\n" + "\n\n".join(f"<!-- {text} -->" for text in plain)


def _plain(texts: Sequence[str]) -> str:
    return "\n\n".join([f"{CARRIER}", *texts])


def _markdown(texts: Sequence[str]) -> str:
    told = "\n\n".join(f"## Avsnitt {number}\n\n{text}" for number, text in enumerate(texts, 1))
    return f"# Råd\n\n{CARRIER}\n\n{told}\n"


def _page(texts: Sequence[str]) -> str:
    told = "".join(f"<h2>Del {number}</h2><p>{text}</p>" for number, text in enumerate(texts, 1))
    return f"<html><body><h1>Råd</h1><p>{CARRIER}</p>{told}</body></html>"


def _word(how: str) -> Callable[[Sequence[str]], bytes]:
    """`how` are the properties of a run that hide it: vanish, a colour, a size."""

    def written(texts: Sequence[str]) -> bytes:
        runs = [_RUN_OF_WORD.format(how="", text=CARRIER)]
        runs += [_RUN_OF_WORD.format(how=how, text=html.escape(_printable(t))) for t in texts]
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as package:
            package.writestr("[Content_Types].xml", _WORD_TYPES)
            package.writestr("_rels/.rels", _WORD_RELATIONS)
            package.writestr("word/document.xml", _WORD_BODY.format(runs="".join(runs)))
        return file.getvalue()

    return written


def _pdf(how: str) -> Callable[[Sequence[str]], bytes]:
    """`how` are the operators that hide a text: a colour, a rendering mode, a size."""

    def written(texts: Sequence[str]) -> bytes:
        pages = []
        for start in range(0, len(texts), _LINES_OF_A_PAGE):
            shown = "" if start else _escaped(CARRIER)
            lines = [f"/F 6 Tf 50 800 Td ({shown}) Tj {how}"]
            told = texts[start : start + _LINES_OF_A_PAGE]
            lines += [f"0 -9 Td ({_escaped(text)}) Tj" for text in told]
            pages.append("BT " + "\n".join(lines) + " ET")
        return _pdf_file(list(_pdf_objects(pages)))

    return written


def _pdf_objects(pages: Sequence[str]) -> Iterator[bytes]:
    """Catalogue, pages, font; then each page and its content."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    yield b"<</Type/Catalog/Pages 2 0 R>>"
    yield b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages))
    yield b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    for number, content in enumerate(pages):
        stream = content.encode("cp1252", "replace")
        yield (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1200 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>>>" % (5 + 2 * number)
        )
        yield b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)


def _pdf_file(objects: Sequence[bytes]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        b"%sxref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\n"
        b"startxref\n%d\n%%%%EOF" % (made, size, table, size, len(made))
    )


def _escaped(text: str) -> str:
    marked = _printable(text).replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return marked.replace("\n", " ")


def _printable(text: str) -> str:
    """The text without characters that the formats cannot hold."""
    return "".join(c if c.isprintable() else " " for c in text)


SEEN: Mapping[str, Callable[[Sequence[str]], str]] = MappingProxyType(
    {"plain.txt": _plain, "markdown.md": _markdown, "page.html": _page}
)
"""The attempts as text that any reader sees."""
HIDDEN: Mapping[str, Callable[[Sequence[str]], str | bytes]] = MappingProxyType(
    {
        "display.html": _hidden_page("display:none"),
        "visibility.html": _hidden_page("visibility:hidden"),
        "transparent.html": _hidden_page("opacity:0"),
        "outside.html": _hidden_page("position:absolute;left:-9999px"),
        "tiny.html": _hidden_page("font-size:0"),
        "white.html": _hidden_page("color:#ffffff"),
        "comment.md": _commented,
        "vanish.docx": _word("<w:vanish/>"),
        "white.docx": _word('<w:color w:val="FFFFFF"/>'),
        "tiny.docx": _word('<w:sz w:val="2"/>'),
        "white.pdf": _pdf("1 1 1 rg"),
        "invisible.pdf": _pdf("3 Tr"),
        "tiny.pdf": _pdf("/F 1 Tf"),
    }
)
"""The attempts as text that no reader sees, beside a sentence that all see."""


def write(folder: Path, name: str, texts: Sequence[str]) -> Path:
    """The document of that name, written into the folder."""
    made = {**SEEN, **HIDDEN}[name](texts)
    path = folder / name
    path.write_bytes(made if isinstance(made, bytes) else made.encode())
    return path
