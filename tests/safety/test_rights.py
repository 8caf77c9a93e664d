"""What a publisher asks for: excerpts, canonical and noindex, articles taken off the site."""

import shutil
import subprocess

import pytest

from copydesk.__main__ import main
from copydesk.addresses import web_address
from copydesk.model import CopydeskError
from copydesk.presenting.rights import bare, excerpt, unpublish, withdrawn
from tests.safety.newsstand import build

SOURCE = "https://ledger.example/ferry"
POST = "Title: Ferry {name}\nDate: 2026-11-{day:02d}\nSlug: ferry-{name}\nTags: Ferries\nSource: The Ledger\n"
POST += (
    "Source_url: {source}\n\nThe ferry {name} sails at noon. It carries {name}words and many more cars than before.\n"
)
TOPIC = "Title: Ferries\nWords: ferry\n\nShips.\n"


@pytest.fixture
def root(tmp_path):
    posts = tmp_path / "content" / "articles"
    posts.mkdir(parents=True)
    (tmp_path / "content" / "topics").mkdir()
    (tmp_path / "content" / "topics" / "ferries.md").write_text(TOPIC)
    for day, name in enumerate(("alpha", "beta", "gamma"), 1):
        (posts / f"{name}.md").write_text(POST.format(name=name, day=day, source=f"{SOURCE}/{name}"))
    own = POST.replace("Source_url: {source}\n", "").format(name="own", day=4)
    (posts / "own.md").write_text(own)
    return tmp_path


