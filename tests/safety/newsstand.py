"""A folder of hostile posts in, the built site served and a Chromium before it out."""

import functools
import os
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
# The site's own settings, with what a test changes.
CONF = """
import runpy
globals().update({{k: v for k, v in runpy.run_path({conf!r}).items() if k.isupper()}})
SITEURL = FEED_DOMAIN = {url!r}
RELATIVE_URLS = False
PATH, OUTPUT_PATH = "content", "output"
COPYDESK_WORKERS = 1
globals().update({more!r})
"""
# Whatever runs, it tells of itself here.
SPY = """
window.__ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = (...what) => window.__ran.push(name + ": " + what);
addEventListener("securitypolicyviolation", e =>
  window.__ran.push("blocked: " + e.violatedDirective + " " + e.blockedURI));
"""
# Elements and attributes that a page of ours never has.
STRANGERS = """() => [...document.querySelectorAll("*")].filter(e =>
    [...e.attributes].some(a => /^on/i.test(a.name) || a.name == "style" || a.name == "srcdoc") ||
    /^(iframe|frame|object|embed|applet|base|style|math|marquee|video|audio|portal|xmp)$/i.test(e.localName) ||
    (e.matches("a[href], area[href], form[action], [formaction], use, animate") &&
      !/^(https?:|$|mailto:)/.test(new URL(e.href || e.action || e.formAction || "", location).protocol)) ||
    (e.localName == "script" && !e.src && e.type != "application/ld+json") ||
    (e.localName == "meta" && /refresh|set-cookie/i.test(e.httpEquiv)) ||
    (e.src && new URL(e.src, location).host != location.host)
  ).map(e => e.outerHTML.slice(0, 200))"""


class Quiet(SimpleHTTPRequestHandler):
    """A folder served without a line a request."""

    def log_message(self, *_):
        pass


@contextmanager
def served(folder: Path):
    """The folder on a port of this machine; gives the address."""
    folder.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def build(root: Path, url="", env=None, **more) -> subprocess.CompletedProcess:
    """Build the site in `root` by the real Pelican with the project's own settings."""
    conf = CONF.format(conf=str(ROOT / "pelicanconf.py"), url=url, more=more)
    (root / "pelicanconf.py").write_text(conf)
    call = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors"]
    told = {**os.environ, "COLUMNS": "1000", **(env or {})}
    return subprocess.run(call, cwd=root, env=told, capture_output=True, text=True, check=False, timeout=300)


@contextmanager
def chromium():
    """A Chromium; skips the test where there is none."""
    found = os.environ.get("CHROME_PATH") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.skip("no Chromium here: install it, or name one in CHROME_PATH")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass
class Visit:
    """What a reader's browser did: what ran, what it asked others for, what stood there that should not."""

    ran: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    @property
    def harm(self) -> list[str]:
        return [*self.ran, *self.asked, *self.strangers]


@contextmanager
def reader(browser, home: str, visit: Visit, *, policy: bool):
    """A page of a browser that notes all harm; without `policy` the site's CSP does not help."""
    context = browser.new_context(bypass_csp=not policy)
    context.add_init_script(SPY)

    def guard(route):
        if route.request.url.startswith((home, "data:", "blob:")):
            route.continue_()
        else:
            visit.asked.append(route.request.url)
            route.abort()

    context.route(lambda url: not url.startswith(home), guard)
    page = context.new_page()
    page.on("dialog", lambda dialog: (visit.ran.append(dialog.message), dialog.dismiss()))
    yield page
    context.close()


def look(page, visit: Visit, where: str) -> None:
    """Note what ran on the page at hand, and what stands on it that should not."""
    visit.ran += [f"{where}: {what}" for what in page.evaluate("window.__ran")]
    visit.strangers += [f"{where}: {what}" for what in page.evaluate(STRANGERS)]
