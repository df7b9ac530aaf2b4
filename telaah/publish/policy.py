"""A content security policy becomes what it allows beyond the strict one that every page carries."""

from collections.abc import Iterator

ALLOWED = {
    "default-src": frozenset(),
    "style-src": frozenset({"'self'"}),
    "img-src": frozenset({"'self'", "data:"}),
    "script-src": frozenset({"'self'", "'wasm-unsafe-eval'"}),
    "connect-src": frozenset({"'self'"}),
    "form-action": frozenset({"'self'"}),
    "base-uri": frozenset(),
}
"""The most a page may allow besides 'none': our own files, pictures inside the page, and Pagefind's search code."""
REQUIRED = ("default-src", "form-action", "base-uri")
"""Without the first everything unnamed is free; the other two do not fall back to it (CSP level 3, 6.1 and 6.3)."""
TRUSTED_TYPES = frozenset({"require-trusted-types-for", "trusted-types"})
"""They only ever forbid."""


def weaknesses(policy: str) -> Iterator[str]:
    """Yield, as ends of a sentence, what makes this policy weaker than the strict one; nothing when it is as strict."""
    directives: dict[str, tuple[str, ...]] = {}
    for part in policy.split(";"):
        words = part.split()
        if words:
            directives.setdefault(words[0].lower(), tuple(words[1:]))
    for name in REQUIRED:
        if name not in directives:
            yield f"does not set {name}"
    for name, sources in directives.items():
        if name in TRUSTED_TYPES:
            continue
        for source in sources:
            if source != "'none'" and source not in ALLOWED.get(name, ()):
                yield f"allows {source} in {name}"
    scripts = directives.get("script-src", ("'none'",)) != ("'none'",)
    if scripts and "'script'" not in directives.get("require-trusted-types-for", ()):
        yield "allows scripts without require-trusted-types-for 'script'"
