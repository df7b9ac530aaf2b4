"""The directory becomes what search needs: marks on article pages, facets, and data for searching from disk."""

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping

from telaah.languages import language
from telaah.model import Article, Page
from telaah.render.directory import Directory
from telaah.render.jsonld import escaped
from telaah.render.page_view import Facet, Option, SearchMarks
from telaah.render.view import ArticleLine

UNKNOWN = "-"
"""The value of a filter where the source does not say."""
NEVER_NEWEST = "0000-00-00"
NEVER_OLDEST = "9999-99-99"
"""Sort keys of undated articles: last in both orders; without a key they would vanish from a sorted list."""
MOST_FROM_DISK = 2000
"""Most articles for which data for searching from disk is written: 0.5 to 1 KB each, 2 MB at most."""
WORD = re.compile(r"\w+")


def search_marks(article: Article, line: ArticleLine, look: Directory) -> SearchMarks:
    """Return what an article page tells the indexer."""
    words = look.words
    shown = look.shown[line.id]
    texts = [line.title, *(block.text for block in shown.blocks)]
    day = _sortable(line)
    return SearchMarks(
        outlet=line.outlet.text if line.outlet else UNKNOWN,
        outlet_printed=line.outlet.text if line.outlet else words.gettext("Outlet not named in the source"),
        date_printed=line.when.short.text if line.when else words.gettext("no date in the source"),
        year=line.when.year if line.when else UNKNOWN,
        language=article.language,
        topics=look.placed[line.id].topics,
        newest=day or NEVER_NEWEST,
        oldest=day or NEVER_OLDEST,
        roots=_roots(texts, article.language),
    )


def facets(marks: Collection[SearchMarks], look: Directory) -> tuple[Facet, ...]:
    """Return the boxes of the search page with their counts over all articles."""
    words = look.words
    titles = {topic.id: look.topic_title(topic)[0] for topic in look.topics}

    def facet(key: str, legend: str, values: Iterable[str], label: Callable[[str], str]) -> Facet:
        counts = Counter(values)
        order = sorted(counts, key=lambda value: (-counts[value], label(value).casefold()))
        if key == "year":
            order = sorted(counts, reverse=True)
        return Facet(key, legend, tuple(Option(value, label(value), counts[value]) for value in order))

    return (
        facet("topic", words.gettext("Topic"), (t for m in marks for t in m.topics), lambda value: titles[value]),
        facet(
            "outlet",
            words.gettext("Outlet"),
            (mark.outlet for mark in marks),
            lambda value: words.gettext("not named in the source") if value == UNKNOWN else value,
        ),
        facet(
            "year",
            words.gettext("Year"),
            (mark.year for mark in marks),
            lambda value: words.gettext("no date in the source") if value == UNKNOWN else value,
        ),
        facet(
            "language",
            words.gettext("Language"),
            (mark.language for mark in marks),
            lambda value: words.language_name(value) or words.gettext("not recognised"),
        ),
    )


def search_data(all_marks: Mapping[str, SearchMarks], look: Directory) -> tuple[Page, ...]:
    """Return search-data.js, a classic script that also loads from disk; nothing for very large sites."""
    if len(look.lines) > MOST_FROM_DISK:
        return ()
    records = []
    for line in look.lines.values():
        marks, shown = all_marks[line.id], look.shown[line.id]
        heads = [block.text for block in shown.blocks if block.kind == "subhead"]
        keywords = [keyword.text for keyword in look.placed[line.id].analysis.keywords]
        words = [line.title, *heads, *(sentence.text for sentence in shown.summary), *keywords]
        record = {
            "u": line.href, "t": line.title, "outlet": marks.outlet, "topic": list(marks.topics), "year": marks.year,
            "language": marks.language, "d": _sortable(line) or "", "date": marks.date_printed,
            "x": " ".join(words).lower(),
        }  # fmt: skip
        records.append(record)
    text = escaped(json.dumps(records, ensure_ascii=False, separators=(",", ":")))
    return (Page("search-data.js", f"window.SEARCH_DATA={text};\n".encode()),)


def _sortable(line: ArticleLine) -> str | None:
    """Return the date as YYYY-MM-DD with 00 for what is not known, or None."""
    if not line.when:
        return None
    parts = line.when.day.iso.split("-")
    return "-".join([*parts, "00", "00"][:3])


def _roots(texts: Iterable[str], code: str) -> str:
    """Return every group of word forms of which the text uses one, so that any form finds the page."""
    used = {word for text in texts for word in WORD.findall(text.lower())}
    return " ".join(" ".join(group) for group in language(code).roots if not used.isdisjoint(group))
