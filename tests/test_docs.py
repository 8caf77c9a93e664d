"""The documentation in, the desk's own words out: what a page shows must be what the desk says."""

import re
from pathlib import Path

import pytest

from copydesk.__main__ import main
from copydesk.describing import vocabulary
from copydesk.grouping import topics
from copydesk.reading import FORMATS, jsonlines, sidecar

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


PAGES = [f"docs/{name}.md" for name in ("editing", "flow", "presswork", "settings")]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *PAGES])
def test_the_links_of_a_page_lead_somewhere(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    here = (ROOT / name).parent
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if not link.startswith("http")]
    assert [link for link in links if not (here / link).exists()] == []


def test_each_decision_has_a_number_of_its_own_and_thirty_lines_at_most():
    decisions = sorted((ROOT / "docs" / "decisions").iterdir())
    numbers = [path.name.partition("-")[0] for path in decisions]
    assert [number for number in numbers if numbers.count(number) > 1] == []
    assert [path.name for path in decisions if len(path.read_text(encoding="utf-8").splitlines()) > 30] == []


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 120


def test_the_readme_tells_the_press_of_the_same_functions_as_this_site():
    (line,) = [line for line in (ROOT / "pelicanconf.py").read_text().splitlines() if line.startswith("PRESSWORK_PURE")]
    assert f"\n    {line}\n" in (ROOT / "README.md").read_text(encoding="utf-8")


EDITING = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8")


def example(kind: str, folder: Path) -> Path:
    """The page's one block of a kind, as a file."""
    path = folder / f"example.{kind}"
    path.write_text("".join(re.findall(rf"^```{kind}\n(.*?)^```", EDITING, re.DOTALL | re.MULTILINE)), encoding="utf-8")
    return path


def test_the_editors_page_names_every_kind_of_seed():
    table = "".join(line.partition(" | ")[0] for line in EDITING.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(\.\w+)`", table)) == set(FORMATS) - {""}
    keys = next(line for line in EDITING.splitlines() if line.startswith("| `.jsonl` `.json`"))
    assert set(re.findall(r"`(\w+)`", keys)) == set(jsonlines.KEYS)


def test_the_editors_side_car_is_a_side_car(tmp_path):
    source = example("toml", tmp_path).read_text(encoding="utf-8")
    table = sidecar.parsed(source, "ferry.toml")
    assert set(table) == set(sidecar.KEYS)
    assert sidecar.facts(table, source, "ferry.toml").tags == ("ferries", "fares")


def test_the_editors_topic_is_a_topic_of_posts_there_are(tmp_path):
    found = topics.read(example("topic", tmp_path))
    there = {path.stem for path in (ROOT / "content" / "articles").rglob("*.md")}
    assert found.words == ("electric vehicle", "plug-in hybrid", "battery plant")
    assert found.pinned | found.barred <= there
    assert (len(found.pinned), len(found.barred), found.without) == (1, 1, ("toy car",))


def test_the_editors_tags_are_a_vocabulary(tmp_path):
    told = vocabulary(example("tags", tmp_path))
    assert (told.aliases, told.banned) == ((("EV", "Electric vehicles"),), ("News",))
