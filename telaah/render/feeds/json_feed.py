"""A feed becomes JSON Feed 1.1, which asks no date of an entry: the undated are in it, without one."""

import json
from collections.abc import Mapping

from telaah.render.exports.values import Json, known
from telaah.render.feeds.entries import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """Return the file."""
    value = known(
        {
            "version": VERSION,
            "title": feed.title,
            "home_page_url": feed.home,
            "feed_url": feed.address,
            "description": feed.about,
            "language": feed.lang,
            "authors": [{"name": feed.site, "url": feed.home}],
            "items": [_item(entry, feed.lang) for entry in feed.entries],
        }
    )
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry, language: str) -> Mapping[str, Json]:
    """Return an entry; `_telaah` holds what JSON Feed has no word for, such as the date as precisely as stated."""
    return known(
        {
            "id": entry.address,
            "url": entry.address,
            "external_url": entry.original,
            "title": entry.title,
            "content_html": str(entry.html),
            "date_published": entry.instant,
            "date_modified": entry.modified,
            "authors": [{"name": name} for name in entry.authors],
            "tags": [label for _, label in entry.topics],
            "language": entry.lang or language,
            "_telaah": known(
                {
                    "kind": "digest" if entry.digest else "article",
                    "outlet": entry.outlet,
                    "published": entry.published,
                    "rights": entry.shown,
                }
            ),
        }
    )
