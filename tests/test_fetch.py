"""Fetching keeps its limits of time, size and place; only servers of our own are asked."""

import itertools
import socket
import threading
import time

import pytest
from news_host import Host, page

from telaah import fetch as fetching
from telaah.fetch import FetchFailed, TooLarge, fetch, is_inner, leads_inside

IN_TIME = 5.0
"""Seconds within which a fetch limited to a part of a second must have ended, on a busy machine."""


@pytest.fixture
def host():
    with Host() as server:
        yield server


@pytest.fixture
def trickle():
    """Return the address of a server that sends a byte now and then and never ends."""
    server = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def work():
        connection, _ = server.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
            while not ended.wait(0.05):
                connection.sendall(b"x")

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/"
    ended.set()
    thread.join()
    server.close()


def test_a_server_that_trickles_is_left_when_the_time_is_over(trickle):
    began = time.monotonic()
    with pytest.raises(FetchFailed, match=r"did not finish within 0\.3 seconds"):
        fetch(trickle, 1_000_000, 0.3)
    assert time.monotonic() - began < IN_TIME


def test_a_server_that_never_answers_is_left_when_the_time_is_over():
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(FetchFailed, match="cannot be reached"):
        fetch(f"http://127.0.0.1:{server.getsockname()[1]}/", 1_000, 0.2)


def test_more_bytes_than_asked_for_are_refused(host):
    host.files["/x"] = (200, "text/html", b"x" * 101)
    with pytest.raises(TooLarge):
        fetch(f"{host.address}/x", 100, 5)
    assert len(fetch(f"{host.address}/x", 101, 5).body) == 101


def test_nobody_is_redirected_from_outside_into_our_own_network(host, monkeypatch):
    with Host() as inner:
        inner.files["/rahasia"] = (200, "text/html", page())
        host.files["/keluar"] = (302, f"{inner.address}/rahasia", b"")
        assert fetch(f"{host.address}/keluar", 10_000, 5).url == f"{inner.address}/rahasia", (
            "both are within: the control"
        )
        inner.asked.clear()
        monkeypatch.setattr(fetching, "leads_inside", lambda url: url.startswith(inner.address))
        with pytest.raises(FetchFailed, match="own network"):
            fetch(f"{host.address}/keluar", 10_000, 5)
        assert inner.asked == []


def test_a_name_that_stands_for_an_inner_address_leads_inside(monkeypatch):
    answers = itertools.cycle([[(2, 1, 6, "", ("10.0.0.7", 0))], [(2, 1, 6, "", ("93.184.216.34", 0))]])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: next(answers))
    assert leads_inside("https://menyamar.example/")
    assert not leads_inside("https://kabar.example/")
    assert not is_inner("https://menyamar.example/"), "the name alone does not tell"


def test_what_a_stranger_names_is_not_fetched_from_our_own_network(host):
    host.files["/x"] = (200, "text/html", page())
    assert fetch(f"{host.address}/x", 10_000, 5).body == page()
    host.asked.clear()
    with pytest.raises(FetchFailed, match="own network"):
        fetch(f"{host.address}/x", 10_000, 5, inside=False)
    assert host.asked == []
