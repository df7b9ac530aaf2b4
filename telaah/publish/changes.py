"""The last edition and the next become what a reader would find changed or gone without a word about it."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import telaah
from telaah.problems import Problem
from telaah.publish.manifest import MANIFEST, files_of, ours
from telaah.publish.versions import Version, Versions, read_back

SAME_TEXT = 0.5
"""Share of its words, 0 to 1, from which an article under another id is the one that is gone: more old than new."""
NAMED = 5
"""How many addresses a notice names: enough to see what they are, and still one line."""

_OWN_PAGE = re.compile(r"(articles|topics)/([^/.]+)\.html")


@dataclass(frozen=True, slots=True)
class Edition:
    """What a site folder holds: its articles and topics, the paths of its pages, the program that made it."""

    versions: Versions
    paths: frozenset[str]
    program: str | None


def last_edition(site: Path) -> Edition | None:
    """Return the edition that a site folder holds; None where there is none, or one that is not ours."""
    try:
        raw = (site / MANIFEST).read_bytes()
    except OSError:
        return None
    value = ours(raw)
    if value is None:
        return None
    generator = value["generator"]
    program = generator.get("version") if isinstance(generator, dict) else None
    paths = frozenset(entry.path for entry in files_of(value))
    return Edition(read_back(value), paths, program if isinstance(program, str) else None)


def changes(last: Edition, now: Versions, paths: Collection[str], ended: Collection[str] = ()) -> Iterator[Problem]:
    """Give a problem for every text that changed and every address that is gone, of which nothing is said.

    `paths` are those of the new pages, `ended` the ids of articles that are over by the desk's own date. The site's
    bytes never depend on any of this. `file` is the path below the content folder.
    """
    yield from _texts(last, now)
    lost = {path for path in last.paths - set(paths) if path.endswith(".html")}
    others = []
    # What a further language's tree loses is lost in the first one too, and told once.
    for path in sorted(path for path in lost if path.partition("/")[2] not in lost):
        found = _OWN_PAGE.fullmatch(path)
        if found is None or (found[1] == "topics" and _emptied(found[2], last.versions, now)):
            others.append(path)
        elif found[1] == "topics":
            yield _topic_gone(path, found[2], last.versions, now)
        elif found[2] not in ended:
            yield _article_gone(path, found[2], last.versions, now)
    if others:
        more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
        pages = "page of the last edition is" if len(others) == 1 else "pages of the last edition are"
        message = f"{len(others)} other {pages} no longer made: {', '.join(others[:NAMED])}{more}"
        yield Problem("notice", "pages-gone", message, "they gathered what articles no longer say; links to them end")


def _emptied(topic: str, last: Versions, now: Versions) -> bool:
    """Say whether a topic that nobody had named has lost all of its articles."""
    before = last.topics.get(topic)
    return before is not None and before.basis == "automatic" and not now.articles.keys() & set(before.articles)


def _texts(last: Edition, now: Versions) -> Iterator[Problem]:
    anew = 0
    for id_, version in now.articles.items():
        before = last.versions.articles.get(id_)
        if before is None or _said(before, version):
            continue
        share = _changed(before.paragraphs, version.paragraphs)
        if not share and before.title == version.title:
            continue
        if before.sha256 == version.sha256:
            anew += 1
            continue
        what = f"paragraphs with {share:.0%} of its words" if share else "its headline"
        message = f"{what} changed since the last edition, and no correction says so"
        day = "updated: ..." if _is_markdown(version) else f"updated = ... in {_sidecar(version)}"
        hint = f'say what changed in corrections.toml (article = "{id_}"), or state the day of the change: {day}'
        yield Problem("warning", "text-changed", message, hint, version.file)
    if anew:
        cause = "" if last.program == telaah.__version__ else f", which was made by version {last.program}"
        of = "1 article" if anew == 1 else f"{anew} articles"
        message = f"the text of {of} reads otherwise than in the last edition{cause}; no file of theirs changed"
        hint = "the program, a sidecar, outlets.toml or other pages of the outlet changed what is taken for clutter"
        yield Problem("notice", "text-cleaned-anew", message, hint)


def _said(before: Version, now: Version) -> bool:
    return now.corrections > before.corrections or (now.updated is not None and now.updated != before.updated)


def _changed(before: Mapping[str, int], now: Mapping[str, int]) -> float:
    """Return which share of the longer text's words stands in paragraphs that the other does not have, 0 to 1."""
    longer = max(sum(before.values()), sum(now.values()))
    kept = sum(words for id_, words in now.items() if id_ in before)
    return 1 - kept / longer if longer and (before.keys() != now.keys()) else 0.0


def _article_gone(path: str, id_: str, last: Versions, now: Versions) -> Problem:
    before = last.articles.get(id_)
    heirs = [each for each in now.articles.values() if before and each.id not in last.articles]
    heir = max(heirs, key=lambda each: (_kept(before, each), each.id), default=None) if before else None
    if before and heir and _kept(before, heir) >= SAME_TEXT:
        line = f"'aliases: [{id_}]' there" if _is_markdown(heir) else f"'aliases = [\"{id_}\"]' in {_sidecar(heir)}"
        hint = f"its text is now '{heir.id}': write {line}, and the old address leads on"
        return Problem("warning", "page-gone", f"'{path}' is no longer made", hint, heir.file)
    hint = f"keep it and retract it in corrections.toml, or write 'aliases: [{id_}]' into what takes its place"
    message = f"'{path}' was published last time and is no longer made; links to it end"
    return Problem("warning", "page-gone", message, hint, before.file if before else None)


def _is_markdown(version: Version) -> bool:
    """Say whether an article states things in its own file; a raw page has a sidecar for them, which is TOML."""
    return version.file.endswith(".md")


def _sidecar(version: Version) -> str:
    return PurePosixPath(version.file).with_suffix(".toml").name


def _kept(before: Version | None, now: Version) -> float:
    return (
        1 - _changed(before.paragraphs, now.paragraphs) if before and before.paragraphs.keys() & now.paragraphs else 0
    )


def _topic_gone(path: str, id_: str, last: Versions, now: Versions) -> Problem:
    before = last.topics.get(id_)
    members = set(before.articles) if before else set()
    shared = {topic.id: len(members.intersection(topic.articles)) for topic in now.topics.values()}
    heir = max(sorted(shared), key=lambda each: (now.topics[each].basis == "desk", shared[each]), default=None)
    if heir and shared[heir] and now.topics[heir].basis == "desk":
        hint = f"'{heir}' has {shared[heir]} of its articles: write 'aliases: [{id_}]' there, and the address leads on"
        return Problem("warning", "page-gone", f"'{path}' is no longer made", hint, f"topics/{heir}.md")
    message = f"'{path}' was published last time and is no longer made; links to it end"
    if before and before.basis == "automatic":
        hint = f"name the topic, and it keeps its address: a file in topics/ with 'aliases: [{id_}]'"
        return Problem("notice", "page-gone", message, hint)
    hint = f"for another name, or another topic that takes its place, write 'aliases: [{id_}]' there"
    return Problem("warning", "page-gone", message, hint)
