"""The gates that others built: Nu's checker, html-validate and Lighthouse, where they are installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.site.conftest import FLAGS
from tests.site.test_browser import TEMPLATES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STORIES = 8  # one story in so many is checked besides the templates: they differ by their headlines alone
AUDITED = ("home", "story", "topic", "archive", "search", "about")
CATEGORIES = ("accessibility", "best-practices", "seo")


@pytest.fixture(scope="session")
def pages(site) -> list[Path]:
    """The files of every template, and of some stories."""
    paths = [site.output / path for path in TEMPLATES.values()]
    found = [path / "index.html" if path.is_dir() else path for path in paths]
    return [*dict.fromkeys([*found, *site.stories()[::STORIES]])]


def run(*command: object, **environment: str) -> subprocess.CompletedProcess[str]:
    told = {**os.environ, **environment}
    return subprocess.run(
        [*map(str, command)], capture_output=True, text=True, check=False, timeout=300, env=told, encoding="utf-8"
    )


def test_nu_finds_no_error(site, pages, bars, tool):
    what = "Nu's checker (vnu): HTML and CSS"
    jar = tool(what, "vnu-jar/build/dist/vnu.jar")
    if not shutil.which("java"):
        pytest.skip("No Java here, which vnu wants: 'apt install default-jre-headless'.")
    sheets = sorted((site.output / "theme" / "css").glob("*.css"))
    done = run("java", "-Xss1m", "-jar", jar, "--also-check-css", "--format", "json", "--stdout", *pages, *sheets)
    found = [one for one in json.loads(done.stdout)["messages"] if one["type"] == "error"]
    faults = [f"{one['url'].rpartition('/output')[2]}: {one['message']}" for one in found]
    bars.tell(what, f"{len(faults)} errors in {len(pages)} pages and {len(sheets)} style sheets", faults)
    assert faults == []


def test_html_validate_finds_no_error(pages, bars, tool):
    what = "html-validate, standard and a11y"
    command = tool(what, ".bin/html-validate")
    done = run(command, "--preset", "standard,a11y", "--formatter", "json", *pages)
    found = json.loads(done.stdout)
    faults = [f"{one['filePath']}: {said['ruleId']}: {said['message']}" for one in found for said in one["messages"]]
    bars.tell(what, f"{len(faults)} errors in {len(pages)} pages", faults)
    assert faults == []


@pytest.mark.parametrize("name", AUDITED)
def test_lighthouse_finds_nothing_to_mend(site, chromium, bars, tool, tmp_path, name):
    what = f"Lighthouse, {name}: {', '.join(CATEGORIES)}"
    command, out = tool(what, ".bin/lighthouse"), tmp_path / "report.json"
    told = ("--quiet", f"--only-categories={','.join(CATEGORIES)}", "--output=json", f"--output-path={out}")
    flags = f"--chrome-flags=--headless=new {' '.join(FLAGS)}"
    run(command, f"{site.url}/{TEMPLATES[name]}", *told, flags, CHROME_PATH=chromium)
    said = json.loads(out.read_text(encoding="utf-8"))
    scores = [round(100 * said["categories"][category]["score"]) for category in CATEGORIES]
    short = [f"{said['categories'][category]['title']} below 100" for category in CATEGORIES]
    low = [line for line, score in zip(short, scores, strict=True) if score < 100]
    bars.tell(what, " / ".join(map(str, scores)), low)
    assert low == []
