"""An article becomes news in JSON: ninjs 3.1 of the IPTC, with everybody its report goes back to."""

from collections.abc import Iterator, Mapping

from telaah.model import HopKind, NameKind, Placed
from telaah.render.addresses import web_address
from telaah.render.directory import Directory
from telaah.render.exports.citation import citation
from telaah.render.exports.values import Json, known
from telaah.render.instants import moment
from telaah.render.provenance import outlet_home, rights_line
from telaah.render.view import ArticleLine

VERSION = "3.1"
SCHEMA = f"http://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json#"
NAMED: Mapping[NameKind, str] = {"person": "people", "organisation": "organisations", "place": "places"}
"""Where names of each kind go; what is none of these is no thing that ninjs knows."""
ROLES: Mapping[HopKind, str] = {"credit": "credited", "first-report": "first-report"}
"""What those did whom an article names; people it quotes without a name are no parties, and stay in its own data."""


def ninjs(placed: Placed, line: ArticleLine, look: Directory) -> Mapping[str, Json]:
    """Return the item of an article, or of our digest of one, under the address of its page here.

    It holds what the article's rights let us show: all paragraphs, the cited sentences, or neither. A date is there
    only where time and zone are known, because ninjs has no other.
    """
    article, may, cited = placed.article, look.shown[placed.article.id], citation(placed.article, line, look)
    text = "\n\n".join(block.text for block in may.blocks)
    return known(
        {
            "uri": look.address(line.href),
            "type": "text",
            "standard": {"name": "ninjs", "version": VERSION, "schema": SCHEMA},
            "representationType": "full" if may.rights == "full" and not article.pages else "partial",
            "profile": "text-only",
            "pubStatus": "canceled" if article.retracted else None,
            "contentCreated": None if line.digest else moment(article.published.value),
            "usageTerms": rights_line(line, look),
            "language": None if article.language == "und" else article.language,
            "title": cited.work.title,
            "by": ", ".join(cited.work.authors),
            "located": article.place,
            "headlines": [{"role": "main", "value": article.title}] if article.title else None,
            "descriptions": [{"role": "summary", "value": s.text} for s in may.summary],
            "bodies": [_body(text, "excerpt" if may.rights == "excerpt" else "main")] if text else None,
            "subjects": [
                {"name": keyword.text, "rel": "keyword", "relevance": round(100 * min(max(keyword.score, 0), 1))}
                for keyword in placed.analysis.keywords
            ],
            **{key: _names(placed, kind) for kind, key in NAMED.items()},
            "infoSources": list(_sources(placed, line, look)),
            "altIds": [known(each) for each in _other_ids(placed)],
        }
    )


def _body(text: str, role: str) -> Mapping[str, Json]:
    counts: dict[str, Json] = {"charCount": len(text), "wordCount": len(text.split())}
    return {"role": role, "contentType": "text/plain", **counts, "value": text}


def _names(placed: Placed, kind: NameKind) -> Json:
    return [{"name": name.text, "rel": "mentions"} for name in placed.analysis.names if name.kind == kind]


def _sources(placed: Placed, line: ArticleLine, look: Directory) -> Iterator[Mapping[str, Json]]:
    """Give this site, the outlet, and whom the article credits, each with what it did and its home page if known."""
    ours = "author" if line.digest else "aggregator"
    yield known({"name": look.settings.name, "role": ours, "uri": look.address("index.html")})
    if line.outlet:
        home = outlet_home(placed.article, look)
        # A host's name in other letters makes an IRI, and ninjs knows URIs only.
        uri = home.href if home and str(home.href).isascii() else None
        yield known({"name": line.outlet.text, "role": "publisher", "uri": uri})
    for hop in placed.chain:
        if hop.kind in ROLES and hop.name:
            yield {"name": hop.name, "role": ROLES[hop.kind]}


def _other_ids(placed: Placed) -> Iterator[dict[str, Json]]:
    article = placed.article
    yield {"role": "sha256", "value": article.source.sha256}
    for role, address in (("original", article.url.value), ("archived", article.source.stated.archived)):
        if web_address(address):
            yield {"role": role, "value": address}
