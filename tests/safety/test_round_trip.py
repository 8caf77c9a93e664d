"""Any text as a seed, through the desk and Pelican's reader; what a reader sees is the text, and nothing crashes."""

import datetime
import html
import os
import re
from itertools import chain, groupby
from operator import attrgetter
from types import SimpleNamespace

import pytest
from benchmarks import shapes
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from copydesk import describing, desk, posting
from copydesk.house import House
from copydesk.model import PARTED, CopydeskError, Label
from copydesk.posting.markdown import one_line
from tests.safety.hostile import TEXTS, blanks

MANY = int(os.environ.get("COPYDESK_EXAMPLES", "60"))  # `make siege` takes 10,000
DAY = datetime.date(2026, 11, 20)
PIECES = st.sampled_from(TEXTS) | st.text(max_size=120)
quickly = settings(max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A site's folder, an empty house in it, and Pelican's reader."""
    from pelican.readers import MarkdownReader
    from pelican.settings import read_settings

    root = tmp_path_factory.mktemp("trip")
    (root / "seeds").mkdir()
    memory = describing.remember([], describing.vocabulary(root / "none.toml"))
    house = House(root, DAY, memory, rules="0" * 64)
    return SimpleNamespace(root=root, house=house, reader=MarkdownReader(read_settings()))


def printed(place, story):
    """A story -> what Pelican makes of its post: HTML and metadata."""
    path = place.root / "post.md"
    posting.write(path, posting.compose(story, "post", DAY, "0" * 64))
    return place.reader.read(str(path))


NOTES = re.compile(r'<sup id="fnref.*?</sup>|<a class="footnote-backref".*?</a>')


def seen(markup):
    """The words that a browser shows, without those of footnotes."""
    shown = re.sub(r'<img alt="([^"]*)"[^>]*>', r"\1", NOTES.sub("", markup))
    return blanks(html.unescape(re.sub(r"<[^>]*>", "", shown)))


def told(blocks):
    """The words that a post's blocks are to show: of rows that stand together, their cells; footnotes last."""
    runs = [[*run] for _, run in groupby((one for one in blocks if one_line(one.text)), key=attrgetter("kind"))]
    tables = {id(one) for run in runs if len(run) > 1 for one in run if one.kind is Label.ROW}
    text = [one for one in chain(*runs) if one.kind not in (Label.RULE, Label.NOTE)]
    notes = [one for one in chain(*runs) if one.kind is Label.NOTE]
    lines = (
        one_line(one.text).replace(PARTED, " ") if id(one) in tables else one_line(one.text) for one in (*text, *notes)
    )
    return blanks(" ".join(lines))


@quickly
@given(st.lists(PIECES, min_size=1, max_size=12))
def test_a_reader_sees_the_words_of_the_seed(place, pieces):
    check(place, "\n\n".join(pieces))


@pytest.mark.parametrize("name", shapes.SHAPES[".md"])
def test_a_reader_sees_the_words_of_shapes_that_are_hard_on_markdown(place, name):
    check(place, f"{shapes.PROSE}\n\n{shapes.text_of(shapes.SHAPES['.md'][name], 600)}\n\n{shapes.PROSE}")


def check(place, text):
    """Have the desk make a post of a seed and hold what Pelican shows of it against what the article says."""
    seed = place.root / "seeds" / "any.md"  # Markdown is taken as prepared: no line of it is furniture
    seed.write_text(text, encoding="utf-8", errors="replace", newline="")
    for outcome in desk.prepare_file(seed, place.house):
        if outcome.story is None:
            assert isinstance(outcome.refusal, CopydeskError)
            assert outcome.refusal.kind != "fault", outcome.refusal
            continue
        article = outcome.story.article
        content, metadata = printed(place, outcome.story)
        assert seen(content) == told(article.blocks)
        assert html.unescape(metadata["title"]) == one_line(article.title)
        assert (metadata["slug"], metadata["date"].date()) == ("post", DAY)
        assert {"save_as", "url", "template", "status"}.isdisjoint(metadata)


@quickly
@given(
    st.lists(PIECES, min_size=1, max_size=8),
    st.sampled_from([".txt", ".html", ".eml", ".jsonl", ".xml", ".docx", ".pdf", ""]),
)
@example(["http://[broken", shapes.PROSE], ".txt")
def test_no_seed_of_any_kind_brings_the_desk_down(place, pieces, suffix):
    seed = place.root / "seeds" / f"any{suffix}"
    seed.write_bytes("\n".join(pieces).encode("utf-8", "replace"))
    for outcome in desk.prepare_file(seed, place.house):
        assert outcome.story or outcome.refusal.kind != "fault", outcome.refusal
