"""Posts that were read before: the same posts again, and read anew whenever anything about them may have changed."""

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pelican import contents
from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG

from presswork import morgue
from presswork.digests import Doubt
from presswork.internals import generators
from presswork.snapshots import Developer, taken
from tests.presswork.sites import FILES, assert_same, build, make, press

CONF = 'SITENAME = "Morgue"\nTIMEZONE = "Europe/Paris"\nPATH = "content"\nSITEURL = "https://example.org"\n'
POSTS = {
    name: FILES[name]
    for name in ("plain.md", "rich.md", "links.md", "attached.txt", "images/pic.svg", "pages/about.md")
} | {"first.md": "Title: First\nDate: 2024-05-01\nAuthors: Ann Lee; Bo Ek\nTags: a, b\n\nWords one.\n"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make(tmp_path, POSTS, CONF)


def old(path: Path) -> None:
    """Have a file look as if it had lain there for long, as far as a program may say so."""
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns - 10**12))


def post(**metadata: Any) -> contents.Article:
    settings = DEFAULT_CONFIG | {"PATH": "/site", "DEFAULT_LANG": "en", "TIMEZONE": "Europe/Paris"}
    made: contents.Article = contents.Article("<p>Text</p>", metadata, settings, "/site/a.md", {})  # type: ignore[no-untyped-call]
    return made


def test_a_snapshot_gives_the_post_again() -> None:
    from pelican.urlwrappers import Author, Category, Tag
    from pelican.utils import SafeDatetime

    settings = DEFAULT_CONFIG | {"PATH": "/site", "DEFAULT_LANG": "en", "TIMEZONE": "Europe/Paris"}
    given = {
        "title": "A post",
        "date": SafeDatetime(2024, 3, 1, 10, 20),
        "tags": [Tag("One", settings), Tag("Two", settings)],
        "category": Category("News", settings),
        "authors": [Author("Ann", settings)],
        "save_as": "elsewhere.html",
        "lines": ["one", "two"],
    }
    made: Any = contents.Article("<p>Text</p>", given, settings, "/site/a.md", {})  # type: ignore[no-untyped-call]
    again: Any = Developer(settings, shared=False).post("Article", taken(made), {})
    assert vars(made).keys() - vars(again).keys() == {"_content"}
    for name in vars(again).keys() - {"_context"}:
        assert vars(again)[name] == vars(made)[name], name
        assert type(vars(again)[name]) is type(vars(made)[name]), name
    assert list(again.metadata) == list(made.metadata)
    assert again.author is again.authors[0]
    assert again.metadata["tags"] is again.tags
    assert (again.url, again.date.tzinfo.key) == (made.url, "Europe/Paris")


def test_a_post_with_a_thing_of_its_own_is_not_kept() -> None:
    with pytest.raises(Doubt, match="object"):
        taken(post(title="A post", thing=object()))


def test_posts_from_the_morgue_make_the_same_site(site: Path) -> None:
    press(site, "press")
    (site / "theme").mkdir()
    build(site, "stock", DEFAULT_PAGINATION=2)
    press(site, "press", DEFAULT_PAGINATION=2)
    press(site, "press", DEFAULT_PAGINATION=2)
    for path in (site / "press").glob("*.html"):
        path.unlink()  # they are made again, of posts that nobody has read
    press(site, "press", DEFAULT_PAGINATION=2)
    assert_same(site / "stock", site / "press")


def test_an_edit_that_keeps_size_and_time_is_seen(site: Path) -> None:
    path = site / "content/first.md"
    old(path)
    press(site, "press")
    stat = path.stat()
    path.write_text(path.read_text().replace("one", "two"))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    press(site, "press")
    assert "Words two" in (site / "press/first.html").read_text()


def test_a_checkout_with_new_times_is_still_incremental(site: Path) -> None:
    press(site, "press")
    for path in (site / "content").rglob("*.*"):
        os.utime(path, ns=(0, 10**18))
    assert "0 pages rendered, 0 files written" in press(site, "press")


@pytest.mark.parametrize(
    "setting", [{"WITH_FUTURE_DATES": False}, {"DEFAULT_DATE": "fs"}, {"DEFAULT_DATE_FORMAT": ("C", "%d")}]
)
def test_posts_that_hang_on_clock_or_locale_are_always_read(setting: dict[str, Any]) -> None:
    assert morgue.is_readable(DEFAULT_CONFIG)
    assert not morgue.is_readable(DEFAULT_CONFIG | setting)


def test_a_listener_of_another_plugin_is_noticed() -> None:
    def listener(_: Any) -> None:
        raise AssertionError

    assert not morgue.foreign((signals.content_object_init,))
    with signals.content_object_init.connected_to(listener):
        assert morgue.foreign((signals.content_object_init,))


def test_files_of_disabled_readers_are_still_looked_for() -> None:
    looked: list[str] = []

    def as_stock(_generator: Any, paths: Any, exclude: Any) -> None:
        looked.extend([*paths, *exclude])

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(generators, "_check_disabled_readers", as_stock)
        for extensions in ((), ("rst",)):
            site = SimpleNamespace(readers=SimpleNamespace(disabled_extensions=extensions))
            generators.check_disabled_readers(site, ["posts"], exclude=["drafts"])
            assert looked == (["posts", "drafts"] if extensions else [])
