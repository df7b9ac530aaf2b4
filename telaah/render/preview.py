"""A topic becomes the picture that other sites show beside a link to it: its title, its size, and the thread."""

import io
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
"""Pixels: what the large cards of social networks are cut to (1.91 : 1)."""
MARGIN = 80
SMALL = 40
TITLES = ((84, 3), (64, 4), (48, 5))
"""Sizes of type for a title in pixels, each with the most lines that stand between the site's name and the thread.

At 84 px a title of 40 characters fills two lines, and a card shown 300 px wide can still be read.
"""
LEADING = 1.12
DOTS = 24
"""Most nodes on the thread."""
PAPER, INK, ACCENT = (0xFC, 0xFC, 0xFA), (0x14, 0x18, 0x1B), (0x8A, 0x1C, 0x2B)
"""The colours of the stylesheet's light side."""
SHADES = 7
"""Steps from paper to ink, and from paper to accent: 15 colours, so that a pixel takes half a byte."""
TITLE_TOP, META_TOP = 178, 546
SHAPES = 64
"""Frames and lines of type that are kept, 0.8 MB at most each: a site has one name, few sizes, few threads."""
Z_RLE = 3
"""zlib's run-length strategy: it looks nothing up in hash tables, in which builds of zlib differ from each other."""


def preview(name: str, title: str, meta: str, nodes: int) -> bytes:
    """Return a PNG; words in a script that the font does not hold are left out, never drawn as boxes.

    What pictures share is drawn once; the title, in one language often that in the other, is kept until the next.
    """
    picture = _frame(name, min(nodes, DOTS)).copy()
    for strip, top in ((_strip(*_fitted(title)), TITLE_TOP), (_strip((meta,), SMALL), META_TOP)):
        picture.paste(strip, (0, top))
    out = io.BytesIO()
    picture.save(out, "PNG", bits=4, compress_type=Z_RLE)
    return out.getvalue()


@lru_cache(SHAPES)
def _frame(name: str, dots: int) -> Image.Image:
    """Return the picture of a site without words of a topic, with so many dots on its thread."""
    red = Image.new("L", SIZE, 0)
    draw = ImageDraw.Draw(red)
    draw.rectangle((0, 0, SIZE[0], 15), fill=255)
    _mark(draw, MARGIN, MARGIN - 6)
    _thread(draw, dots)
    picture = Image.new("P", SIZE, 0)
    picture.putpalette([part for colour in _palette() for part in colour])
    picture.paste(2 * SHADES, mask=red)
    words = _inked(_drawn((MARGIN + 56, MARGIN - 12), (name,), SMALL, SIZE))
    picture.paste(words, mask=words.point([255 if shade else 0 for shade in range(256)]))
    return picture


@lru_cache(SHAPES)
def _strip(lines: tuple[str, ...], size: int) -> Image.Image:
    """Return lines of type on paper, as wide as the picture and as high as they need."""
    return _inked(_drawn((MARGIN, 0), lines, size, (SIZE[0], round(len(lines) * size * LEADING) + size // 2)))


def _mark(draw: ImageDraw.ImageDraw, x: int, y: int) -> None:
    """Draw the mark of the masthead: two origins and a relay on one thread."""
    draw.line((x + 8, y, x + 8, y + 44), fill=255, width=6)
    draw.line((x + 8, y + 22, x + 30, y + 22), fill=255, width=6)
    for top in (y - 8, y + 36):
        draw.ellipse((x, top, x + 16, top + 16), fill=255)
    draw.ellipse((x + 24, y + 13, x + 42, y + 31), fill=0, outline=255, width=6)


def _thread(draw: ImageDraw.ImageDraw, nodes: int) -> None:
    y, step, count = 514, 44, min(nodes, DOTS)
    if count > 1:
        draw.line((MARGIN + 11, y, MARGIN + 11 + step * (count - 1), y), fill=255, width=5)
    for n in range(count):
        x = MARGIN + n * step
        draw.ellipse((x, y - 11, x + 22, y + 11), fill=255)


def _drawn(at: tuple[int, int], lines: Sequence[str], size: int, room: tuple[int, int]) -> Image.Image:
    """Return lines of type in shades of grey, white on black."""
    ink = Image.new("L", room, 0)
    if all(map(_drawable, "".join(lines))):
        draw = ImageDraw.Draw(ink)
        for n, line in enumerate(lines):
            draw.text((at[0], at[1] + round(n * size * LEADING)), line, fill=255, font=_font(size))
    return ink


def _inked(ink: Image.Image) -> Image.Image:
    """Return what was drawn as steps from paper to ink; they are whole numbers, so every machine packs the same."""
    return ink.point([round(value * SHADES / 255) for value in range(256)])


@lru_cache(SHAPES)
def _fitted(text: str) -> tuple[tuple[str, ...], int]:
    """Return a title in the largest type in which it finds room, else cut in the smallest."""
    for size, most in TITLES:
        lines = _lines(text, _font(size), most)
        if len(lines) <= most:
            return lines, size
    return (*lines[: most - 1], lines[most - 1] + " …"), size


def _lines(text: str, font: ImageFont.FreeTypeFont, most: int) -> tuple[str, ...]:
    """Break a text between words where it reaches the edge; a word longer than a line runs over it.

    Where they are more than `most` lines, the first of those too many is the last that is looked at.
    """
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= SIZE[0] - 2 * MARGIN or not lines[-1]:
            lines[-1] = longer
        elif len(lines) > most:
            break
        else:
            lines.append(word)
    return tuple(lines)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """Return the packaged face; the basic layout engine, because the other one depends on the system's libraries."""
    data = files("font_source_serif_pro").joinpath("files/SourceSerifPro-Semibold.otf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _drawable(character: str) -> bool:
    """Say whether the face holds a character, that is, draws it otherwise than one that no face holds."""
    font = _font(SMALL)
    return character == " " or bytes(font.getmask(character)) != bytes(font.getmask("\uffff"))


def _palette() -> list[tuple[int, ...]]:
    def mixed(colour: tuple[int, int, int], shade: int) -> tuple[int, ...]:
        return tuple(round(p + (c - p) * shade / SHADES) for p, c in zip(PAPER, colour, strict=True))

    return [mixed(INK, shade) for shade in range(SHADES + 1)] + [mixed(ACCENT, shade) for shade in range(1, SHADES + 1)]