def built(root, **more):
    done = build(root, "https://digest.example", COPYDESK_CARDS=True, **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def page(root, name):
    return (root / "output" / "articles" / f"ferry-{name}" / "index.html").read_text()


def test_a_page_shows_as_much_as_it_may_and_says_where_the_rest_is(root):
    built(root, COPYDESK_EXCERPT=4, COPYDESK_CANONICAL=True, COPYDESK_NOINDEX=True)
    alpha, own = page(root, "alpha"), page(root, "own")
    assert "The ferry alpha sails" in alpha
    assert "alphawords" not in alpha
    assert f'href="{SOURCE}/alpha" rel="noopener nofollow ugc"' in alpha
    assert f'<link rel="canonical" href="{SOURCE}/alpha">' in alpha
    assert '<meta name="robots" content="noindex">' in alpha
    assert "ownwords" in own
    assert '<link rel="canonical" href="https://digest.example/articles/ferry-own/">' in own
    assert "noindex" not in own
    feeds = [path.read_text() for path in (root / "output").rglob("*") if path.suffix in (".xml", ".json")]
    assert not [feed for feed in feeds if "alphawords" in feed]


def traces(root, name):
    """Every file that speaks of an article, but for those in which its text was handed in and taken down."""
    words = (f"{name}words".encode(), f"ferry-{name}".encode(), f"Ferry {name}".encode())
    told = {root / "content" / "articles" / f"{name}.md", root / "content" / "takedown.txt"}
    files = [path for path in root.rglob("*") if path.is_file() and path not in told]
    return [path for path in files if f"ferry-{name}" in str(path) or any(word in path.read_bytes() for word in words)]


def test_an_article_that_was_taken_down_leaves_no_trace(root):
    built(root)
    story = (root / "content" / "stories.txt").read_text().splitlines()[-1].partition(":")[0]
    assert story == "ferry-alpha"
    assert traces(root, "alpha")
    listed = f"# by letter of 20 November\nferry-alpha\n{SOURCE}/beta/#top\n\nferry-nobody\n"
    (root / "content" / "takedown.txt").write_text(listed)
    done = built(root)
    told = "content/takedown.txt:5: no article is called ferry-nobody. Did you mean ferry-own?"
    assert told in done.stdout + done.stderr
    assert traces(root, "alpha") == traces(root, "beta") == []
    assert {path.name for path in (root / "output" / "articles").iterdir()} == {"ferry-gamma", "ferry-own"}
    assert traces(root, "gamma")
    assert traces(root, "own")
    kept, shown = (
        {path.name for path in folder.rglob("*.png")} for folder in (root / ".cache", root / "output" / "cards")
    )
    assert kept == shown
    for name in ("alpha", "beta"):
        (root / "content" / "articles" / f"{name}.md").unlink()
    said = built(root)
    assert "no article is called ferry-nobody." in said.stdout + said.stderr
    assert said.stdout.count("no article is called") + said.stderr.count("no article is called") == 1
    assert traces(root, "alpha") == traces(root, "beta") == []
    told = [path.read_bytes() for path in root.rglob("*") if path.is_file()]
    assert [text for text in told if b"gammaword" in text]
    assert not [text for text in told if b"alphaword" in text or b"betaword" in text]


def test_without_the_press_a_page_that_was_taken_down_is_deleted_too(root):
    built(root, PLUGINS=["copydesk"])
    assert "betawords" in page(root, "beta")
    (root / "content" / "takedown.txt").write_text("ferry-alpha\nferry-beta\n")
    built(root, PLUGINS=["copydesk"])
    assert not (root / "output" / "articles" / "ferry-beta").exists()
    told = [path.relative_to(root / "output").parts[0] for path in traces(root, "alpha") + traces(root, "beta")]
    assert set(told) <= {"2026", "stories"}  # lists of what is gone, of which Pelican writes none any more
    assert "gammawords" in page(root, "gamma")


def test_no_page_of_another_or_outside_the_output_is_deleted(tmp_path):
    output = tmp_path / "output"
    output.mkdir()
    for name in ("output/mine.html", "output/gone.html", "out.html"):
        (tmp_path / name).touch()
    unpublish(output, {"mine.html", "gone.html", "../out.html", "never.html", ""}, {"mine.html"})
    assert sorted(path.name for path in tmp_path.rglob("*.html")) == ["mine.html", "out.html"]


def test_a_page_that_cannot_be_deleted_is_named(tmp_path):
    (tmp_path / "page.html").mkdir()
    with pytest.raises(CopydeskError, match=r"page\.html: .* cannot be deleted .*Delete it"):
        unpublish(tmp_path, {"page.html"}, set())


def test_check_names_a_line_that_takes_nothing_down(root, monkeypatch, capsys):
    (root / "content" / "takedown.txt").write_text("# by letter\nferry-alfa\nferry-beta\n")
    built(root)
    for path in root.rglob("beta.md"):
        path.unlink()
    monkeypatch.chdir(root)
    before = sorted(path for path in root.rglob("*") if path.is_file())
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "content/takedown.txt:2: no article is called ferry-alfa. Did you mean ferry-alpha?" in said
    assert "ferry-beta." not in said
    assert sorted(path for path in root.rglob("*") if path.is_file()) == before


def test_without_a_cache_git_tells_what_was_taken_down(root, monkeypatch, capsys):
    if not shutil.which("git"):
        pytest.skip("there is no git here")
    for call in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *call], cwd=root, check=True)
    listed = f"ferry-alpha\n{SOURCE}/beta\nhttps://digest.example/articles/ferry-gamma/\n"
    wrong = f"ferry-al\n{SOURCE}.beta\nhttps://digest.example/article/ferry-own\nferry\0own\n"
    (root / "content" / "takedown.txt").write_text(listed + wrong)
    for name in ("alpha", "beta", "gamma"):
        (root / "content" / "articles" / f"{name}.md").unlink()
    (root / "pelicanconf.py").write_text('PATH = "content"\nPLUGINS = ["copydesk"]\nSITENAME = "A"\n')
    monkeypatch.chdir(root)
    assert main(["check"]) == 1
    said = [line for line in capsys.readouterr().out.splitlines() if "takedown" in line]
    assert [line.split(":")[1] for line in said] == ["4", "5", "6", "7"]


def test_no_link_leads_to_an_article_that_was_taken_down(root):
    own = root / "content" / "articles" / "own.md"
    own.write_text(own.read_text() + "\n[alpha]({filename}alpha.md) [gamma]({filename}gamma.md)\n")
    (root / "content" / "takedown.txt").write_text("ferry-alpha\n")
    built(root)
    assert "articles/ferry-gamma/" in page(root, "own")
    assert traces(root, "alpha") == []


