import pytest
from hypothesis import given
from hypothesis import strategies as st

from telaah.read.decode import NotText, decode


def test_utf8_with_and_without_its_mark_reads_the_same():
    assert decode("kata “Ya”".encode()) == decode("kata “Ya”".encode("utf-8-sig")) == "kata “Ya”"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_read_by_its_mark(encoding):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding]
    assert decode(mark + "Jakarta – é".encode(encoding)) == "Jakarta – é"


def test_what_is_not_utf8_is_read_as_windows_1252():
    assert decode("“kutipan” – akhir\u00a0pekan".encode("cp1252")) == "“kutipan” – akhir\u00a0pekan"


def test_bytes_that_windows_1252_lacks_leave_a_mark_and_lose_nothing_else():
    assert decode(b"awal \x81 \xff akhir") == "awal \ufffd ÿ akhir"


def test_a_line_ends_where_an_editor_ends_it():
    assert decode(b"a\r\nb\nc") == "a\nb\nc"
    assert decode(b"satu\rdua") == "satu dua"


def test_a_nul_byte_is_refused():
    with pytest.raises(NotText):
        decode(b"teks\0teks")


@given(st.binary(max_size=400))
def test_any_bytes_become_text_or_a_clear_refusal(raw):
    try:
        text = decode(raw)
    except NotText:
        return
    assert not {"\r", "\0"} & set(text)


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="windows-1251">', '<META http-equiv="Content-Type" content="text/html; charset=windows-1251">',
     '<?xml version="1.0" encoding="windows-1251"?>'],
)  # fmt: skip
def test_a_page_is_read_in_the_charset_it_declares(declaration):
    page = declaration + "<p>Мост открыт</p>"
    assert decode(page.encode("cp1251"), markup=True) == page
    assert decode(page.encode("cp1251")) != page


def test_what_is_utf8_is_utf8_whatever_a_page_declares():
    page = '<meta charset="windows-1251"><p>Desa Sukamaju – “panen”</p>'
    assert decode(page.encode(), markup=True) == page


@pytest.mark.parametrize("name", ["utf-8", "iso-8859-1", "us-ascii", "no-such-charset", "utf-16", "hex", "rot13"])
def test_a_declaration_that_cannot_be_true_gives_way_to_windows_1252(name):
    page = f'<meta charset="{name}"><p>“kutipan” – é</p>'
    assert decode(page.encode("cp1252"), markup=True) == page
