import gc
import time
from html.parser import HTMLParser

import pytest
from publish_pages import POLICY, SEARCH_POLICY, good_pages, html

from telaah.model import Page
from telaah.publish.check import check
from telaah.publish.markup import markup
from telaah.publish.policy import weaknesses


def found(body, policy=POLICY, head="", path="articles/x.html"):
    """Check the good site with one more page; return (code, line) of each problem, every one of them that page's."""
    page = Page(path, html(body, policy, head, depth=path.count("/")))
    problems = check((*good_pages(), page), "/")
    assert {problem.file for problem in problems} <= {path}
    return sorted((problem.code, problem.line) for problem in problems)


def test_the_good_site_passes():
    assert check(good_pages(), "/") == ()
    assert found("<p>x</p>") == []
    assert found('<a href="../manifest.json">x</a>') == []


@pytest.mark.parametrize(
    "body",
    [
        "<p>a",
        "<p>a</p></p>",
        "<div><p>a</div></p>",
        "<ul><li>a<li>b</ul>",
        "<ul><li>a</ul>",
        "<table><tr><td>a</table>",
        "<div/>",
        "<br></br>",
        "<p>a < b</p>",
        "<p title='a>b</p>",
        "<!-- a",
        "<script>",
        "<script>if (a < b) {}</script>",
        '<svg><path d="M0 0"></svg>',
        "<p>a<div>b</div></p>",
        '<a href="#isi">a<b><a href="#isi">b</a></b></a>',
        "<section><h2>a</h3></section>",
    ],
)
def test_an_element_that_is_not_closed_or_wrongly_nested_is_refused(body):
    assert "html-structure" in {code for code, _ in found(body)}


@pytest.mark.parametrize(
    "body",
    [
        "<BR><Img alt=''><p>a</P>",
        "<input disabled value=a/b>",
        '<svg><g><path d="M0 0"/></g></svg>',
        "<p>a &lt; b</p><!-- <p> -->",
        "<p data-x='>' title=\"<p>\">a</p>",
        "<a href=\"#isi\">a</a><a href='#isi'>b</a>",
        "<details><summary>a</summary><p>b</p></details>",
        "<p\n class=x\n>a</p\n>",
        "<script type='application/ld+json'>{\"a\": 1}</script >",
    ],
)
def test_what_is_properly_closed_passes(body):
    assert found(body) == []


def test_a_page_that_was_cut_short_is_refused():
    whole = html("<p>x</p>")
    for cut in (whole[:-1], whole[: whole.index(b"</html>")], whole[: whole.index(b"</body>") + 3]):
        problems = check((Page("x.html", cut), Page("assets/gaya.css", b"")), "/")
        assert bool(problems) == (cut != whole[:-1])  # the last byte is a line end


def test_faults_name_their_line_and_column():
    page = Page("x.html", html("\n\n  <p><em>a</p>"))
    (problem,) = check((page, Page("assets/gaya.css", b"")), "/")
    assert (problem.file, problem.line, problem.column) == ("x.html", 7, 6)
    assert problem.message == "<em> is not closed before </p>"


@pytest.mark.parametrize(
    "body",
    [
        '<a href="a.htm">x</a>',
        '<a href="A.html">x</a>',
        '<a href="../articles">x</a>',
        '<a href="./">x</a>',
        '<a href="../../articles/a.html">x</a>',
        '<a href="/index.html">x</a>',
        '<a href="a.html/">x</a>',
        '<img src="foto.png" alt="">',
        '<img srcset="../assets/foto%201.png 1x, b.png 2x" alt="">',
        '<form action="cari.html"></form>',
        '<svg><use xlink:href="a.svg"/></svg>',
        "<a href = y.html>x</a>",
        '<a title="id=1" HREF="y.html">x</a>',
    ],
)
def test_a_link_that_leads_to_no_file_of_the_site_is_refused(body):
    assert found(body) == [("link-broken", 5)]


@pytest.mark.parametrize("address", ["#x", "a.html#p-2", "../index.html#p-1", "../assets/gaya.css#isi", "#P-1"])
def test_a_fragment_that_is_no_id_of_its_page_is_refused(address):
    assert found(f'<p id="p-1"><a href="{address}">x</a></p>') == [("fragment-missing", 5)]


@pytest.mark.parametrize(
    "address",
    ["", "#", "#top", "#p-1", "x.html#p-1", "a.html#p-1", "a.html#p-1:~:text=a", "?q=1#p-1", "#%70-1", " b.html "],
)
def test_a_fragment_that_is_an_id_passes(address):
    assert found(f'<p id="p-1"><a href="{address}">x</a></p>') == []


