"""Addresses in, seeds out: from a server on this machine."""

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from copydesk.__main__ import main
from copydesk.commands.fetch import legible

PAGES = {
    "/news/ferry?id=7": ("text/html", b"<title>Ferry</title><p>Fares rise.</p>"),
    "/news/stra%C3%9Fe%20neu": ("text/plain", b"Fares rise."),
    "/latest": ("application/rss+xml", b"<rss><channel><item><title>Ferry</title></item></channel></rss>"),
    "/pier.png": ("image/png", b"\x89PNG"),
    "/data.json": ("application/json", b"{}"),
    "/setup": ("application/octet-stream", b"MZ"),
    "/silent": (None, b"Fares rise."),
    "/empty": ("text/html", b" \n"),
    "/report.docx": ("application/octet-stream", b"PK"),
    "/notes.md": ("text/plain", b"# Fares"),
    "/rows": ("application/x-ndjson", b'{"title": "Ferry", "text": "Fares rise."}\n'),
    "/mail": ("message/rfc822", b"Subject: Ferry\n\nFares rise."),
    "/pier": ("application/xhtml+xml; charset=utf-8", b"<p>Fares rise.</p>"),
    "/silent.txt": (None, b"Fares rise."),
    "/big": ("text/html", b"x" * 1_000_001),
    "/alike/id/1": ("text/html", b"<p>Fares fall.</p>"),
    "/alike?id=1": ("text/html", b"<p>Fares rise.</p>"),
    "/Alike/id/1": ("text/html", b"<p>Fares stay.</p>"),
}
CZECH = "Řekla rada města, že jízdné od ledna zdraží."
MOVED = {"/short": "/news/ferry?id=7"}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        kind, content = PAGES.get(MOVED.get(self.path, self.path), ("", b""))
        self.send_response(302 if self.path in MOVED else 404 if kind == "" else 200)
        if self.path in MOVED:
            self.send_header("Location", MOVED[self.path])
        if kind is not None:
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


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("/report.docx", ["report-docx.docx", "report-docx.toml"]),
        ("/notes.md", ["notes-md.md", "notes-md.toml"]),
        ("/rows", ["rows.jsonl"]),
        ("/mail", ["mail.eml", "mail.toml"]),
        ("/pier", ["pier.toml", "pier.xhtml"]),
        ("/silent.txt", ["silent-txt.toml", "silent-txt.txt"]),
    ],
)
def test_a_seed_is_named_for_its_kind_or_where_that_says_little_for_its_address(server, seeds, path, files):
    assert main(["fetch", server + path]) == 0
    assert sorted(file.name for file in seeds.iterdir()) == files


def test_nothing_is_fetched_into_a_folder_that_is_no_site(server, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["fetch", f"{server}/latest"]) == 2
    assert "There is no site here" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []


def test_an_address_as_people_copy_it_is_asked_for_as_servers_want_it(server, seeds):
    assert main(["fetch", f"{server}/news/straße neu"]) == 0
    assert (seeds / "news-stra-c3-9fe-20neu.toml").read_text() == f'url = "{server}/news/stra%C3%9Fe%20neu"\n'


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/none", "cannot be fetched"),
        ("/big", "larger than 1 MB"),
        ("/pier.png", "This is no page, but image/png."),
        ("/data.json", "This is no page, but application/json."),
        ("/setup", "This is no page, but application/octet-stream."),
        ("/silent", "The server does not say what this is."),
        ("/empty", "The page is empty."),
        ("file:///etc/hosts", "no web address"),
        ("http://[::1", "no web address"),
        ("http://127.0.0.1:first/", "cannot be fetched"),
    ],
)
def test_what_cannot_be_fetched_is_said_and_leaves_nothing(server, seeds, capsys, path, says):
    assert main(["fetch", path if "://" in path else server + path]) == 1
    assert says in capsys.readouterr().err
    assert not seeds.exists()


@pytest.mark.parametrize(
    ("kind", "page", "kept"),
    [
        ("text/html; charset=windows-1250", CZECH.encode("cp1250"), False),
        ("text/plain; charset=iso-8859-2", CZECH.encode("iso-8859-2"), False),
        ("text/html; charset=iso-8859-1", CZECH.encode(), True),
        ("text/html; charset=utf-8", b'<meta charset="windows-1250"><p>' + CZECH.encode("cp1250"), True),
        ("application/rss+xml; charset=x-none", CZECH.encode("cp1250"), True),
        ("application/pdf; charset=windows-1250", CZECH.encode("cp1250"), True),
    ],
)
def test_what_a_server_alone_says_of_an_encoding_is_not_lost(server, seeds, monkeypatch, kind, page, kept):
    monkeypatch.setitem(PAGES, "/cs", (kind, page))
    assert main(["fetch", f"{server}/cs"]) == 0
    (seed,) = (path for path in seeds.iterdir() if path.suffix != ".toml")
    assert seed.read_bytes() == (page if kept else CZECH.encode())


@pytest.mark.parametrize(
    ("charset", "read"),
    [
        *((name, "cp1252") for name in ("iso-8859-1", "latin1", "US-ASCII", "windows-1252")),
        ("iso-8859-9", "cp1254"),
        ("gb2312", "gb18030"),
        *((name, "") for name in ("utf-7", "unicode_escape", "utf-8", "rot13", "x-none", "")),
    ],
)
def test_an_encoding_is_read_as_browsers_read_it(charset, read):
    content = "“Fares rise” – €5".encode("cp1252")
    assert legible(content, charset) == (content.decode(read, "replace").encode() if read else content)


def test_addresses_that_are_spelt_alike_have_a_seed_each(server, seeds, capsys):
    addresses = [server + path for path in PAGES if path.lower().startswith("/alike")]
    assert main(["fetch", *addresses]) == 0
    told = {path.read_text(): path.with_suffix(".html").read_bytes() for path in seeds.glob("*.toml")}
    assert told == {f'url = "{url}"\n': PAGES[url.removeprefix(server)][1] for url in addresses}
    assert main(["fetch", *addresses, f"{addresses[1]}#more"]) == 1
    assert capsys.readouterr().err.count("There is a seed from this address") == 4
    assert len([*seeds.iterdir()]) == 6


def test_a_seed_is_of_the_address_to_which_its_own_leads(server, seeds):
    assert main(["fetch", f"{server}/short"]) == 0
    assert (seeds / "news-ferry-id-7.toml").read_text() == f'url = "{server}/news/ferry?id=7"\n'


def test_what_a_person_wrote_beside_a_seed_stays_when_it_is_fetched_again(server, seeds):
    assert main(["fetch", f"{server}/mail"]) == 0
    (seeds / "mail.eml").unlink()
    told = (seeds / "mail.toml").read_text() + 'title = "Mine"\n'
    (seeds / "mail.toml").write_text(told)
    assert main(["fetch", f"{server}/mail"]) == 0
    assert (seeds / "mail.toml").read_text() == told


def test_a_seed_is_never_fetched_over(server, seeds, capsys):
    assert main(["fetch", f"{server}/latest"]) == 0
    (seeds / "latest.rss").write_text("mine")
    assert main(["fetch", f"{server}/latest"]) == 1
    assert re.match(r"copydesk: seeds/\S+: There is a seed from this address", capsys.readouterr().err)
    assert (seeds / "latest.rss").read_text() == "mine"
