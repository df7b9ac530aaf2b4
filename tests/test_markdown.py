from telaah.clean.markdown import blocks, introduction

TEXT = """# Sub satu

Paragraf *miring* dan [tautan](https://contoh.test) &amp; entitas.
Baris kedua.

> Kutipan panjang.

- butir satu
- butir dua

| a | b |
|---|---|
| 1 | 2 |

![gambar](x.png)
"""


def test_each_block_has_its_kind_its_line_and_its_words():
    assert list(blocks(TEXT, 10)) == [
        ("subhead", 10, "Sub satu"),
        ("body", 12, "Paragraf miring dan tautan & entitas. Baris kedua."),
        ("quote", 15, "Kutipan panjang."),
        ("list", 17, "butir satu"),
        ("list", 18, "butir dua"),
        ("table", 20, "a | b"),
        ("table", 22, "1 | 2"),
    ]


def test_typography_stays_as_written():
    assert list(blocks('"Lurus" -- dan...', 1)) == [("body", 1, '"Lurus" -- dan...')]


def test_entities_escapes_and_code_are_resolved_once():
    assert [text for _, _, text in blocks("R&amp;amp;D \\<b\\> `&lt;i&gt;` &lt;u&gt;", 1)] == [
        "R&amp;D <b> &lt;i&gt; <u>"
    ]


def test_raw_html_in_markdown_gives_its_words():
    text = "Baris <b>satu</b><br>dua\n\n<div>\nTeks <i>blok</i>\n</div>\n\n<script>\nalert(1)\n</script>\n"
    assert [text for _, _, text in blocks(text, 1)] == ["Baris satu dua", "Teks blok"]


def test_an_introduction_keeps_words_lists_and_links():
    assert introduction("Tentang **panen** di [sini](https://contoh.test/a?b=1&c=2).") == (
        "<p>Tentang <strong>panen</strong> di "
        '<a href="https://contoh.test/a?b=1&amp;c=2" rel="noopener">sini</a>.</p>\n'
    )


def test_an_introduction_can_run_nothing():
    attack = "<script>alert(1)</script>\n\n[a](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n![b](https://x.test/p.png)"
    markup = introduction(attack)
    assert "<script" not in markup
    assert "<img" not in markup
    assert "href" not in markup
    assert "alert(1)" in markup  # what was written stays readable, as text
