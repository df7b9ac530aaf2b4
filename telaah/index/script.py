"""Pagefind's browser script becomes the part of it that our search page calls.

The page searches on the main thread (a worker is refused under Trusted Types) and calls options, filters, preload and
search. Left out are the wrapper that speaks to a worker and what nobody calls: 6.6 of 45.6 KB, 1.4 KB when gzipped.
"""

import re

USED = b"filters,options,preload,search"
"""What assets/search.js calls."""
WRAPPER = re.compile(rb"var hasWorkerSupport=.*?(?=var pagefind=void 0;)", re.DOTALL)
"""The wrapper: it passes every call on to a worker, or to the class below it."""
UNUSED = (
    re.compile(rb"var (?:init|destroy)=async\(\)=>\{.*?\};(?=var )", re.DOTALL),
    re.compile(rb"var (?:mergeIndex|debouncedSearch)=async\([^)]*\)=>\{[^{}]*\};"),
    re.compile(rb"var createInstance=.*?(?=export\{)", re.DOTALL),
)
"""Functions of the script that search.js does not call."""
MADE = b"new PagefindWrapper("
EXPORTS = re.compile(rb"export\{[^{}]*\}")


def used_part(script: bytes) -> bytes:
    """Return the script without what our page never runs; all of it, if it is not built as the release we know."""
    found = [part.findall(script) for part in (WRAPPER, *UNUSED)]
    if [len(parts) for parts in found] != [1, 2, 2, 1] or len(EXPORTS.findall(script)) != 1:
        return script
    lean = script
    for parts in found:
        for part in parts:
            lean = lean.replace(part, b"", 1)
    if lean.count(MADE) != 1 or lean.count(b"PagefindWrapper") != 1:
        return script
    return EXPORTS.sub(b"export{" + USED + b"}", lean.replace(MADE, b"new Pagefind("))
