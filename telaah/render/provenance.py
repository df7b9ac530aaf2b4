"""What an article says of its own origin becomes the rows of its attribution card and the nodes of its chain."""

from collections.abc import Iterable
from dataclasses import replace

from telaah.model import Article, Basis, Evidence, Hop, How, Role, Upstream
from telaah.render.addresses import home_page, web_address
from telaah.render.catalogue import Words
from telaah.render.citations import in_paragraph
from telaah.render.dates import Printed, when
from telaah.render.directory import Directory
from telaah.render.view import ArticleLine, ChainNode, Link, Row, Value


def authors(article: Article) -> str:
    """Return the names of those who wrote, once each, in the order of the page."""
    writers = [byline.name for byline in article.bylines if byline.role in ("author", "reporter")]
    return ", ".join(dict.fromkeys(writers))


def original(article: Article, line: ArticleLine, words: Words) -> tuple[Link | None, str | None]:
    """Return the link to the original, or an address that may not become a link as plain text."""
    stated = article.url.value
    address = web_address(stated)
    if address is None:
        return None, stated
    label = words.gettext("Read at %(outlet)s") % {"outlet": line.outlet.text} if line.outlet else None
    return Link(label or words.gettext("Read the original"), address, True), None


def outlet_home(article: Article, look: Directory) -> Link | None:
    """Return the outlet's home page, as a second best where the article's own address is unknown."""
    known = look.settings.outlets.find(article.outlet.name) if article.outlet.name else None
    domain = article.outlet.domain or (known.domains[0] if known and known.domains else None)
    address = home_page(domain)
    return Link(str(domain), address, True) if address else None


def all_by_desk(article: Article) -> bool:
    """Say whether everything known of the article was stated by the desk, so that one line can mark it all."""
    found = [evidence.basis for evidence in _evidence(article)]
    return bool(found) and all(basis == "desk" for basis in found)


def rows(article: Article, line: ArticleLine, look: Directory) -> tuple[Row, ...]:
    """Return the attribution card, line by line; a line without values is one that the source does not state."""
    words, stated = look.words, article.source.stated
    mark = _no_mark if all_by_desk(article) else _mark
    published = when(article.published.value, words)
    language = words.language_name(article.language)
    outlet = (Value(line.outlet, mark=mark(article.outlet.evidence, words)),) if line.outlet else ()
    date = (_dated(published.exact, mark(article.published.evidence, words)),) if published else ()
    card = [Row(words.gettext("Outlet"), outlet), *_people(article, look, mark is _mark)]
    card.append(Row(words.gettext("Published"), date))
    if article.place:
        card.append(_plain(words.gettext("Place"), article.place))
    card.append(Row(words.gettext("Language"), (Value(Link(language, None)),) if language else ()))
    card.append(_plain(words.gettext("Rights"), rights_line(line, look)))
    retrieved = when(stated.retrieved or (stated.source.retrieved if stated.source else None), words)
    if retrieved:
        card.append(Row(words.gettext("Retrieved"), (_dated(retrieved.exact, None),)))
    return tuple(card)


def chain(article: Article, line: ArticleLine, look: Directory) -> tuple[ChainNode, ...]:
    """Return the unnamed people it rests on, whom the article credits, origins first, its outlet, and this site."""
    words = look.words
    unnamed = [_unnamed(hop, line, look) for hop in look.placed[article.id].chain if hop.kind == "unnamed"]
    first = {upstream.name: upstream for upstream in reversed(article.upstream)}
    credited = [upstream for upstream in article.upstream if first[upstream.name] is upstream]
    nodes = sorted((_credit(upstream, article, look) for upstream in credited), key=lambda n: n.node != "origin")
    if not nodes and not unnamed:
        nodes = [ChainNode("unknown", Link(words.gettext("Origin not stated"), None), None)]
    outlet = line.outlet or Link(words.gettext("Outlet not named in the source"), None)
    note = words.gettext("Published the article") if line.outlet else None
    done = (
        words.gettext("Wrote the digest and copied sentences from it")
        if line.digest
        else words.gettext("Cleaned the text and copied sentences")
    )
    here = ChainNode("here", Link(look.settings.name, None), done)
    people = [replace(unnamed[0], beside=tuple(unnamed[1:]))] if unnamed else []
    return (*people, *nodes, ChainNode("relay", outlet, note), here)


