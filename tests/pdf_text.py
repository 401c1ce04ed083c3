"""The words of a PDF, as whoever reads it gets them."""

from __future__ import annotations

import pypdfium2


def text_of(pdf):
    """Return the text of all pages of *pdf*."""
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        text = page.get_textpage()
        texts.append(text.get_text_range().replace("\r\n", "\n"))
        text.close()
        page.close()
    document.close()
    return "\n".join(texts)
