"""Pelican's signals in, the press at work out."""

from __future__ import annotations

import gc
import inspect
import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from pelican import Pelican
from pelican.plugins import signals

from presswork import patches, versions
from presswork.lock import Busy
from presswork.morgue import foreign
from presswork.settings import SettingError, Settings, from_pelican
from presswork.state import state

logger = logging.getLogger(__name__)

BLIND = ("presswork.", "pelican.plugins.sitemap.")
"""Whoever is told of each page that was written, and never looks at its file."""

THRESHOLD = gc.get_threshold()
GARBAGE = 50_000
"""New objects before Python looks for circles among them. It does not look at all while posts are read, and never at
these posts again: they stay to the end."""

NEVER = 1_000_000_000
"""Collections of what is younger before Python looks at all that is old: it would go over ever more, of which all that
pages have read is kept anyway."""


def connect() -> None:
    """Connect the press; connecting twice is connecting once."""
    logging.getLogger("pelican").addFilter(plainly)
    signals.initialized.connect(prepare)
    signals.get_generators.connect(begin)
    signals.generator_init.connect(meet)
    signals.readers_init.connect(lend_readers)
    signals.article_generator_init.connect(convert_ahead)
    signals.get_writer.connect(lend_writer)
    signals.finalized.connect(end)


def plainly(record: logging.LogRecord) -> bool:
    """Have Pelican print an error of the press as the sentence that it is: a traceback mends nothing."""
    if record.exc_info and isinstance(record.exc_info[1], (Busy, SettingError)):
        record.exc_info = None
    return True


def prepare(pelican: Any) -> None:
    """Put the press's parts in place for this site, or take them out for a site that does not want them.

    A site that a plugin builds in the midst of another, as translations are, is stock Pelican's.
    """
    patches.undo()
    if state.edition is not None and is_running():
        state.aside += 1
        return
    state.clear()
    state.settings = wanted(pelican.settings)
    if state.settings is not None:
        put_in_place()


def is_running() -> bool:
    """Whether a build is under way: after one that broke off, the next is not inside it."""
    frame = inspect.currentframe()
    while frame is not None and frame.f_code is not Pelican.run.__code__:
        frame = frame.f_back
    return frame is not None


def put_in_place() -> None:
    """Replace Pelican's parts by the press's."""
    from presswork.internals import (
        cache,
        cleaning,
        contents,
        environment,
        generators,
        readers,
        reading,
        urlwrappers,
        utils,
    )

    for module in (cache, cleaning, contents, environment, generators, readers, reading, urlwrappers, utils):
        patches.apply(module.patches())


def wanted(pelican: dict[str, Any]) -> Settings | None:
    """The press's settings, or None where it stays out: unasked for, switched off, or faced with an unknown Pelican."""
    if not {"presswork", "pelican.plugins.presswork"} & set(pelican["PLUGINS"] or ()):
        return None
    settings = from_pelican(pelican)
    if not settings.enabled:
        return None
    if not versions.known(versions.installed()):
        logger.warning(
            "presswork knows Pelican %s, not %s: this build is stock Pelican's, correct but slow.",
            " and ".join(versions.KNOWN),
            versions.installed(),
        )
        return None
    return settings


def for_own_build(listener: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A listener that is not told of a build inside another, which the press leaves to stock Pelican."""

    @wraps(listener)
    def told(sender: Any) -> Any:
        return None if state.aside else listener(sender)

    return told


@for_own_build
def lend_readers(readers: Any) -> None:
    """Read Markdown the fast way, unless another plugin already reads it in its own."""
    if state.settings is None:
        return
    from presswork.internals.readers import replacements

    readers.reader_classes.update(replacements(readers.reader_classes, readers.settings["MARKDOWN"]))


@for_own_build
def begin(pelican: Any) -> None:
    """A build begins; with automatic reloading there are many in one process, and one may have been broken off."""
    if state.edition is not None:
        state.edition.close()
    state.clear()
    if state.settings is not None:
        gc.unfreeze()
        gc.disable()
        from presswork.edition import Edition

        state.edition = Edition(state.settings, pelican.settings)


@for_own_build
def meet(generator: Any) -> None:
    """Remember the variables that all pages share."""
    if state.context is None:
        state.context, state.pelican = generator.context, generator.settings


@for_own_build
def convert_ahead(generator: Any) -> None:
    """Share a cold build's conversions out among the cores."""
    if state.edition is not None:
        from presswork.internals.readers import ahead

        ahead(generator)


@for_own_build
def lend_writer(_pelican: Any) -> Any:
    """The press's writer, unless another plugin has its own."""
    collect_seldom()
    altered = alterers()
    state.settled = state.settings is not None and not altered
    state.shares = state.settled and not foreign((signals.content_written,), BLIND)
    if state.edition is None or state.context is None or len(signals.get_writer.receivers) > 1:
        return None
    from presswork.internals.writers import PressWriter

    state.edition.rack.patient = not foreign((signals.content_written, signals.feed_written), BLIND)
    state.edition.open(state.context, "a plugin alters posts while they are written" if altered else "")
    return PressWriter


def collect_seldom() -> None:
    """Have Python look for circles among new objects alone, and seldom."""
    if state.edition is not None:
        gc.freeze()
        gc.set_threshold(GARBAGE, gc.get_threshold()[1], NEVER)
        gc.enable()


def alterers() -> bool:
    """Whether a plugin listens at a moment made for altering a content just before its page is written."""
    return bool(signals.article_generator_write_article.receivers or signals.page_generator_write_page.receivers)


def end(_pelican: Any) -> None:
    """The build is over: contents may change again; or one inside another is, which goes on."""
    if state.aside:
        state.aside -= 1
        if not state.aside:
            put_in_place()
        return
    state.settled = state.shares = False
    gc.freeze()
    gc.set_threshold(*THRESHOLD)
    gc.enable()
    if state.edition is not None:
        state.edition.finish()
        state.edition = None
