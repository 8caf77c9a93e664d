"""Everything that stock Pelican crashes on, hangs at or loses, as people's posts and as seeds of one site."""

import os
import re

import pytest

from tests.dumps import FERRY
from tests.safety.hostile import TEXTS
from tests.safety.newsstand import build
from tests.safety.rows import KNOWN, more

MORE = 260
STOCK = {  # the addresses of a Pelican that nobody has told others
    **{f"{kind.upper()}_SAVE_AS": f"{kind}/{{slug}}.html" for kind in ("tag", "category", "author")},
    **{f"{kind.upper()}_URL": f"{kind}/{{slug}}.html" for kind in ("tag", "category", "author")},
    "ARTICLE_URL": "{slug}.html",
    "ARTICLE_SAVE_AS": "{slug}.html",
    "ARCHIVES_SAVE_AS": "archives.html",
    "PAGINATION_PATTERNS": [
        (1, "{name}{extension}", "{name}{extension}"),
        (2, "{name}{number}{extension}", "{name}{number}{extension}"),
    ],
    "PAGINATED_TEMPLATES": {"index": None, "tag": None, "category": None, "author": None},
    "DEFAULT_PAGINATION": 10,
    "DIRECT_TEMPLATES": ["index", "archives", "tags"],
}  # fmt: skip
SPECIAL = ("pipe.md", "pipe.html", "zero.md", "secret.md", "loop.md", "linked/post.md", "folder.md")


def filled(text, number):
    """A row's bytes, with a title and a word of its own."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return data.replace(b"{title}", b"Row %d" % number).replace(b"{word}", word(number).encode())


def word(number):
    return f"Marker{number}end"


def lay_out(root, rows):
    """A site whose content is the rows, beside a good post and files that are none."""
    posts = root / "content" / "articles"
    posts.mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "secret.txt").write_text("Title: Secret\nDate: 2026-11-20\n\nClassified.\n")
    (root / "elsewhere").mkdir()
    (root / "elsewhere" / "post.md").write_text("Title: Elsewhere\nDate: 2026-11-20\n\nClassified.\n")
    (posts / "good.md").write_text("Title: The good ferry\nDate: 2026-11-21\n\nIt sails.\n")
    for number, (name, text) in enumerate(rows):
        (posts / f"{name}.md").write_bytes(filled(text, number))
    for name in ("pipe.md", "pipe.html"):
        os.mkfifo(posts / name)
    (posts / "zero.md").symlink_to("/dev/zero")
    (posts / "secret.md").symlink_to("../../secret.txt")
    (posts / "loop.md").symlink_to("loop.md")
    (posts / "linked").symlink_to("../../elsewhere")
    (posts / "folder.md").mkdir()
    for number, text in enumerate(TEXTS):
        told = FERRY.replace("Councillors said", f"{text}\n\nCouncillors said").replace("eight", str(number))
        (root / "seeds" / f"{number}.txt").write_text(told, encoding="utf-8", errors="replace")


@pytest.mark.slow
@pytest.mark.parametrize("more_settings", [{}, STOCK], ids=["own", "stock"])
def test_every_row_is_on_the_site_or_named_and_nothing_else_is_touched(tmp_path, more_settings):
    root = tmp_path / "site"
    rows = [*KNOWN.items(), *more(MORE)]
    lay_out(root, rows)
    done = build(root, COPYDESK_CARDS=False, COPYDESK_CPU_SECONDS=0, **more_settings)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said[-3000:]
    assert "Traceback" not in said
    pages = [path.read_text() for path in (root / "output").rglob("*.html")]
    shown = "\n".join(pages)
    assert [
        name for number, (name, _) in enumerate(rows) if word(number) not in shown and f"/{name}.md" not in said
    ] == []
    assert [name for name in (*SPECIAL, "swallowed.md") if name not in said] == []
    assert "The good ferry" in (root / "output" / "index.html").read_text()
    report = re.search(r"Copydesk: (\d+) seeds, (\d+) new(?:, (\d+) set aside)?\.", said)
    assert report, said[-500:]
    seeds, new, aside = (int(count or 0) for count in report.groups())
    assert len(TEXTS) == seeds == new + aside
    assert said.count("seeds/") >= aside
    assert "Classified" not in shown
    assert not [path for path in (root / "output").rglob("*") if path.is_file() and b"Classified" in path.read_bytes()]
    left = {"content", "seeds", "output", ".cache", "pelicanconf.py", "__pycache__", "secret.txt", "elsewhere"}
    assert {path.name for path in root.iterdir()} <= left
    assert list(tmp_path.iterdir()) == [root]
