"""Articles made for tests of analyse and group, with as little in them as a stage needs."""

import hashlib
from types import MappingProxyType

from telaah.model import Article, Evidence, OutletRead, Paragraph, Published, Source, Stated


def article(
    name, title, *paragraphs, language="id", published=None, outlet=None, topics=(), mid_story=False, kinds=None
):
    kinds = kinds or ("body",) * len(paragraphs)
    stated = Stated(title=title, language=language, published=published, topics=tuple(topics))
    evidence = Evidence("desk", None, None)
    return Article(
        source=Source(
            f"articles/{name}.md", name, "0" * 64, "markdown", "", 1, stated, MappingProxyType({"topics": 4})
        ),
        title=title,
        language=language,
        outlet=OutletRead(outlet, None, evidence if outlet else None),
        bylines=(),
        published=Published(published, evidence if published else None),
        place=None,
        upstream=(),
        captions=(),
        pages=None,
        starts_mid_story=mid_story,
        paragraphs=tuple(
            Paragraph("p-" + hashlib.sha256(text.encode()).hexdigest()[:8], kind, None, text)
            for kind, text in zip(kinds, paragraphs, strict=True)
        ),
        removed=(),
        lines=(),
        problems=(),
    )


FLOOD = (
    "Banjir besar melanda Kota Semarang pada Senin malam. Ratusan rumah terendam air setinggi satu meter.",
    "Wali Kota Semarang Agustina Wilujeng mengatakan pompa air di Kali Semarang rusak. Wilujeng meminta maaf.",
    "Menurut Wilujeng, perbaikan pompa air memakan waktu tiga hari. Warga Semarang mengungsi ke balai kota.",
)
FLOOD_AGAIN = (
    "Ratusan rumah di Semarang masih terendam banjir pada Selasa. Pompa air di Kali Semarang belum diperbaiki.",
    "Agustina Wilujeng berjanji pompa air menyala lagi dalam tiga hari. Pengungsi bertahan di balai kota.",
)
VOLCANO = (
    "Gunung Merapi meluncurkan awan panas sejauh dua kilometer. Abu vulkanik turun di Magelang dan Boyolali.",
    "Balai penyelidikan kegunungapian menaikkan status Merapi. Pendaki dilarang mendekati kawah.",
)
