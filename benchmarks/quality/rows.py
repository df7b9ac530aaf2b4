"""A row of the benchmark becomes an article, as a careful reader of its text would have it."""

import gzip
import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from telaah.model import Article, OutletRead, Paragraph, Published, Source, Stated

Row = dict[str, Any]


def rows(path: Path, limit: int | None) -> list[Row]:
    """Return the rows of a gzipped file of JSON lines, each with its language."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [{"language": path.name[:2], **json.loads(line)} for line in lines][:limit]


def blocks(row: Row) -> Sequence[str]:
    """Return the paragraphs of a row."""
    parts = [" ".join(part) for part in row["paragraphs"]] if "paragraphs" in row else re.split(r"\n\s*\n", row["text"])
    return [text for text in (" ".join(part.split()) for part in parts) if text]


def title(row: Row) -> str:
    """Return the headline, or as score.py does the first words of a text without one."""
    return row.get("title") or (" ".join(blocks(row)[0].split()[:8]) if "names" not in row else "naskah uji")


def page(row: Row) -> Article:
    """Return the article of a row: its headline and paragraphs, nothing else known."""
    texts = dict.fromkeys(blocks(row))
    return Article(
        source=Source("page.md", "page", "0" * 64, "markdown", "", 1, Stated(), {}),
        title=title(row),
        language=row["language"],
        outlet=OutletRead(None, None, None),
        bylines=(),
        published=Published(None, None),
        place=None,
        upstream=(),
        captions=(),
        pages=None,
        starts_mid_story=False,
        paragraphs=tuple(
            Paragraph(f"p-{hashlib.sha256(text.encode()).hexdigest()[:8]}", "body", None, text) for text in texts
        ),
        removed=(),
        lines=(),
        problems=(),
    )
