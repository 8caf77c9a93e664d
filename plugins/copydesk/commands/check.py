"""A site in, whatever a person should mend out: file, line and cure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from copydesk import digest, grouping, posting
from copydesk.commands.progress import bar
from copydesk.presenting.rehearsing import rehearse
from copydesk.report import WAITS
from copydesk.settings import CONF, check_site

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from copydesk.model import CopydeskError
    from copydesk.report import Report
    from copydesk.settings import Settings

EXAMPLE = "copydesk check"


def arguments(parser: argparse.ArgumentParser) -> None:
    del parser  # it takes none


def run(args: argparse.Namespace, settings: Settings) -> int:
    check_site(settings)
    report = digest.run(settings, dry=True, watch=bar)
    problems = once(one.told_from(settings.root) for one in found(settings, args.settings or Path(CONF), report))
    for said in (*problems, *report.news, *report.left):
        print(said)
    fine = "Nothing else needs mending." if report.news else "Nothing needs mending."
    print(f"{len(problems)} to mend." if problems else fine)
    return int(bool(problems))


def once(problems: Iterable[CopydeskError]) -> tuple[str, ...]:
    """What to say of some problems: of one that two have found what names the line, and nothing twice."""
    told = [*problems]
    placed = {(one.path, one.message) for one in told if one.line}
    return (*dict.fromkeys(str(one) for one in told if one.line or (one.path, one.message) not in placed),)


def found(settings: Settings, conf: Path, report: Report) -> Iterator[CopydeskError]:
    """Every problem of the site, topics first, and at the end what its build would stumble over."""
    topics = grouping.load_topics(settings.topics_path)
    yield from topics.problems
    posts = posting.load(settings.posts_path, settings.root, by_name=settings.slugs_by_name).posts
    yield from grouping.check_topics(posts, topics.topics, settings.root)
    yield from report.problems
    yield from (one for one in report.refused if one.kind != WAITS)  # a post's trouble is named already
    yield from report.unsettled
    if conf.is_file():
        yield from rehearse(conf, settings.path(settings.content))
