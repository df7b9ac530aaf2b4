"""The directory becomes what search needs: marks on article pages, facets, and data for searching from disk."""

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

from telaah.languages import language
from telaah.languages.scripts import LETTER
from telaah.model import Page
from telaah.render.addresses import fold
from telaah.render.catalogue import Words
from telaah.render.directory import Directory
from telaah.render.jsonld import escaped
from telaah.render.keyword_entries import KeywordEntry
from telaah.render.page_view import Facet, Option, SearchMarks
from telaah.render.view import ArticleLine

UNKNOWN = "-"
"""The value of a filter where the source does not say."""
NEVER_NEWEST = "0000-00-00"
NEVER_OLDEST = "9999-99-99"
"""Sort keys of undated articles: last in both orders; without a key they would vanish from a sorted list."""
MOST_FROM_DISK = 2000
"""Most articles for which data for searching from disk is written: 0.5 to 1 KB each, 2 MB at most."""
MOST_OPTIONS = 40
"""Most boxes in a group: what can be read through; topics, outlets and keywords have lists of their own."""
WORD = re.compile(rf"[{LETTER}]+")
SHORTEST = 3
"""Letters that are left of a word at least when what hangs before it is taken off."""

Label: TypeAlias = tuple[str, str | None]
"""What an option is called, and the language of that where it is not the interface's."""


def search_marks(looks: Sequence[Directory]) -> Mapping[str, SearchMarks]:
    """Return what each article tells the indexer, by its id; `looks` are the trees, the site's own language first."""
    offered = {entry.id for entry in _offered_keywords(looks[0])}
    # What is shown to the desk only is never found.
    return {line.id: _marks(line, looks, offered) for line in looks[0].lines.values() if not line.standing}


def facets(marks: Collection[SearchMarks], look: Directory) -> tuple[Facet, ...]:
    """Return the boxes of the search page with their counts over all articles."""
    words = look.words
    topics = {topic.id: look.topic_title(topic) for topic in look.topics}
    keywords = {entry.id: (entry.text, entry.lang) for entry in _offered_keywords(look)}

    def facet(key: str, legend: str, values: Iterable[str], label: Callable[[str], Label]) -> Facet:
        counts = Counter(values)
        order = sorted(counts, key=lambda value: (-counts[value], label(value)[0].casefold()))
        order = sorted(counts, reverse=True) if key == "year" else order
        options = (Option(value, *label(value), counts[value]) for value in order[:MOST_OPTIONS])
        return Facet(key, legend, tuple(options))

    def or_else(missing: str) -> Callable[[str], Label]:
        return lambda value: (missing if value == UNKNOWN else value, None)

    no_outlet, no_date = words.gettext("not named in the source"), words.gettext("no date in the source")
    unknown = words.gettext("not recognised")
    return (
        facet("topic", words.gettext("Topic"), (id_ for mark in marks for id_ in mark.topics), topics.__getitem__),
        facet("outlet", words.gettext("Outlet"), (mark.outlet for mark in marks), or_else(no_outlet)),
        facet("keyword", words.gettext("Keyword"), (id_ for m in marks for id_ in m.keywords), keywords.__getitem__),
        facet("year", words.gettext("Year"), (mark.year for mark in marks), or_else(no_date)),
        facet(
            "language",
            words.gettext("Language"),
            (mark.language for mark in marks),
            lambda value: (words.language_name(value) or unknown, None),
        ),
    )


def search_data(look: Directory, all_marks: Mapping[str, SearchMarks]) -> tuple[Page, ...]:
    """Return search-data.js, a classic script that also loads from disk; nothing for very large sites."""
    if len(all_marks) > MOST_FROM_DISK:
        return ()
    records = []
    for line in (line for line in look.lines.values() if line.id in all_marks):
        marks, shown = all_marks[line.id], look.shown[line.id]
        heads = [block.text for block in shown.blocks if block.kind == "subhead"]
        keywords = [keyword.text for keyword in look.placed[line.id].analysis.keywords]
        words = [line.title, *heads, *(sentence.text for sentence in shown.summary), *keywords]
        record = {
            "u": line.href, "t": line.title, "outlet": marks.outlet, "topic": marks.topics, "keyword": marks.keywords,
            "year": marks.year, "language": marks.language, "d": _sortable(line) or "", **dict(marks.dates),
            "x": " ".join(words).lower(),
        }  # fmt: skip
        records.append(record)
    text = escaped(json.dumps(records, ensure_ascii=False, separators=(",", ":")))
    return (Page("search-data.js", f"window.SEARCH_DATA={text};\n".encode()),)


def date_key(look: Directory) -> str:
    """Return under which name a result holds its date as printed in this language: date, date-en ..."""
    return "-".join(["date", *look.tree.rstrip("/").split()])


def _offered_keywords(look: Directory) -> tuple[KeywordEntry, ...]:
    return tuple(look.keywords.values())[:MOST_OPTIONS]


def _marks(line: ArticleLine, looks: Sequence[Directory], offered: Collection[str]) -> SearchMarks:
    look = looks[0]
    placed, day = look.placed[line.id], _sortable(line)
    texts = [line.title, *(block.text for block in look.shown[line.id].blocks)]
    entries = (look.keywords.get(fold(keyword.text)) for keyword in placed.analysis.keywords)
    return SearchMarks(
        outlet=line.outlet.text if line.outlet else UNKNOWN,
        dates=tuple((date_key(each), _printed(each.lines[line.id], each.words)) for each in looks),
        year=line.when.year if line.when else UNKNOWN,
        language=placed.article.language,
        topics=placed.topics,
        keywords=tuple(dict.fromkeys(entry.id for entry in entries if entry and entry.id in offered)),
        newest=day or NEVER_NEWEST,
        oldest=day or NEVER_OLDEST,
        roots=_roots(texts, placed.article.language),
    )


def _printed(line: ArticleLine, words: Words) -> str:
    return line.when.short.text if line.when else words.gettext("no date in the source")


def _sortable(line: ArticleLine) -> str | None:
    """Return the date as YYYY-MM-DD with 00 for what is not known, or None."""
    if not line.when:
        return None
    parts = line.when.day.iso.split("-")
    return "-".join([*parts, "00", "00"][:3])


def _roots(texts: Iterable[str], code: str) -> str:
    """Return every group of word forms of which the text uses one, so that any form finds the page.

    What hangs before a word is taken off too: a text that has "العبّارة" is found by "عبّارة".
    """
    known = language(code)
    used = {word for text in texts for word in WORD.findall(text.lower())}
    bare = {
        word.removeprefix(beginning)
        for word in used
        for beginning in known.beginnings
        if word.startswith(beginning) and len(word) >= len(beginning) + SHORTEST
    }
    return " ".join([*(" ".join(group) for group in known.roots if not used.isdisjoint(group)), *sorted(bare - used)])
