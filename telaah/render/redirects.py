"""Ids that articles and topics had before become pages that lead on, and rules for hosts that can redirect."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from telaah.model import Page
from telaah.render.directory import Directory
from telaah.render.environment import Templates
from telaah.render.trees import Tree
from telaah.render.view import Link

RULES = "_redirects"
"""The file of rules that Netlify and Cloudflare Pages read."""
MOVED = 301


@dataclass(frozen=True, slots=True)
class Moved:
    """A former address and where it leads: to one page, or to the several that a topic was divided into."""

    path: str
    targets: tuple[Link, ...]


def moved(look: Directory) -> tuple[Moved, ...]:
    """Return every former address of this tree, sorted; an address that a page still has is none."""
    found: dict[str, list[Link]] = {}
    for line in look.lines.values():
        for alias in look.placed[line.id].article.source.stated.aliases:
            found.setdefault(f"articles/{alias}.html", []).append(line.link)
    for topic in look.topics:
        for alias in topic.aliases:
            found.setdefault(f"topics/{alias}.html", []).append(look.topic_link(topic))
    living = {line.href for line in look.lines.values()} | {f"topics/{topic.id}.html" for topic in look.topics}
    return tuple(Moved(path, tuple(links)) for path, links in sorted(found.items()) if path not in living)


def redirect_pages(look: Directory, templates: Templates) -> Iterator[Page]:
    """Make the page of every former address."""
    for each in moved(look):
        view = {"page": each, "section": "moved", "canonical": each.targets[0].href if len(each.targets) == 1 else None}
        yield templates.page("moved.html", each.path, view)


def redirect_rules(look: Directory, trees: Iterable[Tree]) -> tuple[Page, ...]:
    """Return the rules for hosts, from the path of the site's address, with and without .html; no file without rules.

    A divided topic has no rule: its page lets the reader choose.
    """
    base = look.settings.base_path
    single = [each for each in moved(look) if len(each.targets) == 1]
    lines = []
    for tree in trees:
        for each in single:
            old, new = (quote(f"{base}{tree.prefix}{path}") for path in (each.path, each.targets[0].href or ""))
            lines += [f"{old} {new} {MOVED}", f"{old.removesuffix('.html')} {new} {MOVED}"]
    return (Page(RULES, ("\n".join(lines) + "\n").encode()),) if lines else ()
