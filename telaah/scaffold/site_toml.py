"""The table of keys becomes the annotated site.toml of a new briefing, and the page of reference about that file."""

import textwrap
from collections.abc import Iterator

from telaah.site_keys import KEYS, SiteKey

WIDTH = 100
"""Longest line of a comment, in characters."""
ACTIVE = ("schema", "name", "languages", "default_rights")
"""Keys that a new briefing sets; the others stand there as comments."""
HEAD = """\
# The settings of this briefing. Every key there is stands below with its meaning; a line that begins with
# '#' and holds a key is not in force: take the '#' away to set it. An unknown key stops the build.
"""
TYPES = {str: "text", list: "list of texts", int: "number"}


def annotated() -> str:
    """Return site.toml with every key, its meaning and its default."""
    return "\n".join([HEAD, *map(_annotated, KEYS)])


def reference() -> str:
    """Return docs/reference/site-toml.md."""
    return "\n".join(_reference())


def _annotated(key: SiteKey) -> str:
    comment = f"{key.meaning} Left out: {key.default}."
    lines = textwrap.wrap(comment, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
    mark = "" if key.name in ACTIVE else "# "
    return "\n".join([*lines, f"{mark}{key.name} = {key.written}", ""])


def _reference() -> Iterator[str]:
    yield "# content/site.toml"
    yield ""
    yield "Made from `telaah/site_keys.py` by `make reference`. The file may be missing, and so may every key in it."
    yield "An unknown key is an error that names the nearest known one."
    for key in KEYS:
        yield from ("", f"## {key.name}", "", key.meaning, "")
        yield f"- type: {TYPES[key.kind]}"
        yield f"- example: `{key.name} = {key.written}`"
        yield f"- left out: {key.default}"
        if key.former:
            yield f"- also read, with a warning: {', '.join(f'`{name}`' for name in key.former)}"
    yield ""
