"""`pelican.writers`: the writer that renders and writes only what has changed, whole files or none."""

from __future__ import annotations

import logging
import os
from functools import partial
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from pelican.paginator import Paginator
from pelican.plugins import signals
from pelican.utils import get_relative_path, path_to_url
from pelican.writers import FileOverwriteFailedError, Writer

from presswork.digests import Doubt
from presswork.environments import name_of
from presswork.internals.contents import sanitised_join
from presswork.jobs import Job
from presswork.pagination import OldestFirst
from presswork.plates import Plate, put
from presswork.runs import NEVER, Lists, Run
from presswork.state import state
from presswork.templates import rendered
from presswork.tracing import Trace, tracer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import TracebackType

    from presswork.edition import Edition
    from presswork.runs import Read

logger = logging.getLogger(__name__)

FEED_READS = ("author", "category", "content", "date", "modified", "summary", "tags", "title", "url")
"""What a feed shows of a post."""

FEED_NAMES = ("FEED_DOMAIN", "SITENAME", "SITESUBTITLE", "SITEURL")
"""What a feed shows of the site."""

write_feed: Any = Writer.write_feed


class Sheet(StringIO):
    """What stock Pelican takes for an open file: its text reaches the disk whole, when it is closed without error."""

    def __init__(self, path: str, encoding: str) -> None:
        super().__init__()
        self.path, self.written_as = path, encoding
        self.data = b""
        self.plate = Plate(0, 0, written=False)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self.path != os.devnull:
            self.data = self.bytes()
            self.plate = (state.edition.put if state.edition is not None else put)(self.path, self.data)
        super().__exit__(kind, error, trace)

    def bytes(self) -> bytes:
        """The text as a text file on this system would hold it."""
        text = self.getvalue()
        return (text if os.linesep == "\n" else text.replace("\n", os.linesep)).encode(self.written_as)


