"""Every public attack in every place where a seed can speak; nothing runs in a reader's browser, nothing calls out."""

from dataclasses import replace
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from copydesk.posting import compose
from tests.safety.hostile import DAY, TEXTS, story, vectors
from tests.safety.newsstand import Visit, build, chromium, look, reader, served

A_POST = 240  # attacks in one post: enough posts for several pages of each kind, few enough to be quick
TAGS = 4
ATOM = "{http://www.w3.org/2005/Atom}"

pytestmark = pytest.mark.browser


def lay_out(root, texts):
    """Posts as the desk writes them, seeds that go through all of it, and a topic for them all."""
    posts, seeds, topics = root / "content" / "articles", root / "seeds", root / "content" / "topics"
    for folder in (posts, seeds, topics):
        folder.mkdir(parents=True)
    (topics / "ferries.md").write_text("Title: Ferries\nWords: ferry\n\nShips.\n")
    for number, start in enumerate(range(0, len(texts), A_POST)):
        some, name = texts[start : start + A_POST], f"seeds/post-{number}.md"
        told = replace(story(some, name), tags=tuple(some[:TAGS]))
        text = compose(told, f"post-{number}", DAY, "b" * 64)
        (posts / f"post-{number}.md").write_text(text, encoding="utf-8")
        lines = "\n\n".join(
            " ".join(f"{one} says the ferry company." for one in some[n : n + 5]) for n in range(0, A_POST, 5)
        )
        seed = f"Ferry story {number} {some[0]}\n\nBy {some[1]}\n\n20 November 2026\n\n{lines}\n"
        (root / name).write_text(seed, encoding="utf-8", errors="replace")
        (seeds / f"dump-{number}.txt").write_text(seed, encoding="utf-8", errors="replace")


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """The built site and its address."""
    root = tmp_path_factory.mktemp("attacked")
    lay_out(root, [*vectors(), *TEXTS])
    with chromium() as browser, served(root / "output") as url:
        done = build(root, url, COPYDESK_CARDS=False, DELETE_OUTPUT_DIRECTORY=False)
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        yield browser, root / "output", url


@pytest.mark.parametrize("policy", [False, True], ids=["without-policy", "with-policy"])
def test_nothing_runs_on_any_page(attacked, policy):
    browser, output, url = attacked
    visit, pages = Visit(), sorted(output.rglob("*.html"))
    with reader(browser, url, visit, policy=policy) as page:
        for path in pages:
            page.goto(f"{url}/{path.relative_to(output).as_posix()}", wait_until="load")
            look(page, visit, path.name)
    assert visit.harm == []
    assert len([path for path in pages if "articles" in path.parts]) > len(vectors()) / A_POST


@pytest.mark.parametrize("policy", [False, True], ids=["without-policy", "with-policy"])
def test_nothing_runs_on_the_search_page(attacked, policy):
    browser, _, url = attacked
    visit = Visit()
    with reader(browser, url, visit, policy=policy) as page:
        for query in ("ferry company", "<img src=x onerror=alert(1)>", '"><script>alert(1)</script>'):
            page.goto(f"{url}/search/?q={quote(query)}", wait_until="networkidle")
            look(page, visit, query)
    assert visit.harm == []


def feed_texts(output):
    """Every text that a feed gives as HTML."""
    feeds = sorted(output.rglob("*.xml"))
    assert feeds
    for path in feeds:
        for entry in ElementTree.parse(path).iter(ATOM + "entry"):
            yield from (part.text or "" for part in entry if part.get("type") == "html")


def test_nothing_runs_in_a_trusting_feed_reader(attacked):
    browser, output, url = attacked
    visit, texts = Visit(), list(dict.fromkeys(feed_texts(output)))
    with reader(browser, url, visit, policy=False) as page:
        page.goto(f"{url}/404.html")
        for start in range(0, len(texts), 20):
            page.set_content("".join(f"<div>{text}</div>" for text in texts[start : start + 20]))
            look(page, visit, "feed")
    assert visit.harm == []
    assert len(texts) > len(vectors()) / A_POST


def test_the_spy_sees_what_runs_and_what_calls_out(attacked):
    browser, _, url = attacked
    visit = Visit()
    with reader(browser, url, visit, policy=False) as page:
        page.goto(f"{url}/404.html")
        page.set_content(
            "<img src='//evil.example/x' onerror='alert(1)'><script>confirm(2)</script>", wait_until="load"
        )
        look(page, visit, "spy")
    assert visit.ran == ["spy: confirm: 2", "spy: alert: 1"]
    assert visit.asked == ["http://evil.example/x"]
    assert len(visit.strangers) == 2
