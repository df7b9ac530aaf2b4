import io
import re

import pytest
from PIL import Image, ImageDraw
from render_builder import article, briefing, placed, settings

from telaah.render import preview as drawing
from telaah.render import render
from telaah.render.preview import SIZE, preview

SHORT, LONG = "Panen padi", "Panen padi di lereng utara naik tiga tahun berturut-turut " * 5
MOST_BYTES = 30_000


@pytest.fixture
def site(tmp_path):
    def build(*members, **keys):
        return {page.path: page.content for page in render(briefing(*members), settings(tmp_path, **keys))}

    return build


def tags(page, key):
    return re.findall(rf'<meta name="{key}" content="([^"]*)">', page.decode())


def pixels(picture):
    return Image.open(io.BytesIO(picture)).convert("RGB")


def test_a_page_says_how_other_sites_should_show_it(site):
    pages = site(placed(article()), base_url="https://contoh.test/a", languages=["id", "en"])
    page = pages["en/articles/panen.html"].decode()
    for line in (
        '<meta property="og:title" content="Panen padi di lereng utara naik tiga tahun berturut-turut – Telaah">',
        '<meta property="og:type" content="article">',
        '<meta property="og:locale" content="en_US">',
        '<meta property="og:url" content="https://contoh.test/a/en/articles/panen.html">',
        '<meta property="og:image" content="https://contoh.test/a/en/topics/padi.png">',
    ):
        assert line in page, line
    assert '<meta property="og:locale" content="id_ID">' in pages["index.html"].decode()
    assert pages["topics/padi.png"] != pages["en/topics/padi.png"], "each in its own language"


def test_without_an_address_there_is_no_picture(site):
    pages = site(placed(article()))
    assert not [path for path in pages if path.endswith(".png")]
    assert b"og:image" not in pages["articles/panen.html"]
    assert b"og:title" in pages["articles/panen.html"]


def test_reference_managers_read_the_original_of_an_article_and_our_own_digest(site):
    page = site(placed(article(stated={"url": "https://contoh.test/asli"})))["articles/panen.html"]
    assert tags(page, "citation_title") == ["Panen padi di lereng utara naik tiga tahun berturut-turut"]
    assert tags(page, "citation_author") == ["Sari Melati"]
    assert tags(page, "citation_publication_date") == ["2022/09/06"]
    assert tags(page, "citation_publisher") == ["Harian Lereng"]
    assert tags(page, "citation_public_url") == ["https://contoh.test/asli"]
    digest = site(placed(article(stated={"kind": "digest", "url": "https://contoh.test/asli"})))["articles/panen.html"]
    assert tags(digest, "citation_title") == [
        "Intisari dari: Panen padi di lereng utara naik tiga tahun berturut-turut"
    ]
    assert tags(digest, "citation_author") == ["Telaah"]
    assert tags(digest, "citation_publication_date") == []
    assert tags(digest, "citation_public_url") == []


@pytest.mark.parametrize("title", [SHORT, LONG, "kata" * 60, ""])
def test_a_picture_has_its_size_in_pixels_and_few_bytes(title):
    picture = preview("Telaah", title, "3 artikel, 3 outlet", 3)
    assert pixels(picture).size == SIZE
    assert len(picture) < MOST_BYTES


def test_a_long_title_leaves_the_thread_free():
    with_title, without = (pixels(preview("Telaah", title, "3 artikel", 3)) for title in (LONG, ""))
    band = (0, 490, *SIZE)
    assert with_title.crop(band).tobytes() == without.crop(band).tobytes()
    assert with_title.tobytes() != without.tobytes()


def test_a_title_in_a_script_without_a_face_is_left_out():
    nothing = preview("Telaah", "", "3 artikel", 3)
    assert preview("Telaah", "قمة", "3 artikel", 3) == nothing
    assert preview("Telaah", "Putin–Kim é", "3 artikel", 3) != nothing, "dashes and accents are drawn"


def drawn_whole(name, title, meta, nodes):
    """Draw a picture on two sheets as large as itself, one for ink and one for the accent, and lay them together."""
    ink, accent = Image.new("L", SIZE, 0), Image.new("L", SIZE, 0)
    black, red = ImageDraw.Draw(ink), ImageDraw.Draw(accent)
    red.rectangle((0, 0, SIZE[0], 15), fill=255)
    drawing._mark(red, drawing.MARGIN, drawing.MARGIN - 6)
    drawing._thread(red, nodes)
    lines, size = drawing._fitted(title)
    places = ((drawing.MARGIN + 56, drawing.MARGIN - 12), (drawing.MARGIN, 178), (drawing.MARGIN, 546))
    for (x, y), words, height in zip(
        places, ((name,), lines, (meta,)), (drawing.SMALL, size, drawing.SMALL), strict=True
    ):
        for n, line in enumerate(words):
            black.text((x, y + round(n * height * drawing.LEADING)), line, fill=255, font=drawing._font(height))
    shades = [round(value * drawing.SHADES / 255) for value in range(256)]
    picture = ink.point(shades)
    picture.paste(accent.point([shade + drawing.SHADES for shade in shades]), mask=accent)
    picture.putpalette([part for colour in drawing._palette() for part in colour])
    out = io.BytesIO()
    picture.save(out, "PNG", bits=4, compress_type=drawing.Z_RLE)
    return out.getvalue()


@pytest.mark.parametrize("nodes", [0, 1, 3, 40])
@pytest.mark.parametrize("title", [SHORT, LONG, "Ågjpqy " * 30, "kata" * 60, ""])
def test_a_picture_of_kept_parts_has_the_bytes_of_one_drawn_whole(title, nodes):
    assert preview("Telaah", title, "3 artikel, 3 outlet", nodes) == drawn_whole(
        "Telaah", title, "3 artikel, 3 outlet", nodes
    )
    other = preview("Meja gjpq", title, "1 artikel", nodes)
    assert other == drawn_whole("Meja gjpq", title, "1 artikel", nodes)
    assert preview("Telaah", title, "3 artikel, 3 outlet", nodes) != other
