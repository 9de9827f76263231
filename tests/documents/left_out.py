"""What must not be found anywhere in a document as it was read."""

from ingest.documents.block import Document


def found_in(document: Document, *texts: str) -> list[str]:
    """Those of the texts that stand in a heading or in the text of a block."""
    whole = " ".join(f"{' '.join(block.headings)} {block.text}" for block in document.blocks)
    return [text for text in texts if text in whole]
