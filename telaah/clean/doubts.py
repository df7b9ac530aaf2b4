"""Articles and the list of outlets become doubts: publishers nobody has described, names that imitate others."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from telaah.model import Article
from telaah.problems import Problem, did_you_mean
from telaah.settings import Outlets

ALIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
"""Scripts whose letters look like each other's (Unicode TR 39); no name of a person or publisher mixes two of them."""


def doubts(articles: Iterable[Article], outlets: Outlets, content: Path) -> tuple[Problem, ...]:
    """Return warnings: each outlet that the list does not know, once, and each name in mixed scripts."""
    known = tuple(articles)
    return (*_unknown(known, outlets, content), *_mixed(known, content))


def scripts(word: str) -> tuple[str, ...]:
    """Return which of the scripts that look alike a word mixes; nothing where it keeps to one."""
    used = {unicodedata.name(char, "").partition(" ")[0] for char in word if char.isalpha()}
    found = tuple(script for script in ALIKE if script in used)
    return found if len(found) > 1 else ()


def _unknown(articles: Iterable[Article], outlets: Outlets, content: Path) -> Iterator[Problem]:
    files: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        name, domain = article.outlet.name, article.outlet.domain
        if name and not outlets.find(name) and not (domain and outlets.find(domain)):
            files[name].append(article)
    names = {name for outlet in outlets.all for name in (outlet.name, *outlet.aliases, *outlet.domains)}
    for name, found in files.items():
        domain = found[0].outlet.domain
        where = f" ({domain})" if domain and domain != name else ""
        more = f", nor for {len(found) - 1} more" if len(found) > 1 else ""
        message = f"'{name}'{where} is not in the list of outlets{more}{did_you_mean(name, names)}"
        hint = "describe it in outlets.toml: [id], name, domains, country, time_zone"
        yield Problem("warning", "outlet-unknown", message, hint, str(content / found[0].source.file), 1)


def _mixed(articles: Iterable[Article], content: Path) -> Iterator[Problem]:
    for article in articles:
        for name in dict.fromkeys(_names(article)):
            for word in name.split():
                found = scripts(word)
                if found:
                    mixed = " and ".join(script.capitalize() for script in found)
                    message = f"'{word}' in the name '{name}' mixes {mixed} letters, as imitations do"
                    hint = "look at the page's address, and write the name with the letters of its own script"
                    yield Problem("warning", "script-mixed", message, hint, str(content / article.source.file), 1)


def _names(article: Article) -> Iterator[str]:
    """Give the names that an article's credits and address stand on."""
    outlet = article.outlet
    yield from filter(None, (outlet.name, outlet.domain, _host(outlet.domain)))
    yield from (each.name for each in article.bylines)
    yield from (each.name for each in article.upstream)


def _host(domain: str | None) -> str | None:
    """Return a host name as browsers show it, its ASCII form decoded."""
    if not domain or "xn--" not in domain:
        return None
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return None
