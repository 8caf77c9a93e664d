"""The documentation in, the desk's own words out: what a page shows must be what the desk says."""

import re
from pathlib import Path

import pytest

from copydesk.__main__ import main

ROOT = Path(__file__).resolve().parent.parent
FLOW = (ROOT / "docs" / "flow.md").read_text(encoding="utf-8")
SEED = "seeds/harbour-ledger/corvane-delays-second-battery-plant.txt"


def shown(kind: str) -> list[str]:
    """The lines of the page's blocks of one kind."""
    return [
        line
        for found in re.findall(rf"^```{kind}\n(.*?)^```", FLOW, re.DOTALL | re.MULTILINE)
        for line in found.splitlines()
    ]


@pytest.mark.parametrize(
    ("kind", "command"), [("explain", ["explain", SEED]), ("post", ["convert", SEED])], ids=["explain", "convert"]
)
def test_the_flow_shows_what_the_desk_says(kind, command, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(command) == 0
    said = [" ".join(re.sub(r"^ *\d+ {2}", "", line).split()) for line in capsys.readouterr().out.splitlines()]
    assert shown(kind)
    for line in shown(kind):
        assert any(one.startswith(line) for one in said), line


def test_the_flow_shows_the_seed():
    lines = [line for line in (ROOT / SEED).read_text(encoding="utf-8").splitlines() if line]
    assert shown("seed") == lines[: len(shown("seed"))]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/flow.md", "docs/settings.md"])
def test_the_links_of_a_page_lead_somewhere(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    here = (ROOT / name).parent
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if not link.startswith("http")]
    assert [link for link in links if not (here / link).exists()] == []


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 120
