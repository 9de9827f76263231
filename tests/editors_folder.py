"""What an editor has at hand: a copy of the knowledge, and the minutes of a meeting."""

import os
import shutil
from pathlib import Path

from fpdf import FPDF

from guide.settings import PROJECT


def copied_knowledge(folder: Path) -> Path:
    """The project's knowledge, with the city's documents where they are at hand."""
    ignored = shutil.ignore_patterns("documents")
    shutil.copytree(PROJECT / "knowledge", folder, ignore=ignored)
    documents = os.environ.get("GUIDE_DOCUMENTS")
    if documents:
        shutil.copytree(documents, folder / "documents")
    return folder


def write_minutes(path: Path) -> Path:
    """A PDF of one decision."""
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", size=12)
    page.multi_cell(0, 8, "Nämnden beslutar att öppna en frukost på söndagar för ensamma vuxna.")
    page.output(str(path))
    return path
