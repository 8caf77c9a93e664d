"""A site in, its output out, by the real Pelican as a user calls it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.dumps import FERRY

ROOT = Path(__file__).resolve().parent.parent
CONF = """
import sys
sys.path.insert(0, {plugins!r})
SITENAME = "Test"
SITEURL = {siteurl!r}
TIMEZONE = "UTC"
PLUGINS = ["copydesk"]
THEME = {theme!r}
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = []
FEED_DOMAIN = "http://localhost"
DEFAULT_CATEGORY = "News"
USE_FOLDER_AS_CATEGORY = False
"""
TOPIC = "Title: Ferries\nWords: ferry, ferries\n\nShips that carry cars.\n"


def lay_out(folder: Path, plugins=ROOT / "plugins", siteurl="", **more) -> Path:
    """Settings and a topic for the seeds that lie in the folder."""
    conf = CONF.format(plugins=str(plugins), theme=str(ROOT / "themes" / "broadsheet"), siteurl=siteurl)
    conf += "".join(f"{name} = {value!r}\n" for name, value in more.items())
    (folder / "pelicanconf.py").write_text(conf)
    topics = folder / "content" / "topics"
    topics.mkdir(parents=True)
    (topics / "ferries.md").write_text(TOPIC)
    return folder


def build(folder: Path, *options: str, **env: str) -> subprocess.CompletedProcess:
    call = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors", *options]
    return subprocess.run(
        call,
        check=False,
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "1000", **env},
        timeout=300,
    )


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_build_makes_posts_pages_and_topics_and_a_second_changes_no_post(site):
    root = lay_out(site.root)
    done = build(root)
    assert done.returncode == 0, done.stdout + done.stderr
    posts = files(root / "content")
    page = (root / "output" / "ferry-fares-rise-after-record-summer.html").read_text()
    assert "voted on Thursday to raise ferry fares" in page
    assert "Ten walks along the coast" not in page
    topic = (root / "output" / "topics" / "ferries" / "index.html").read_text()
    assert "Ferry fares rise after record summer" in topic
    assert "Library opens" not in re.sub(r"(?s)<footer.*", "", topic)
    assert (root / "output" / "topics" / "ferries" / "feed.atom.xml").is_file()

    output = files(root / "output")
    assert build(root).returncode == 0
    assert files(root / "content") == posts
    assert files(root / "output") == output

    next((root / "content").rglob("ferry*.md")).unlink()
    done = build(root)
    assert files(root / "content") == posts
    assert "made again as the seed is still there: content/articles/2026/ferry" in done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
@pytest.mark.parametrize("target", ["html", "publish"])
def test_make_lays_out_the_folder_that_pelican_asks_for(tmp_path, target):
    call = ["make", "--dry-run", target, f"INPUT={tmp_path / 'content'}"]
    done = subprocess.run(call, check=True, cwd=ROOT, capture_output=True, text=True)
    assert f"mkdir -p {tmp_path / 'content'}\n" in done.stdout


def test_a_site_without_an_article_promises_no_feed_of_editions(tmp_path):
    root = lay_out(tmp_path)
    assert build(root).returncode == 0
    page = (root / "output" / "editions" / "index.html").read_text(encoding="utf-8")
    assert "editions/feed.atom.xml" not in page
    assert not (root / "output" / "editions" / "feed.atom.xml").exists()


TRAVEL = "Title: A journey\nDate: 2020-01-02\nTags: travel\n\nHello world.\n"


@pytest.mark.parametrize(
    ("more", "kept"),
    [
        ({"THEME": "notmyidea"}, True),
        ({"THEME": "notmyidea", "COPYDESK_TAG_MIN": 2}, False),
        ({"THEME": "notmyidea", "THEME_TEMPLATES_OVERRIDES": ["mine"]}, False),
        ({}, False),
    ],
)
def test_a_tag_keeps_its_page_in_a_theme_that_does_not_ask_which_have_one(tmp_path, more, kept):
    root = lay_out(tmp_path, **more)
    for path, text in {
        "content/articles/old.md": TRAVEL,
        "mine/tags.html": "{% for tag, _ in tags %}{{ tag.paged }}{% endfor %}",
    }.items():
        (root / path).parent.mkdir()
        (root / path).write_text(text)
    done = build(root)
    assert done.returncode == 0, done.stderr
    assert (root / "output" / "tag" / "travel.html").is_file() == kept


def test_the_feeds_of_a_preview_lead_to_where_it_is_served(site):
    lay_out(site.root)
    done = build(site.root)
    assert done.returncode == 0, done.stderr
    output = site.root / "output"
    atom = "".join(path.read_text(encoding="utf-8") for path in output.rglob("*.atom.xml"))
    links = re.findall(r'<link href="([^"]+)"', atom)
    assert len(links) > 4
    assert [link for link in links if not link.startswith("http://localhost/")] == []
    assert re.findall(r"<id>(?!http://localhost/|tag:localhost,)[^<]*", atom) == []
    told = json.loads((output / "feed.json").read_text(encoding="utf-8"))
    assert {told["home_page_url"], told["items"][0]["url"][:17]} == {"http://localhost/"}
    assert 'xmlUrl="http://localhost/topics/' in (output / "topics.opml").read_text(encoding="utf-8")


def test_a_bad_seed_is_named_and_the_site_is_built(site):
    root = lay_out(site.root)
    (root / "seeds" / "menu.txt").write_text("Home\nNews\nSport\n")
    done = build(root)
    assert done.returncode == 0
    assert "seeds/menu.txt" in done.stdout + done.stderr
    assert (root / "output" / "index.html").is_file()


def test_strict_makes_it_fail(site):
    root = lay_out(site.root, COPYDESK_STRICT=True)
    (root / "seeds" / "menu.txt").write_text("Home\nNews\nSport\n")
    done = build(root)
    assert done.returncode == 1
    assert "seeds/menu.txt" in done.stdout + done.stderr


def test_a_build_says_what_was_not_sure_about_a_new_seed(site):
    root = lay_out(site.root)
    (root / "seeds" / "ferry.txt").write_text(FERRY.replace("November 12, 2026\n", ""))
    done = build(root)
    assert "seeds/ferry.txt: nothing says when this was published" in done.stdout + done.stderr
    assert "seeds/ferry.txt" not in build(root).stdout


def test_a_page_that_tells_its_update_alone_is_dated_by_it(site):
    root = lay_out(site.root)
    (root / "seeds" / "ferry.txt").write_text(FERRY.replace("November 12, 2026", "Updated November 12, 2026"))
    done = build(root)
    assert "only that it was updated on 2026-11-12" in done.stdout + done.stderr
    (post,) = (root / "content" / "articles" / "2026").glob("*ferr*.md")
    assert "Date: 2026-11-12\nDate_from: update\n" in post.read_text()
    page = (root / "output" / f"{post.stem}.html").read_text()
    assert "Updated on" in page
    assert "Undated" not in page


def test_an_unknown_setting_stops_with_a_sentence(site):
    done = build(lay_out(site.root, COPYDESK_SEED="raw"))
    assert done.returncode == 1
    assert "COPYDESK_SEED is no setting of copydesk" in re.sub(r"\s+", " ", done.stdout + done.stderr)


@pytest.mark.parametrize(
    ("more", "said", "code"),
    [
        ({"MENUITEMS": ("Home", "/")}, "MENUITEMS is ('Home', '/'), but wants a list of pairs", 1),
        ({"DEFAULT_LANG": ""}, "DEFAULT_LANG is '', which is no language's code", 2),
        ({"TAG_SAVE_AS": "{slugg}.html"}, "TAG_SAVE_AS is '{slugg}.html', and nothing says {slugg}", 1),
        ({"ARTICLE_URL": "{slugg}/"}, "ARTICLE_URL is '{slugg}/', and nothing says {slugg}. Did you mean slug?", 1),
        ({"ARTICLE_SAVE_AS": "{slugg}.html"}, "ARTICLE_SAVE_AS is '{slugg}.html', and nothing says {slugg}", 1),
    ],
)
def test_a_setting_that_cannot_be_used_stops_a_build_with_a_sentence_and_is_found_by_check(site, more, said, code):
    root = lay_out(site.root, **more)
    done = build(root)
    told = done.stdout + done.stderr
    assert (done.returncode, said in told, "Traceback" in told) == (1, True, False)
    call = [sys.executable, "-m", "copydesk", "check"]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    checked = subprocess.run(call, check=False, cwd=root, capture_output=True, text=True, env=env, timeout=300)
    assert (checked.returncode, said in checked.stdout + checked.stderr) == (code, True)


def test_a_post_that_does_not_say_what_its_address_is_made_of_is_left_out_and_named(site):
    root = lay_out(site.root, ARTICLE_URL="{section}/{slug}/", ARTICLE_SAVE_AS="{section}/{slug}/index.html")
    (root / "content" / "articles").mkdir()
    (root / "content" / "articles" / "old.md").write_text(f"Section: trips\n{TRAVEL}")
    done = build(root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (root / "output" / "trips" / "a-journey" / "index.html").is_file()
    assert "says no “section”, of which its address is made" in done.stdout + done.stderr


@pytest.mark.parametrize(
    "text",
    [
        FERRY.replace("Councillors said", "Status: hidden\n\nSave_as: ../../escaped.html\n\nCouncillors said"),
        FERRY.replace(
            "Ferry fares rise after record summer", "Ferry fares rise <script>alert(1)</script> & {{ SITEURL }}"
        ),
        FERRY.replace(
            "Councillors said", "{% raw %} {filename}/x {attach}../../../etc/passwd ![x](y) Councillors said"
        ),
    ],
)
def test_hostile_seeds_stay_text_and_inside(site, text):
    root = lay_out(site.root)
    (root / "seeds" / "ferry.txt").write_text(text)
    done = build(root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert {p.name for p in root.iterdir()} <= {"seeds", "content", "output", "pelicanconf.py", "__pycache__", ".cache"}
    pages = [p.read_text() for p in (root / "output").rglob("*.html")]
    assert not [page for page in pages if "<script>alert" in page]
    assert list(root.parent.iterdir()) == [root]


@pytest.mark.slow
def test_the_wheel_works_in_any_site(site, tmp_path_factory):
    place = tmp_path_factory.mktemp("wheel")
    source = place / "source"
    for name in ("plugins", "pyproject.toml", "README.md", "LICENSE"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        source.mkdir(exist_ok=True)
        copy(ROOT / name, source / name)
    wheel = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(place), str(source)]
    subprocess.run(wheel, check=True, capture_output=True, timeout=300)
    (built,) = place.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(place / "lib"), str(built)]
    subprocess.run(pip, check=True, capture_output=True, timeout=300)
    root = lay_out(site.root, plugins=place / "lib")
    done = build(root, PYTHONPATH=str(place / "lib"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert (root / "output" / "topics" / "ferries" / "index.html").is_file()


TWICE = """
from pelican import Pelican
from pelican.settings import read_settings
pelican = Pelican(read_settings("pelicanconf.py"))
for _ in range(2):
    pelican.run()
"""


def test_a_rebuild_in_one_process_is_incremental(site):
    root = lay_out(site.root, PLUGINS=["copydesk", "presswork"], PATH="content")
    done = subprocess.run(
        [sys.executable, "-c", TWICE], check=True, cwd=root, capture_output=True, text=True, timeout=300
    )
    assert done.stdout.count("Press: full build") == 1
    assert done.stdout.count("Press: incremental build") == 1
    lines = done.stdout.splitlines()
    (last,) = [number for number, line in enumerate(lines) if line.startswith("Press: incremental build")]
    assert lines[last].endswith(" removed.")
    assert lines[last + 1].startswith("Done: ")


COUNTED = """
from copydesk.presenting import cards
def cover(*told, own=cards.cover):
    print("The site's own card.")
    return own(*told)
cards.cover = cover
"""


def test_the_site_s_own_card_is_worked_out_once_a_build(site):
    root = lay_out(site.root)
    (root / "pelicanconf.py").write_text((root / "pelicanconf.py").read_text() + COUNTED)
    done = build(root)
    assert done.stdout.count("The site's own card.") == 1, done.stdout + done.stderr