def role_name(role: Role, words: Words) -> str:
    """Return what a role in a byline is called."""
    names = {
        "author": words.gettext("Author"),
        "reporter": words.gettext("Reporter"),
        "editor": words.gettext("Editor"),
        "photographer": words.gettext("Photographer"),
    }
    return names[role]


def _evidence(article: Article) -> Iterable[Evidence]:
    values = [article.outlet.evidence, article.published.evidence]
    values += [byline.evidence for byline in article.bylines]
    return [evidence for evidence in values if evidence]


def _people(article: Article, look: Directory, marked: bool) -> list[Row]:
    words = look.words
    by_role: dict[Role, list[Value]] = {}
    for byline in article.bylines:
        mark = _mark(byline.evidence, words) if marked else None
        by_role.setdefault(byline.role, []).append(Value(Link(byline.name, None), mark=mark))
    people = [Row(role_name(role, words), tuple(values)) for role, values in by_role.items()]
    return people or [Row(role_name("author", words), ())]


def _plain(label: str, text: str) -> Row:
    return Row(label, (Value(Link(text, None)),))


def _dated(printed: Printed, mark: str | None) -> Value:
    return Value(Link(printed.text, None), printed, mark)


def _mark(evidence: Evidence | None, words: Words) -> str | None:
    marks: dict[Basis, str | None] = {
        "desk": words.gettext("stated by the desk"),
        "stated": None,
        "metadata": words.gettext("from the page's metadata"),
        "inferred": words.gettext("inferred"),
    }
    return marks[evidence.basis] if evidence else None


def _no_mark(_evidence: Evidence | None, _words: Words) -> str | None:
    return None


def rights_line(line: ArticleLine, look: Directory) -> str:
    """Return whose rights an article is under, and how much of it is shown."""
    words = look.words
    values = {"outlet": line.outlet.text if line.outlet else words.gettext("not known"), "site": look.settings.name}
    if line.digest:
        return words.gettext("Original: %(outlet)s. Digest: %(site)s") % values
    extents = {
        "full": words.gettext("%(outlet)s; shown in full"),
        "excerpt": words.gettext("%(outlet)s; quoted in part"),
        "link": words.gettext("%(outlet)s; linked only"),
    }
    return extents[look.shown[line.id].rights] % values


def _unnamed(hop: Hop, line: ArticleLine, look: Directory) -> ChainNode:
    """Return somebody whom the text quotes without a name, as it calls them."""
    block = look.shown[line.id].by_id.get(hop.paragraph or "")
    where = None
    if block and block.number:
        number = {"number": look.words.number(block.number)}
        where = Link(look.words.gettext("paragraph %(number)s") % number, f"#{block.id}")
    name = Link(hop.name or look.words.gettext("unnamed source"), None, lang=line.lang)
    return ChainNode("unknown", name, look.words.gettext("Quoted without a name"), where)


def _credit(upstream: Upstream, article: Article, look: Directory) -> ChainNode:
    known = look.settings.outlets.find(upstream.name)
    origin = upstream.how == "first-report" or (known is not None and known.kind == "agency")
    return ChainNode(
        "origin" if origin else "relay",
        look.outlet_link(upstream.name),
        _how(upstream, look.words),
        _where(upstream, article, look),
    )


def _how(upstream: Upstream, words: Words) -> str:
    if upstream.evidence.basis == "desk":
        return words.gettext("Credited, according to the desk")
    ways: dict[How, str] = {
        "dateline": words.gettext("Credited in the dateline"),
        "footer": words.gettext("Credited at the end of the page"),
        "republished": words.gettext("Republished from there, says the page"),
        "cue": words.gettext("Quoted as the source of the report"),
        "first-report": words.gettext("First to report, says the page"),
        "metadata": words.gettext("Credited in the page's metadata"),
    }
    return ways[upstream.how]


def _where(upstream: Upstream, article: Article, look: Directory) -> Link | None:
    block = in_paragraph(upstream, article, look)
    if block is None or block.number is None:
        return None
    number = {"number": look.words.number(block.number)}
    return Link(look.words.gettext("paragraph %(number)s") % number, f"#{block.id}")
