"""Pelican's signals in, the desk's calls out."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk import digest, posting
from copydesk.grouping import site as grouping
from copydesk.grouping import tag_pages
from copydesk.model import CopydeskError
from copydesk.presenting import intake
from copydesk.presenting.faults import plainly
from copydesk.settings import check_disk, from_pelican, root_of

if TYPE_CHECKING:
    from copydesk.report import Report
    from copydesk.settings import Settings

log = logging.getLogger(__name__)


def connect() -> None:
    """Connect the desk to Pelican's signals."""
    from pelican import signals

    from copydesk.presenting import site as presenting

    logging.getLogger("pelican").addFilter(plainly)
    signals.get_generators.connect(make_posts)
    signals.content_object_init.connect(spell)
    signals.content_object_init.connect(presenting.hang)  # first: what it leaves of pictures from elsewhere are links
    signals.content_object_init.connect(vouch)
    signals.article_generator_pretaxonomy.connect(tag_pages.name)
    signals.article_generator_finalized.connect(thin_tags)
    signals.all_generators_finalized.connect(watch_seeds)
    presenting.connect()
    signals.finalized.connect(close)


def site(pelican: dict[str, Any]) -> Settings:
    """The desk's settings out of Pelican's; the site's root is the folder above its content."""
    return from_pelican(pelican, root_of(pelican["PATH"]))


def make_posts(pelican: Any) -> list[type]:
    """Make the posts before Pelican reads them, as this signal is the first of every build and rebuild."""
    settings = site(pelican.settings)
    check_disk(settings)
    leave_seeds(pelican.settings, settings)
    intake.ready(Path(pelican.output_path), pelican.settings["OUTPUT_RETENTION"])
    pelican.copydesk_lock = posting.hold(settings.path(settings.cache))  # until the site is built from the posts
    report = digested(settings)
    pelican.copydesk_report = report  # for the closing report, when the same object comes back
    for problem in report.problems:
        log.warning("%s", problem)
    if why := stopped(report, settings):
        name_set_aside(report)  # now, as a build that stops never comes to its closing report
        raise why
    return grouping.generators()


def digested(settings: Settings) -> Report:
    """What a digest did; what a stopped one has to say of its work until then is said at once."""
    try:
        return digest.run(settings)
    except BaseException as stop:
        for note in getattr(stop, "__notes__", ()):
            log.warning("%s", note)
        raise


def stopped(report: Report, settings: Settings) -> CopydeskError | None:
    """Why a build may not go on after a digest, `None` where it may."""
    if report.unwritten:
        return CopydeskError("unwritten", "Posts could not be written.", "Mend the disk where those named above lie.")
    if report.refused and settings.strict:
        return CopydeskError("strict", "Seeds were set aside.", "Mend those named above; COPYDESK_STRICT is on.")
    return None


def spell(content: Any) -> None:
    """Give a content that has no slug of its own, and a title that makes no sound one, an address all the same."""
    if isinstance(getattr(content, "title", None), str) and "slug" not in content.metadata and content.default_template:
        content.slug = posting.spelt(content.slug, content.title)


def vouch(content: Any) -> None:
    """Clean what the desk wrote once more, now that it is HTML."""
    posting.vouch(content, site(content.settings))


def close(pelican: Any) -> None:
    """Say at the end, where it is seen, what became of the seeds."""
    from pelican.log import console

    report = pelican.copydesk_report
    if pelican.copydesk_lock:
        pelican.copydesk_lock.release(force=True)
    name_set_aside(report)
    for doubt in report.doubts:
        log.warning("%s", doubt)
    for notice in report.notices:
        log.warning("%s", notice)
    console.print(f"Copydesk: {report}.", soft_wrap=True, markup=False)


def name_set_aside(report: Report) -> None:
    """Say of each seed that was set aside where it lies, why, and what to do."""
    for entry in report.set_aside:
        log.warning("%s", entry.refusal)


def thin_tags(generator: Any) -> None:
    """Leave pages only to the tags that deserve one, where the theme tells those from others or the editor says so."""
    minimum = site(generator.settings).tag_min
    if minimum or tag_pages.asked(generator.settings):
        tag_pages.thin(generator, minimum)


def watch_seeds(generators: list[Any]) -> None:
    """Have Pelican's autoreload watch the seeds: it watches the static paths, once their files are gathered."""
    pelican = generators[0].settings
    settings = site(pelican)
    if settings.strict and (left_out := generators[0].context.get(intake.LEFT_OUT)):
        hint = "Mend the files named above; COPYDESK_STRICT is on."
        raise CopydeskError("strict", f"Files of the content were left out: {len(left_out)}.", hint)
    if settings.seeds_path.is_dir():
        pelican["STATIC_PATHS"] = [*pelican["STATIC_PATHS"], str(settings.seeds_path)]


def leave_seeds(pelican: dict[str, Any], settings: Settings) -> None:
    """Take the seeds out of the static paths again before a rebuild: they are watched, never published."""
    pelican["STATIC_PATHS"] = [path for path in pelican["STATIC_PATHS"] if path != str(settings.seeds_path)]
