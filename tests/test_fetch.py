"""Addresses in, seeds out: from a server on this machine."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from copydesk.__main__ import main

PAGES = {
    "/news/ferry?id=7": ("text/html", b"<title>Ferry</title><p>Fares rise.</p>"),
    "/news/stra%C3%9Fe%20neu": ("text/plain", b"Fares rise."),
    "/latest": ("application/rss+xml", b"<rss><channel><item><title>Ferry</title></item></channel></rss>"),
    "/pier.png": ("image/png", b"\x89PNG"),
    "/big": ("text/html", b"x" * 1_000_001),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        kind, content = PAGES.get(self.path, ("", b""))
        self.send_response(200 if kind else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        """Say nothing: the tests' output is not the server's."""


@pytest.fixture
def server():
    serving = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}"
    serving.shutdown()
    serving.server_close()


@pytest.fixture
def seeds(site, monkeypatch):
    monkeypatch.chdir(site.root)
    (site.root / "pelicanconf.py").write_text("COPYDESK_LARGEST = 1\n")
    return site.seeds_path / "127-0-0-1"


def test_a_page_becomes_a_seed_that_knows_its_address(server, seeds, capsys):
    url = f"{server}/news/ferry?id=7"
    assert main(["fetch", url]) == 0
    assert (seeds / "news-ferry-id-7.html").read_bytes() == PAGES["/news/ferry?id=7"][1]
    assert (seeds / "news-ferry-id-7.toml").read_text() == f'url = "{url}"\n'
    assert capsys.readouterr().out.strip().endswith("news-ferry-id-7.html")


def test_a_feed_keeps_its_own_addresses(server, seeds):
    assert main(["fetch", f"{server}/latest"]) == 0
    assert [path.name for path in seeds.iterdir()] == ["latest.rss"]


def test_an_address_as_people_copy_it_is_asked_for_as_servers_want_it(server, seeds):
    assert main(["fetch", f"{server}/news/straße neu"]) == 0
    assert (seeds / "news-stra-c3-9fe-20neu.toml").read_text() == f'url = "{server}/news/stra%C3%9Fe%20neu"\n'


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/none", "cannot be fetched"),
        ("/big", "larger than 1 MB"),
        ("/pier.png", "This is no page, but image/png."),
        ("file:///etc/hosts", "no web address"),
        ("http://[::1", "no web address"),
        ("http://127.0.0.1:first/", "cannot be fetched"),
    ],
)
def test_what_cannot_be_fetched_is_said_and_leaves_nothing(server, seeds, capsys, path, says):
    assert main(["fetch", path if "://" in path else server + path]) == 1
    assert says in capsys.readouterr().err
    assert not seeds.exists()


def test_a_seed_is_never_fetched_over(server, seeds, capsys):
    assert main(["fetch", f"{server}/latest"]) == 0
    (seeds / "latest.rss").write_text("mine")
    assert main(["fetch", f"{server}/latest"]) == 1
    assert "There is a seed from this address" in capsys.readouterr().err
    assert (seeds / "latest.rss").read_text() == "mine"
