"""Pages become the file of headers that Netlify and Cloudflare Pages read: the policy, and what only a header says."""

import html
import re
from collections.abc import Iterable

from telaah.model import Page

FILE = "_headers"
ONLY_HEADER = "frame-ancestors 'none'"
"""A policy inside a page cannot forbid that others frame it (CSP level 3, 6.4.2)."""
WIDEST = "search.html"
"""The page with a script, whose policy allows most; as hosts add up the rules for a path, one must serve every page."""
LASTING = "public, max-age=31536000, immutable"
"""A year, the longest that caches keep: names below assets/ hold a hash of their content."""

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def host_headers(pages: Iterable[Page]) -> Page:
    """Return the file; each page's own policy stays, and is as strict or stricter."""
    widest = next((page.content.decode("utf-8") for page in pages if page.path == WIDEST), "")
    found = _POLICY.search(widest)
    policy = "; ".join([html.unescape(found[1]), ONLY_HEADER] if found else [ONLY_HEADER])
    lines = (
        "/*",
        f"  Content-Security-Policy: {policy}",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: no-referrer",
        "/assets/*",
        f"  Cache-Control: {LASTING}",
    )
    return Page(FILE, ("\n".join(lines) + "\n").encode())
