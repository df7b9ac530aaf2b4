"""A topic becomes the picture that other sites show beside a link to it: its title, its size, and the thread."""

import io
from collections.abc import Sequence
from functools import cache
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
Z_RLE = 3
"""zlib's run-length strategy: it looks nothing up in hash tables, in which builds of zlib differ from each other."""


def preview(name: str, title: str, meta: str, nodes: int) -> bytes:
    """Return a PNG; words in a script that the font does not hold are left out, never drawn as boxes."""
    ink, accent = Image.new("L", SIZE, 0), Image.new("L", SIZE, 0)
    black, red = ImageDraw.Draw(ink), ImageDraw.Draw(accent)
    red.rectangle((0, 0, SIZE[0], 15), fill=255)
    _mark(red, MARGIN, MARGIN - 6)
    _write(black, (MARGIN + 56, MARGIN - 12), (name,), SMALL)
    lines, size = _fitted(title)
    _write(black, (MARGIN, 178), lines, size)
    _thread(red, nodes)
    _write(black, (MARGIN, 546), (meta,), SMALL)
    return _png(ink, accent)


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


def _write(draw: ImageDraw.ImageDraw, at: tuple[int, int], lines: Sequence[str], size: int) -> None:
    if not all(map(_drawable, "".join(lines))):
        return
    for n, line in enumerate(lines):
        draw.text((at[0], at[1] + round(n * size * LEADING)), line, fill=255, font=_font(size))


def _fitted(text: str) -> tuple[tuple[str, ...], int]:
    """Return a title in the largest type in which it finds room, else cut in the smallest."""
    for size, most in TITLES:
        lines = _lines(text, _font(size))
        if len(lines) <= most:
            return lines, size
    return (*lines[: most - 1], lines[most - 1] + " …"), size


def _lines(text: str, font: ImageFont.FreeTypeFont) -> tuple[str, ...]:
    """Break a text between words where it reaches the edge; a word longer than a line runs over it."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= SIZE[0] - 2 * MARGIN or not lines[-1]:
            lines[-1] = longer
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


def _png(ink: Image.Image, accent: Image.Image) -> bytes:
    """Put the two layers on paper and pack them; the pixels are whole numbers, so every machine packs the same."""
    shades = [round(value * SHADES / 255) for value in range(256)]
    picture, red = ink.point(shades), accent.point([shade + SHADES for shade in shades])
    picture.paste(red, mask=accent.point([255 if shade else 0 for shade in shades]))
    picture.putpalette([part for colour in _palette() for part in colour])
    out = io.BytesIO()
    picture.save(out, "PNG", bits=4, compress_type=Z_RLE)
    return out.getvalue()


def _palette() -> list[tuple[int, ...]]:
    def mixed(colour: tuple[int, int, int], shade: int) -> tuple[int, ...]:
        return tuple(round(p + (c - p) * shade / SHADES) for p, c in zip(PAPER, colour, strict=True))

    return [mixed(INK, shade) for shade in range(SHADES + 1)] + [mixed(ACCENT, shade) for shade in range(1, SHADES + 1)]