def test_a_translation_names_no_article_that_was_taken_down(root):
    alpha = root / "content" / "articles" / "alpha.md"
    german = alpha.read_text().replace("Slug:", "Lang: de\nSlug:").replace(f"{SOURCE}/alpha", f"{SOURCE}/alpha-de")
    alpha.with_name("alpha-de.md").write_text(german.replace("Ferry alpha", "Fähre"))
    (root / "content" / "takedown.txt").write_text(f"{SOURCE}/alpha-de\n")
    place = {"ARTICLE_LANG_URL": "de/{slug}/", "ARTICLE_LANG_SAVE_AS": "de/{slug}/index.html"}
    built(root, **place)
    assert "de/ferry-alpha" not in page(root, "alpha")
    (root / "content" / "takedown.txt").unlink()
    built(root, **place)
    assert "de/ferry-alpha" in page(root, "alpha")
    assert (root / "output" / "de" / "ferry-alpha" / "index.html").is_file()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.ledger.example/a/", "http://ledger.example/a"),
        ("https://ledger.example/a#b", "https://ledger.example/a"),
        (" ferry-fares ", "ferry-fares"),
        ("articles/ferry-fares/", "articles/ferry-fares"),
        ("Zeitung.example/zürich/fähre", "https://zeitung.example/z%c3%bcrich/f%C3%A4hre"),
        ("https://www.Straße.example/a", "https://xn--strae-oqa.example/a"),
        ("www.ledger.example/a", "https://ledger.example/a/"),
        ("articles/fähre", "articles/f%C3%A4hre/"),
        ("xn--\x80.example/a", "http://XN--\x80.example/a"),
        ("https://münchen.example/straße?x=ä", web_address("https://münchen.example/straße?x=ä")),
        ("https://münchen.example/a", "https://XN--MNCHEN-3YA.example/a"),
        ("https://ledger.example/%7Eada/%61%2C%28b%29", "https://ledger.example:443/~ada/a,(b)?"),
        ("http://ledger.example:80/a%20b", "https://ledger.example/a b/?"),
        ("https://ledger.example/fähre", "https://ledger.example/fa\u0308hre"),
        ("https://ledger.example/f%E4hre", "https://ledger.example/f%e4hre"),
    ],
)
def test_addresses_are_the_same_however_they_are_written(one, other):
    assert bare(one) == bare(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://ledger.example/a", "https://ledger.example/A"),
        ("https://ledger.example/a%2Fb", "https://ledger.example/a/b"),
        ("https://ledger.example/to?url=https://a.example", "https://a.example"),
        ("https://ledger.example/#/story/1", "https://ledger.example/#/story/2"),
        ("https://ledger.example/#!1", "https://ledger.example/#!2"),
        ("https://ledger.example/#/story/1", "https://ledger.example/"),
        ("https://ledger.example/f%E4hre", "https://ledger.example/f%F6hre"),
        ("https://ledger.example/a%252Fb", "https://ledger.example/a%2Fb"),
        ("https://ledger.example/?q=a%2Bb", "https://ledger.example/?q=a+b"),
        ("https://ledger.example:8443/a", "https://ledger.example/a"),
    ],
)
def test_other_addresses_stay_others(one, other):
    assert bare(one) != bare(other)


def test_an_address_in_a_remark_is_none_of_the_list(tmp_path):
    (tmp_path / "takedown.txt").write_text("# as https://ledger.example/a asked\n\nhttps://ledger.example/b # gone\n")
    assert withdrawn(tmp_path / "takedown.txt") == {"ledger.example/b": 3}


def test_a_list_that_cannot_be_read_stops_the_build(tmp_path):
    (tmp_path / "takedown.txt").write_bytes(b"\xff\xfe\x00x")
    with pytest.raises(CopydeskError, match="cannot be read"):
        withdrawn(tmp_path / "takedown.txt")


def test_a_list_that_is_a_link_to_nowhere_stops_the_build(tmp_path):
    (tmp_path / "takedown.txt").symlink_to(tmp_path / "not mounted")
    with pytest.raises(CopydeskError, match=r"no regular file\. Put the list there"):
        withdrawn(tmp_path / "takedown.txt")


def test_a_short_article_is_shown_whole_and_without_a_second_link():
    assert excerpt("<p>One two</p>", 5, "Ledger", SOURCE) == "<p>One two</p>"
    assert excerpt("<p>One two three</p>", 2, "", "javascript:alert(1)") == "<p>One two three</p>"