def test_an_id_that_stands_twice_on_a_page_is_refused():
    assert found('<p id="a">x</p><p id="b">x</p>') == []
    assert found('<p id="a">x</p>\n<p id=a>x</p>') == [("id-twice", 6)]


@pytest.mark.parametrize("base_path", ["/news/site/", "/news/site", "news/site"])
def test_the_page_for_missing_addresses_may_carry_the_path_of_the_site(base_path):
    def problems(address, path="404.html"):
        page = Page(path, html(f'<p><a href="{address}">x</a></p>', depth=path.count("/")))
        return [p.code for p in check((*(p for p in good_pages() if p.path != "404.html"), page), base_path)]

    assert problems("/news/site/index.html#isi") == []
    assert problems("/news/site/none.html") == ["link-broken"]
    assert problems("/index.html") == ["link-broken"]
    assert problems("/news/site/index.html", "en/404.html") == []
    assert problems("/news/site/index.html", "other.html") == ["link-broken"]


def test_a_page_without_a_policy_or_with_a_late_one_is_refused():
    page = html("<p>x</p>")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'.encode()
    style = Page("assets/gaya.css", b"")
    for wrong in (
        page.replace(meta, b""),
        page.replace(meta, b"").replace(b"</head>", meta + b"</head>"),
        page.replace(meta, b"").replace(b"<main", meta + b"<main"),
        page.replace(meta, b"<!-- " + meta + b" -->"),
        b"",
    ):
        assert {p.code for p in check((Page("x.html", wrong), style), "/")} == {"policy"}
    assert check((Page("x.html", page), style), "/") == ()


@pytest.mark.parametrize("policy", [POLICY, SEARCH_POLICY, POLICY.replace("'self' data:", "'none'")])
def test_the_strict_policies_have_no_weakness(policy):
    assert list(weaknesses(policy)) == []


@pytest.mark.parametrize(
    "policy",
    [
        "",
        POLICY.replace("default-src 'none'", "default-src 'self'"),
        POLICY.replace("default-src 'none'; ", ""),
        POLICY.replace("; base-uri 'none'", ""),
        POLICY.replace("form-action 'self'; ", ""),
        POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
        POLICY.replace("data:", "https:"),
        POLICY + "; script-src 'self'",
        POLICY + "; frame-src *",
        SEARCH_POLICY.replace("'wasm-unsafe-eval'", "'unsafe-eval'"),
        SEARCH_POLICY.replace("; require-trusted-types-for 'script'", ""),
        SEARCH_POLICY.replace("connect-src 'self'", "connect-src 'self' https://example.org"),
    ],
)
def test_a_weaker_policy_is_named_as_such(policy):
    assert list(weaknesses(policy))


def test_a_page_that_is_not_utf_8_is_refused():
    page = Page("x.html", html("<p>x</p>").replace(b"Contoh", b"\xff"))
    assert [p.code for p in check((page, Page("assets/gaya.css", b"")), "/")] == ["page-encoding"]


def test_ids_and_links_are_those_that_the_standard_library_reads():
    class Reference(HTMLParser):
        ids, links = set(), []

        def handle_starttag(self, tag, attrs):
            for name, value in attrs:
                if name == "id":
                    self.ids.add(value)
                if name in ("href", "src", "srcset", "action"):
                    self.links.append((tag, name, value))

    for page in good_pages():
        if page.path.endswith(".html"):
            reference, ours = Reference(), markup(page.content.decode())
            reference.ids, reference.links = set(), []
            reference.feed(page.content.decode())
            assert ours.ids == reference.ids
            assert sorted((x.element, x.attribute, x.address) for x in ours.links) == sorted(reference.links)


@pytest.mark.alone
@pytest.mark.parametrize("piece", ["<", "<!--", "<script>", "<a ", "<a x=", "<p x='", "<p>", "</p>", "<a href=x", "&"])
def test_no_page_takes_more_than_linear_time(piece):
    def seconds(size):
        begun = time.process_time()
        markup(piece * size)
        return time.process_time() - begun

    # The collector walks whatever earlier tests left in memory, the more often the longer the page.
    gc.disable()
    try:
        short, long = min(seconds(4_000) for _ in range(3)), min(seconds(40_000) for _ in range(3))
    finally:
        gc.enable()
    # A quadratic reader would need a hundred times as long for ten times as much; the rest is room for noise.
    assert long < 40 * max(short, 0.002)
