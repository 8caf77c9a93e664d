"""Builds the test site, serves it at exactly its SITEURL, and opens a Chromium on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.site import material
from tests.site.report import Bars

ROOT = Path(__file__).parents[2]
SETTINGS = Path(__file__).with_name("site_settings.py")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
SUB_PATH = "/some/where"


@dataclass(frozen=True)
class Built:
    """A built site: its folder, its address, and the headlines by slug."""

    output: Path
    url: str
    titles: dict[str, str]

    def pages(self) -> list[Path]:
        return sorted(self.output.rglob("*.html"))

    def stories(self) -> list[Path]:
        return [self.output / "2026" / slug / "index.html" for slug in self.titles]


class Quiet(SimpleHTTPRequestHandler):
    """A folder served under a path, without a line a request."""

    def __init__(self, *args, prefix="", **kwargs):
        self.prefix = prefix
        super().__init__(*args, **kwargs)

    def translate_path(self, path):
        return super().translate_path(path.removeprefix(self.prefix)) if path.startswith(self.prefix) else "/nowhere"

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def content(tmp_path_factory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("site") / "content"
    return folder, material.write(folder)


@pytest.fixture(scope="session")
def build(content, tmp_path_factory) -> Callable[..., Built]:
    folder, titles = content

    def run(url: str, output: Path | None = None, **environment: str) -> Built:
        output = output or tmp_path_factory.mktemp("output")
        command = [sys.executable, "-m", "pelican", folder, "-o", output, "-s", SETTINGS, "--fatal", "errors"]
        told = {**os.environ, "SITEURL": url, "PYTHONWARNINGS": "ignore", **environment}
        done = subprocess.run(command, env=told, cwd=folder.parent, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return Built(output, url, titles)

    return run


@pytest.fixture(scope="session")
def site(build, tmp_path_factory) -> Iterator[Built]:
    """The site at a sub-path, as most GitHub Pages sites are, served."""
    output = tmp_path_factory.mktemp("served")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(output), prefix=SUB_PATH))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield build(f"http://127.0.0.1:{server.server_port}{SUB_PATH}", output)
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def rooted(build) -> Built:
    """The site at the root of an address of its own."""
    return build("https://news.example.org")


@pytest.fixture(scope="session")
def relative(build) -> Built:
    """The site with relative addresses, as it is read from a folder."""
    return build("", RELATIVE="1")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    found = os.environ.get("CHROME_PATH") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.skip("No Chromium here: 'apt install chromium', or name one in CHROME_PATH, to run the browser tests.")
    return found


@pytest.fixture(scope="session")
def browser(chromium):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser, site):
    """Opens a page of a width in light or dark: it shows addresses of the site, and keeps what it heard said."""
    contexts = []

    def opened(width=1280, mode="light", **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, color_scheme=mode, **options))
        page = contexts[-1].new_page()
        page.heard = []
        page.on("console", lambda message: page.heard.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: page.heard.append(f"{page.url}: {error}"))
        page.show = lambda path: page.goto(f"{site.url}/{path}", wait_until=ready(path))
        return page

    yield opened
    for context in contexts:
        context.close()


def ready(path):
    """What to wait for: the search goes on asking for its index when its page has loaded."""
    return "networkidle" if path.startswith("search") else "load"


@pytest.fixture(scope="session")
def artefacts() -> Path:
    """Where screenshots and the report stay, for a person to look at."""
    folder = ROOT / "test-artefacts" / "site"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def bars(artefacts) -> Iterator[Bars]:
    """Where tests tell what they measured; the report is written when the last has."""
    measured = Bars()
    yield measured
    measured.write(artefacts)


@pytest.fixture
def tool(bars) -> Callable[[str, str], str]:
    """Finds a tool of the web's trade by its name under `node_modules`; skips the test where it is not installed."""

    def found(what: str, name: str) -> str:
        path = Path(os.environ.get("COPYDESK_TOOLS", ROOT / ".tools"), "node_modules", name)
        if path.exists():
            return str(path)
        why = f"{path.name} is not here: 'make site-tools' fetches it by npm; vnu also wants Java."
        bars.skip(what, why)
        pytest.skip(why)

    return found
