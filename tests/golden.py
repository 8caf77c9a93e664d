"""Case folders in, their posts out; `make golden` writes them."""

import datetime
from pathlib import Path

from copydesk import describing, desk, posting
from copydesk.house import House
from copydesk.model import Story

CASES = Path(__file__).resolve().parent / "cases"
TODAY = datetime.date(2026, 12, 1)
UNDATED = datetime.date(2026, 11, 22)


def house() -> House:
    """An empty house: no topics, no memory, a fixed day."""
    return House(CASES, TODAY, describing.remember([], describing.vocabulary(CASES / "none.toml")), rules="0" * 64)


def prepared(folder: Path) -> Story:
    """The story of a case; raises the refusal of one that holds none."""
    (seed,) = [path for path in sorted(folder.glob("seed.*")) if path.suffix != ".toml"]
    (outcome,) = desk.prepare_file(seed, house())
    if outcome.story is None:
        raise outcome.refusal
    return outcome.story


def made(folder: Path) -> str:
    """The post of a case, without the line that changes with every change of the desk."""
    story = prepared(folder)
    text = posting.compose(story, posting.slug(story.article.title, ()), story.article.date or UNDATED, "0" * 64)
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("Made: "))


if __name__ == "__main__":
    for path in sorted(CASES.iterdir()):
        if path.is_dir():
            (path / "post.md").write_text(made(path), encoding="utf-8")
