"""A generator of Pelican's in, the same one that reads only what is sound out; whatever it leaves out is named.

Pelican alone waits for ever for a pipe, publishes what a link in the content leads to, and stops at the first post that
cannot be read.
"""

from __future__ import annotations

import html
import logging
import os
import re
import stat
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from pelican.contents import SkipStub, Static

from copydesk.engines.limits import Limits, within
from copydesk.model import CopydeskError, relative
from copydesk.presenting import patterns
from copydesk.settings import CONF
from copydesk.writing import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

log = logging.getLogger(__name__)

SECONDS = 5  # of processor time for one post by hand: markup that takes longer takes for ever
YEARS = range(1, 9999)  # of a date to which days can be added
ADVICE = {"title": "Begin the file with a line `Title: …`.", "date": "Give it a line such as `Date: 2026-11-20`."}
MEND = "Mend the link, or take it away."
KIND = "left-out"  # of the error about a file that the site goes without
LEFT_OUT = "left_out"  # in the context: the paths of what the site goes without
UNSAID = "unsaid"  # in the context: the fields for which patterns of addresses asked a content in vain


class Trouble(NamedTuple):
    """Why the site goes without a file, the cure, and signs of the line to blame: what stands in it, in any case."""

    message: str
    hint: str
    signs: tuple[str, ...] = ()


def guard(generator: Any) -> None:
    """Have a generator find only regular files of the content folder and live through whatever they hold."""
    generator.get_files = partial(found, generator.get_files, generator)
    generator.readers.read_file = partial(read, generator.readers.read_file, generator)


def leave_out(generator: Any, path: str, trouble: Trouble) -> None:
    """Name a file that the site goes without; no link leads to it any more."""
    line = line_of(Path(generator.path, path), trouble.signs)
    log.warning("%s", CopydeskError(KIND, trouble.message, trouble.hint, name(generator, path), line))
    generator.context.setdefault(LEFT_OUT, set()).add(path)
    generator.context["generated_content"].pop(path, None)


def line_of(path: Path, signs: Sequence[str]) -> int:
    """The first line of a text file that holds all the signs; 0 where there is none."""
    if not signs:
        return 0
    wanted = [sign.casefold() for sign in signs]
    lines = path.read_text(encoding="utf-8", errors="replace").casefold().split("\n")
    return next((number for number, line in enumerate(lines, 1) if all(sign in line for sign in wanted)), 0)


def name(generator: Any, path: str) -> str:
    """How a file of the content folder is called: relative to the site's root, always with `/`."""
    full = Path(os.path.normpath(os.path.join(generator.path, path)))  # noqa: PTH118
    return relative(full, Path(generator.path).parent)


def found(get_files: Callable[..., set[str]], generator: Any, *asked: Any, **more: Any) -> set[str]:
    """As `Generator.get_files`, without what is no file of the content folder."""
    return set(sound(generator, get_files(*asked, **more)))


def sound(generator: Any, paths: Iterable[str]) -> Iterator[str]:
    """The paths, relative to the content folder, of regular files that no link leads out of it to or doubles."""
    root, folders = os.path.realpath(generator.path), dict[str, bool]()
    for path in sorted(paths):
        folder = os.path.dirname(path)  # noqa: PTH120  a build asks this for every file of the site
        if folder not in folders:
            plain = os.path.normpath(os.path.join(root, folder))  # noqa: PTH118
            folders[folder] = folder.startswith(os.pardir) or os.path.realpath(plain) == plain
        problem = "lies behind a link to a folder." if not folders[folder] else odd(root, path)
        if problem:
            leave_out(generator, path, Trouble(problem, "Put the file itself there, or take it away."))
        else:
            yield path


def odd(root: str, path: str) -> str:
    """What is wrong with a file before it is opened, "" where nothing is."""
    full = os.path.join(root, path)  # noqa: PTH118
    try:
        mode = os.lstat(full).st_mode
        if stat.S_ISLNK(mode):
            mode = os.stat(full).st_mode  # noqa: PTH116
            if not os.path.realpath(full).startswith(root + os.sep):
                return "is a link that leads out of the content folder."
    except OSError as error:
        return f"cannot be read: {error.strerror}."
    return "" if stat.S_ISREG(mode) else "is not a regular file."