class PressWriter(Writer):
    """Pelican's writer, which asks the edition whether a page stands before it renders it."""

    def __init__(self, output_path: str, settings: Any = None) -> None:
        super().__init__(output_path, settings=settings)  # type: ignore[no-untyped-call]
        self.environments: dict[int, str] = {}
        self.sheet = Sheet(os.devnull, "utf-8")

    def write_file(  # noqa: PLR0913, PLR0917 — Pelican's own signature
        self,
        name: Any,
        template: Any,
        context: dict[str, Any],
        relative_urls: bool = False,
        paginated: dict[str, Any] | None = None,
        template_name: str | None = None,
        override_output: bool = False,
        url: str | None = None,
        **kwargs: Any,
    ) -> None:
        """Render the template and write the file, or the files of a paginated list; `Writer.write_file` has more."""
        if not name:
            return
        if template_name not in self.settings["PAGINATED_TEMPLATES"]:
            paginated = {}
        elif paginated is None:
            paginated = {key: value for key, value in kwargs.items() if key in {"articles", "dates"}}
        self.run(Job(name, template, context, kwargs, relative_urls, override_output), url, paginated, template_name)

    def run(self, job: Job, url: str | None, paginated: Mapping[str, Any], template_name: str | None) -> None:
        """Make one page, or all pages of paginated lists, but for those that stand together."""
        if not paginated:
            self.make(job)
            return
        lists = self.lists(job, url, paginated, template_name)
        edition = state.edition
        if edition is None:
            self.make_pages(job, lists.turned())
            return
        given = partial(self.given, edition, job, url)
        left = edition.run_of(job.name)
        if given(lists.given, left.reads) == left.given and self.leaves(edition, job, left.paths):
            edition.note_run(job.name, left)
            return
        pages = lists.turned()
        paths = self.make_pages(job, islice(pages, 1))
        if given(lists.given_behind, left.reads) == left.behind and self.leaves(edition, job, left.paths[1:]):
            paths += left.paths[1:]
        else:
            paths += self.make_pages(job, pages)
        reads = edition.read_by(paths)
        all_given, behind_given = (given(shown, reads) or NEVER for shown in (lists.given, lists.given_behind))
        edition.note_run(job.name, Run(reads, all_given, behind_given, tuple(paths)))

    def lists(self, job: Job, url: str | None, paginated: Mapping[str, Any], template_name: str | None) -> Lists:
        """The lists of a run of pages, cut into pages."""
        size = self.settings["PAGINATED_TEMPLATES"][template_name] or self.settings["DEFAULT_PAGINATION"]
        cut: Any = OldestFirst if state.settings and state.settings.oldest_first else Paginator
        return Lists({key: cut(job.name, url, items, self.settings, size) for key, items in paginated.items()})

    def make_pages(self, job: Job, pages: Iterable[tuple[str, dict[str, Any]]]) -> list[str]:
        """Make pages of lists; gives their paths."""
        return [self.make(job._replace(name=name, given=job.given | page)) for name, page in pages]

    def given(
        self,
        edition: Edition,
        job: Job,
        url: str | None,
        shown: Callable[[tuple[Read, ...]], dict[str, Any] | None],
        reads: tuple[Read, ...],
    ) -> bytes | None:
        """A digest of what is given to pages of a run that read this; None where nobody can tell."""
        key, lists = self.key_of(job.template), shown(reads)
        if not key or lists is None:
            return None
        plain = "\n".join((key, *job.plain(), url or ""))
        return edition.given(job.context, plain, lists | {name: job.given.get(name) for name, _ in reads})

    def leaves(self, edition: Edition, job: Job, paths: tuple[str, ...]) -> bool:
        """Leave pages of a run as they lie, if they all stand; False if they have to be looked at one by one."""
        if signals.content_written.receivers or not self._written_files.isdisjoint(paths):
            return False
        if not all(map(edition.stays, paths)):
            return False
        for path in paths:
            self.claim(path, job.override)
        if job.relative and paths:
            job.context["localsiteurl"] = path_to_url(get_relative_path(paths[-1][len(self.output_path) + 1 :]))
        return True

    def is_free(self) -> bool:
        """Whether nobody is told of pages, and each sees the same site: then those that stand can be passed by."""
        told = signals.content_written.receivers or signals.article_generator_write_article.receivers
        return not (told or self.settings["RELATIVE_URLS"])

    def passes(self, post: Any, template_of: Callable[[str], Any]) -> bool:
        """Leave a post's page as it lies, if it stands; False if it has to be made, or looked at as others are."""
        edition, name = state.edition, post.save_as
        path = sanitised_join(self.output_path, name)
        if edition is None or path not in edition.last or path in self._written_files:
            return False
        if hasattr(post, "override_save_as"):
            return False
        given = {"article": post, "category": getattr(post, "category", None), "blog": True, "output_file": name}
        if not edition.stands_by(path, self.key_of(template_of(post.template)), given):
            return False
        self.claim(path, override=False)
        return True

    def make(self, job: Job) -> str:
        """Make one page, unless it stands as it was left; gives its path."""
        seen = job.variables()
        if seen["localsiteurl"]:
            job.context["localsiteurl"] = seen["localsiteurl"]
        path = sanitised_join(self.output_path, job.name)
        if self.stands(path, self.key_of(job.template), seen):
            self.claim(path, job.override)
        else:
            self.render(job, seen, path)
        if signals.content_written.receivers:
            signals.content_written.send(path, context=seen)
        return path

    def stands(self, path: str, key: str, seen: Mapping[str, Any]) -> bool:
        """Whether the file need not be made: it is the first of its place, and what it was made from is the same."""
        return path not in self._written_files and state.edition is not None and state.edition.stands(path, key, seen)

    def render(self, job: Job, seen: dict[str, Any], path: str) -> None:
        """Render one page and write it, and have the edition note what it has read."""
        key = self.key_of(job.template)
        tracer.trace = trace = Trace(state.context or {}, seen, job.given)
        trace.doubt = "" if key else "its environment"
        try:
            output = rendered(job.template, seen)
        finally:
            tracer.trace = None
        with self._open_w(path, "utf-8", override=job.override) as sheet:
            sheet.write(output)
        logger.info('Writing "%s"', path)
        if sheet.path == path and state.edition is not None:
            state.edition.rendered += 1
            state.edition.record(path, key, trace, sheet.data, sheet.plate)

    def key_of(self, template: Any) -> str:
        """A template's name and its environment's; empty where its environment is doubtful."""
        environment = template.environment
        if id(environment) not in self.environments:
            self.environments[id(environment)] = self.guarded(environment)
        name = self.environments[id(environment)]
        return name and f"template {template.name} {name}"

    def guarded(self, environment: Any) -> str:
        """Guard the filters of an environment; its name, or nothing if it is doubtful."""
        tracer.pure = state.settings.pure if state.settings else ()
        try:
            name = name_of(environment, self.settings)
        except Doubt as doubt:
            logger.info("Every page of a generator is rendered, because of %s", doubt)
            return ""
        if hasattr(environment, "guard"):
            environment.guard()
        return name

    def write_feed(
        self,
        elements: Any,
        context: dict[str, Any],
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: bool = False,
        feed_title: str | None = None,
    ) -> Any:
        """Write a feed of the posts; `Writer.write_feed` has more. Gives the feed, or None where the file stands."""
        listened = signals.feed_generated.receivers or signals.feed_written.receivers
        asked = (elements, context, path, url, feed_type, override_output, feed_title)
        shown = elements[: self.settings["FEED_MAX_ITEMS"]]
        if not path or listened or not shown or state.edition is None:
            return write_feed(self, *asked)
        place = sanitised_join(self.output_path, path)
        given: dict[str, Any] = {name: context.get(name) for name in FEED_NAMES}
        given |= {"asked": [path, url, feed_type, feed_title], "shown": list(shown)}
        trace = traced_feed(given, shown)
        if self.stands(place, "feed", given):
            self.claim(place, override_output)
            return None
        feed = write_feed(self, *asked)
        if self.sheet.path == place:
            state.edition.record(place, "feed", trace, self.sheet.data, self.sheet.plate)
        return feed

    def claim(self, filename: str, override: bool) -> str:
        """Pelican's rules about who may overwrite whom; gives the path to write to."""
        if filename in self._overridden_files:
            if override:
                raise FileOverwriteFailedError(
                    f'Failed to overwrite "{filename}" a second time (was previously overwritten)'
                )
            logger.info('Skipping "%s", not overwriting', filename)
            filename = os.devnull
        elif filename in self._written_files and not override:
            raise FileOverwriteFailedError(
                f'Failed to overwrite "{filename}" as Pelican has already '
                "written to it previously (set `override=True` if intended)"
            )
        if override:
            self._overridden_files.add(filename)
        self._written_files.add(filename)
        return filename

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> Sheet:
        """A sheet instead of an open file."""
        self.sheet = Sheet(self.claim(filename, override), encoding)
        return self.sheet


def traced_feed(given: Mapping[str, Any], shown: Any) -> Trace:
    """What a feed reads: everything it was given, and the same of every post."""
    trace = Trace({}, given, {})
    trace.own_names = {(name, "") for name in given}
    for element in shown:
        for name in FEED_READS:
            trace.attribute(element, name)
    return trace
