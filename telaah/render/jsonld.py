"""An article or the site becomes schema.org data: never a claim that somebody's article is ours."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from markupsafe import Markup

from telaah.model import Article
from telaah.render.addresses import web_address
from telaah.render.corrections import in_words
from telaah.render.directory import Directory
from telaah.render.view import ArticleLine

Json: TypeAlias = "str | int | Mapping[str, Json] | Sequence[Json] | None"

ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""Inside JSON strings these characters could end the element or the line; escaped they mean the same."""


def article_data(article: Article, line: ArticleLine, look: Directory) -> Markup:
    """Return a WebPage based on somebody's NewsArticle, or, for a digest, our own Article based on it."""
    site, words = look.settings, look.words
    original: dict[str, Json] = {
        "@type": "NewsArticle",
        "headline": article.title,
        "url": web_address(article.url.value),
        "datePublished": article.published.value,
        "inLanguage": None if article.language == "und" or line.digest else article.language,
        "author": [{"@type": "Person", "name": b.name} for b in article.bylines if b.role in ("author", "reporter")],
        "publisher": {"@type": "NewsMediaOrganization", "name": line.outlet.text} if line.outlet else None,
        "citation": [{"@type": "NewsMediaOrganization", "name": upstream.name} for upstream in article.upstream],
    }
    ours: dict[str, Json] = {
        "@context": "https://schema.org",
        "@type": "Article" if line.digest else "WebPage",
        "headline" if line.digest else "name": line.title,
        "url": look.address(line.href),
        "inLanguage": article.language if line.digest and article.language != "und" else words.language,
        "author": {"@type": "Organization", "name": site.name} if line.digest else None,
        "publisher": {"@type": "Organization", "name": site.name},
        "isBasedOn": original,
        "dateModified": article.updated,
        "correction": [
            {"@type": "CorrectionComment", "text": in_words(entry, words), "datePublished": entry.date}
            for entry in article.source.corrections
        ],
        "keywords": [keyword.text for keyword in look.placed[line.id].analysis.keywords],
    }
    return as_script(ours)


def site_data(look: Directory) -> Markup:
    """Return the site itself, with its search where the site's address is known."""
    site = look.settings
    data: dict[str, Json] = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": site.name,
        "url": site.base_url + look.tree if site.base_url else None,
        "inLanguage": look.words.language,
    }
    if site.base_url:
        data["potentialAction"] = {
            "@type": "SearchAction",
            "target": f"{site.base_url}{look.tree}search.html?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        }
    return as_script(data)


def as_script(data: Json) -> Markup:
    """Return data as JSON that is safe inside a script element; keys without a value are left out."""
    return Markup(escaped(json.dumps(_known(data), ensure_ascii=False, separators=(",", ":"))))  # noqa: S704 - escaped


def escaped(text: str) -> str:
    """Return JSON text in which no character can end a script element or a line."""
    return text.translate(ESCAPES)


def _known(data: Json) -> Json:
    if isinstance(data, Mapping):
        return {key: _known(value) for key, value in data.items() if value not in (None, [], ())}
    if isinstance(data, Sequence) and not isinstance(data, str):
        return [_known(value) for value in data]
    return data
