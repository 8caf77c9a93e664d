"""A site's settings file in; out comes all that its build would say of its posts and pages, before it writes one."""

from __future__ import annotations

import html
import logging
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.engines.processes import spread
from copydesk.model import CopydeskError
from copydesk.plain import one_line
from copydesk.presenting import intake, patterns, wishes
from copydesk.presenting.site import contents
from copydesk.settings import from_pelican, leave_topics, root_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LOADER = "pelican.plugins._utils"  # who logs in Pelican that a plugin cannot be loaded, and builds without it
INTERIM = {"CACHE_CONTENT": False, "LOAD_CONTENT_CACHE": False}  # a rehearsal leaves nothing behind


class Ear(logging.Handler):
    """Keeps each `CopydeskError` that is logged, and plugins that are not there, and lets nothing else be heard."""

    def __init__(self, conf: str) -> None:
        super().__init__()
        self.conf = conf
        self.heard: list[CopydeskError] = []

    def emit(self, record: logging.LogRecord) -> None:
        said = record.args if isinstance(record.args, tuple) else ()
        self.heard += [one for one in said if isinstance(one, CopydeskError)]
        if record.name == LOADER and record.levelno == logging.ERROR:
            message = one_line(record.getMessage().replace("\n", ": ")).rstrip(".") + "."
            self.heard.append(CopydeskError("plugin", message, "Mend its name in PLUGINS, or install it.", self.conf))


def rehearse(conf: Path, content: Path) -> tuple[CopydeskError, ...]:
    """What the build with this settings file and content folder leaves out or links to in vain.

    In a process of its own, as plugins change Pelican for as long as a process lives.
    """
    if not content.is_dir():
        hint = "Make it, or run `copydesk digest`, which puts the posts there."
        return (CopydeskError("content", "is not there, and Pelican builds no site without it.", hint, content.name),)
    (heard,) = spread(partial(listen, content=str(content)), [str(conf.absolute())], 1)
    return tuple(heard)


def listen(conf: str, content: str) -> list[CopydeskError]:
    """As `rehearse`, in this process."""
    from pelican import Pelican
    from pelican.settings import read_settings

    ear = Ear(Path(conf).name)
    logging.getLogger().addHandler(ear)
    try:
        pelican = Pelican({**read_settings(conf, {"PATH": content}), **INTERIM})  # type: ignore[no-untyped-call]
        patterns.check_patterns(pelican.settings)
        wishes.check_theme(Path(pelican.theme), pelican.settings)
        leave_topics(pelican.settings, from_pelican(pelican.settings, root_of(content)).topics)
    except CopydeskError as problem:
        return [problem]
    except Exception as error:  # noqa: BLE001  Pelican raises nothing else for a theme or a folder that is not there
        return [CopydeskError("settings", f"cannot be used: {str(error).rstrip('.')}.", "Mend it.", Path(conf).name)]
    try:
        generators = [*readers(pelican)]
    except CopydeskError as problem:
        return [*ear.heard, problem]
    heard = (one for one in ear.heard if not is_link(one, root_of(content)))
    return [*heard, *dangling(generators[0], contents(generators[0].context))]


def is_link(problem: CopydeskError, root: Path) -> bool:
    """Whether a file is left out that nobody ever put there: the link that leads to it is named."""
    return problem.kind == intake.KIND and not os.path.lexists(root / problem.path)


def readers(pelican: Any) -> Iterator[Any]:
    """The generators of a build that read the content, each when it has read."""
    from pelican.generators import ArticlesGenerator, PagesGenerator, StaticGenerator

    context = {**pelican.settings, "generated_content": {}, "static_links": set(), "static_content": {}}
    context["localsiteurl"] = pelican.settings["SITEURL"]
    where = {"path": pelican.path, "theme": pelican.theme, "output_path": pelican.output_path}
    made: list[Any] = [
        kind(context, pelican.settings, **where) for kind in (ArticlesGenerator, PagesGenerator, StaticGenerator)
    ]
    for generator in made:
        generator.generate_context()
        yield generator


def dangling(generator: Any, found: Iterable[Any]) -> Iterator[CopydeskError]:
    """The links of some contents to other files of the site that lead nowhere, as Pelican then leaves them alone."""
    for content in found:
        for link in intake.links(content):
            sign = link["path"].removesuffix(link["value"])
            if sign in content._link_replacer("", link):  # noqa: SLF001
                path = content.get_relative_source_path()
                line = intake.line_of(Path(content.source_path), (html.unescape(link["value"]),))
                problem = f"links to what the site does not have: {link['path']}."
                yield CopydeskError("link", problem, intake.MEND, intake.name(generator, path), line)
