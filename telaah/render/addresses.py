"""Names become addresses below the site, and strings from the content become links or stay plain text."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from telaah.problems import Problem

WEB = re.compile(r"https?://[\w.\-]+(:\d{1,5})?([/?#][^\s<>\"'`\\^{}|]*)?", re.IGNORECASE)
"""No user name before the host: it lets an address look like another site's."""
DOMAIN = re.compile(r"[\w\-]+(\.[\w\-]+)+")
SPELLINGS = 100_000
"""Spellings remembered at most, so that a preview that runs for days does not grow without end."""


def web_address(text: str | None) -> str | None:
    """Return the text if it is an http or https address that may become a link, otherwise None."""
    return text if text and WEB.fullmatch(text) else None


def unaddressed(base_url: str | None) -> Iterator[Problem]:
    """Give a notice where the site's address is not known, for what is made of whole addresses is then not made."""
    if not base_url:
        message = "there is no base_url: feeds, sitemap.xml, ninjs and preview pictures, which need one, are not made"
        hint = "set base_url in site.toml, or --base-url, to the public address of the site"
        yield Problem("notice", "base-url-missing", message, hint)


def home_page(domain: str | None) -> str | None:
    """Return the address of a domain's home page."""
    return f"https://{domain}/" if domain and DOMAIN.fullmatch(domain) else None


@lru_cache(SPELLINGS)
def fold(text: str) -> str:
    """Return what two spellings of one phrase have in common: case and Unicode form are ignored."""
    return unicodedata.normalize("NFKC", text).casefold()