def read(read_file: Callable[..., Any], generator: Any, *asked: Any, **more: Any) -> Any:
    """As `Readers.read_file`; a post that cannot become a page is skipped."""
    if issubclass(more.get("content_class", Static), Static):
        return read_file(*asked, **more)
    try:
        with within(Limits(SECONDS), more["path"]):
            content = read_file(*asked, **more)
        trouble = unaddressed(generator, content) or fault(content)
    except CopydeskError as error:
        trouble = Trouble(error.message, "Mend its markup, or take it away.")
    except UnicodeDecodeError:
        trouble = Trouble("is not UTF-8 text.", "Save it as UTF-8.")
    except Exception as error:  # noqa: BLE001  as Pelican does: any reader, any plugin, and one post is not the site
        trouble = Trouble(f"cannot be read: {error}.", "Mend it, or take it away.")
    if not trouble:
        return content
    leave_out(generator, more["path"], trouble)
    return SkipStub("", source_path=more["path"])  # type: ignore[no-untyped-call]


def unaddressed(generator: Any, content: Any) -> Trouble | None:
    """Why no address can be made of what a content says, if none can; what it lacks is noted in the context."""
    error = None if isinstance(content, SkipStub) else patterns.fault(content)
    if error is None:
        return None
    if isinstance(error, KeyError):
        generator.context.setdefault(UNSAID, set()).add(error.args[0])
        return Trouble(f"says no “{error.args[0]}”, of which its address is made.", "Write it there, or take it away.")
    return Trouble(f"says what no address can be made of: {error}.", f"Mend it, or the pattern in {CONF}.")


def fault(content: Any) -> Trouble | None:
    """What Pelican leaves a content out for or stumbles over."""
    if isinstance(content, SkipStub):
        return None
    for key in content.mandatory_properties:
        if not getattr(content, key, ""):
            problem = f"has no {key}." if key != "date" else "has no date that can be read."
            return Trouble(problem, ADVICE.get(key, ""), (f"{key}:",))
    if content.status not in content.allowed_statuses:
        known = f"Known are {', '.join(content.allowed_statuses)}."
        return Trouble(f"has a status that is none: {content.status}.", known, ("status", content.status))
    for key in ("date", "modified"):
        if not usable(getattr(content, key, None)):
            return Trouble("has no date that can be read.", ADVICE["date"], (f"{key}:",))
    if leaves(str(content.save_as)):
        return Trouble(f"wants to leave the site: {content.save_as}.", "Name a place in it.", placed_by(content))
    return misled(content)


def placed_by(content: Any) -> tuple[str, ...]:
    """The signs of the line that says where a content wants to be."""
    key = next((key for key in ("save_as", "slug", "title") if key in content.metadata), "")
    return (key, str(content.metadata[key])) if key else ()


def leaves(save_as: str) -> bool:
    """Whether a place, relative to the output folder, lies outside it or is none at all."""
    place = os.path.normpath(save_as.replace("\\", "/")) if save_as else ""
    return place.startswith((os.sep, os.pardir)) or "\0" in place


def misled(content: Any) -> Trouble | None:
    """What is wrong with a link to another file of the site, where it stops Pelican."""
    for link in links(content):
        try:
            urlsplit(link["value"])
        except ValueError as error:
            return Trouble(f"has a link that cannot be read: {error}.", MEND, (html.unescape(link["value"]),))
    return None


def links(content: Any) -> Iterator[re.Match[str]]:
    """The links of a content to other files of the site, as Pelican finds them."""
    text = content._content or ""  # noqa: SLF001
    return content._get_intrasite_link_regex().finditer(text) if "{" in text or "|" in text else iter(())  # noqa: SLF001


def usable(date: datetime | None) -> bool:
    """Whether a date can be reckoned with, if there is one."""
    try:
        return date is None or (date.year in YEARS and date.utcoffset() is not None)
    except ValueError:
        return False


def keep_inside(generator: Any) -> None:
    """Forget the files that posts link to and that are none of the content folder's, before they are published."""
    linked = generator.context["static_links"]
    outside = {path for path in linked if os.path.normpath(path).startswith(os.pardir)}
    for path in sorted(outside):
        problem = "is linked to by a post, but lies outside the content folder."
        leave_out(generator, path, Trouble(problem, "Move it there."))
    generator.context["static_links"] = set(sound(generator, linked - outside))


def ready(output: Path, retained: Iterable[str]) -> None:
    """Clear the output folder of files that a killed build left half written.

    Raises `CopydeskError` naming any link in it through which the build would write elsewhere.
    """
    home = str(output.resolve())
    for folder, folders, files in os.walk(home):
        for path in (os.path.join(folder, one) for one in (*folders, *files)):  # noqa: PTH118  every file of the site
            kept = Path(path).relative_to(home).parts[0] in retained if os.path.islink(path) else True  # noqa: PTH114
            if not kept and not os.path.realpath(path).startswith(home + os.sep):
                hint = "Take it away, or name it in OUTPUT_RETENTION."
                raise CopydeskError("link", "is a link that leads out of the output folder.", hint, path)
            if path.endswith(UNFINISHED):
                Path(path).unlink()
