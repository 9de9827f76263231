"""Long texts cut at paragraphs, lines and sentences."""

SIZE = 1200
OVERLAP = 150


class ParagraphSplitter:
    """Parts of at most 1,200 characters, about 300 tokens of the default model, overlapping by
    150, so that a sentence at a border stands whole in one of them."""

    def __call__(self, text: str) -> list[str]:
        """The parts in order; a short text is one part."""
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(
            chunk_size=SIZE,
            chunk_overlap=OVERLAP,
            separators=["\n\n", "\n", ". ", " ", ""],
            keep_separator="end",
        )
        return splitter.split_text(text) or [text]
