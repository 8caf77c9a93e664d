"""What pages read, named and described: the reads of this build compared with those of the last."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from pelican.contents import Article, Content, Page

from presswork.digests import Describer, Doubt, digest
from presswork.fragments import Fragments
from presswork.internals.contents import has_links
from presswork.morgue import steady_names
from presswork.state import state
from presswork.things import name_of
from presswork.tracing import PAGINATION, Shelf, grouped, is_turning, tracer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from presswork.tracing import Trace

SITE, CONTENT, GROUP, THING, TRUTH, CALL = "site", "content", "group", "thing", "truth", "call"
GROUPED = ("categories", "tags", "authors")
"""The site's variables that are lists of pairs of a wrapper and its posts."""

UNSTEADY = frozenset({"translations"})
"""Attributes that a post is given by looking at all of them."""

GONE = digest("gone")
"""What is described of something that the site does not have."""

DOUBTFUL = b""
Kept = tuple[str, str, tuple[str, ...], bytes]
FORGOTTEN: Kept = ("", "", (), DOUBTFUL)
"""In the place of a read that says nothing any more, so that the others keep their numbers."""

TEXTS = ("content", "summary")
STOCK_TEXTS = {name: vars(Content)[name] for name in ("content", "summary", "get_content", "get_summary")}


class Reads:
    """Reads by number: which they are, what they were in the last build and what they are now.

    A read is (kind, name, attributes): some of the site's variables, or whether they are empty; some attributes of one
    content or of a plugin's object; the posts of one category, tag or author; what a function made of the site's
    variables. Each is worked out at most once a build.
    """

    def __init__(self, context: dict[str, Any], last: list[Kept]) -> None:
        self.context = context
        self.describer = Describer()
        self.last = last
        self.reads = [(kind, name, attributes) for kind, name, attributes, _ in last]
        self.then = [digest for *_, digest in last]
        self.now: dict[int, bytes] = {}
        self.numbers: dict[tuple[str, str, tuple[str, ...]], int] = {}
        self.texts: dict[int, str] = {}
        self.alike: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        self.attributes: dict[str, dict[str, str]] = {}
        self.sound: set[int] = set()
        self.ready = False

    def same(self, number: int) -> bool:
        """Whether a read gives what it gave in the last build."""
        self.prepare()
        if number in self.sound:
            return True
        now = self.current(number)
        if now == DOUBTFUL or now != self.then[number]:
            return False
        self.sound.add(number)
        return True

    def all_same(self, numbers: tuple[int, ...]) -> bool:
        """Whether all of these reads give what they gave."""
        return self.sound.issuperset(numbers) or all(map(self.same, numbers))

    def current(self, number: int) -> bytes:
        """A read's digest in this build."""
        now = self.now.get(number)
        if now is None:
            try:
                now = digest(self.described(*self.reads[number]))
            except Doubt:
                now = DOUBTFUL
            self.now[number] = now
        return now

    def described(self, kind: str, name: str, attributes: tuple[str, ...]) -> str:
        """What a read gives, as text."""
        self.prepare()
        if kind == SITE:
            return "\n".join(self.variable(one) for one in attributes)
        if kind == TRUTH:
            return " ".join(str(bool(self.context.get(one))) for one in attributes)
        if kind == GROUP:
            return self.group(name, attributes[0])
        if kind == CALL:
            return self.call(name, attributes)
        content = (self.describer.contents if kind == CONTENT else self.describer.named_things).get(name)
        if content is None:
            return "gone"
        known = self.attributes.setdefault(f"{kind} {name}", {})
        for one in attributes:
            if one not in known:
                known[one] = self.attribute(content, one)
        return "\n".join([known[one] for one in attributes])

    def prepare(self) -> None:
        """Learn the names of all contents, and what needs no second look."""
        if self.ready:
            return
        self.ready = True
        known = self.describer.keys
        for content in chain(self.context["generated_content"].values(), self.context["static_content"].values()):
            if content is not None and id(content) not in known:
                self.describer.met(content)
        for name in self.lists:
            self.learn(self.context[name])
        self.settle()

    def settle(self) -> None:
        """Take for the same what was read of posts that were not read anew, and hangs on no other post."""
        steady = steady_names(self.describer.contents)
        known = {
            number: then
            for number, ((kind, name, attributes), then) in enumerate(zip(self.reads, self.then, strict=True))
            if name in steady and kind == CONTENT and then not in (GONE, DOUBTFUL) and UNSTEADY.isdisjoint(attributes)
        }
        self.now.update(known)
        self.sound.update(known)

    @property
    def lists(self) -> list[str]:
        """The names of those of the site's variables that are lists, no settings, and no two of them the same."""
        settings = state.pelican or {}
        own = {name: id(value) for name, value in self.context.items() if type(value) is list and name not in settings}
        often = Counter(own.values())
        return sorted(name for name, value in own.items() if name not in GROUPED and often[value] == 1)

    def learn(self, value: Any) -> None:
        """Learn the names in a list of things; two of one name are doubtful where they are read."""
        try:
            self.describer.describe(value)
        except Doubt:
            return

    def lend_groups(self) -> None:
        """Lend templates lists of groups for the site's lists of pairs."""
        pairs = ((name, self.context.get(name)) for name in GROUPED)
        tracer.fragments = Fragments()
        tracer.variables = {id(self.context[name]): name for name in self.lists}
        tracer.groups = {id(self.context[name]): Shelf(self.context[name], name) for name in self.lists}
        tracer.groups |= {id(value): grouped(name, value) for name, value in pairs if isinstance(value, list)}

    def variable(self, name: str) -> str:
        """One of the site's variables as text; of a list of groups, only what they are groups of."""
        if name not in self.context:
            return "missing"
        value = self.context[name]
        if name in GROUPED and value and tracer.groups.get(id(value), value) is not value:
            return self.describer.describe([wrapper for wrapper, _ in value])
        return self.describer.describe(value)

    def call(self, name: str, arguments: tuple[Any, ...]) -> str:
        """What a function of the settings makes of some of the site's variables, and plain values, as text."""
        function = self.context["JINJA_GLOBALS"].get(name)
        if function is None or any(kind == "site" and value not in self.context for kind, value in arguments):
            return "gone"
        given = [self.context[value] if kind == "site" else value for kind, value in arguments]
        return self.describer.describe(function(*given))

    def group(self, variable: str, slug: str) -> str:
        """The posts of one category, tag or author as text."""
        for wrapper, posts in self.context.get(variable) or ():
            if wrapper.slug == slug:
                return self.describer.describe(posts)
        return "gone"

    def attribute(self, content: Content, name: str) -> str:
        """One attribute of a content as text."""
        if name in TEXTS and is_stock(content):
            return self.text(content, name)
        try:
            return self.describer.describe(getattr(content, name))
        except AttributeError:
            return "missing"

    def text(self, content: Content, name: str) -> str:
        """A content's text or summary, by what it is made from: its source, once converted, and its metadata."""
        if name == "summary" and "summary" in content.metadata:
            return self.describer.describe(content.metadata["summary"])
        if "_content" not in vars(content) and "_clipping" in vars(content):
            return str(vars(content)["_clipping"].digest.hex())
        source = content._content  # noqa: SLF001 — what `content` is made from
        if not isinstance(source, str) or has_links(content, source):
            return self.describer.describe(getattr(content, name))
        if id(content) not in self.texts:
            self.texts[id(content)] = digest(source).hex()
        return self.texts[id(content)]

    def of(self, trace: Trace) -> tuple[int, ...]:
        """The numbers of a trace's reads; raises `Doubt` if one of them cannot be described."""
        numbers = trace.numbers
        if numbers is None:
            parts = [number for part in trace.parts.values() for number in self.of(part)]
            numbers = tuple(dict.fromkeys([*self.of_itself(trace), *parts]))
            trace.sum_up(numbers)
        return numbers

    def of_itself(self, trace: Trace) -> tuple[int, ...]:
        """The numbers of what a trace has read beside its parts; raises `Doubt`."""
        found: list[tuple[str, str, tuple[Any, ...]]] = [(SITE, "", tuple(sorted(trace.site_names)))]
        for owner, names in trace.contents.values():
            found.extend(self.attributes_of(owner, self.named(names)))
        found.extend((CALL, name, arguments) for name, arguments in sorted(trace.calls, key=repr))
        if trace.truths:
            found.append((TRUTH, "", tuple(sorted(trace.truths))))
        found.extend((GROUP, group.variable, (group.wrapper.slug,)) for group in trace.groups.values())
        numbers = tuple(self.number(read) for read in found)
        if any(self.current(number) == DOUBTFUL for number in numbers):
            raise Doubt("a read of the page")
        return numbers

    def named(self, names: Iterable[Any]) -> tuple[Any, ...]:
        """Names in order; the same names are the same object, which is kept, stored and loaded once."""
        ordered = tuple(sorted(names))
        return self.alike.setdefault(ordered, ordered)

    def attributes_of(self, owner: Any, names: tuple[str, ...]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """The read of an owner's attributes; none where they were described with what holds the owner."""
        if isinstance(owner, Content):
            yield CONTENT, self.describer.name(owner), names
        elif name_of(owner):
            self.describer.describe(owner)
            yield THING, name_of(owner), names

    def number(self, read: tuple[str, str, tuple[str, ...]]) -> int:
        """A read's number, the next if it is new."""
        if not self.numbers:
            self.numbers = {known: number for number, known in enumerate(self.reads)}
        number = self.numbers.get(read)
        if number is None:
            number = self.numbers[read] = len(self.reads)
            self.reads.append(read)
            self.then.append(DOUBTFUL)
        return number

    def kept(self, pages: Iterable[tuple[int, ...]]) -> dict[int, Kept]:
        """The reads by their numbers, with their digests of this build, but for those that no page has made lately.

        `pages` are the numbers of the reads of each page that stands; only if something is gone are they looked at.
        """
        gone = [number for number, now in self.now.items() if now == GONE]
        asked = set(chain.from_iterable(pages)) if gone else set()
        current = {number: now for number, now in self.now.items() if now not in (GONE, DOUBTFUL) or number in asked}
        last, sound = self.last, self.sound
        return {
            number: last[number] if number in sound else (*self.reads[number], now) for number, now in current.items()
        }


def is_stock(content: Content) -> bool:
    """Whether a content's text comes about as stock Pelican has it."""
    if type(content) not in (Article, Page) or hasattr(content, "_get_content"):
        return False
    return all(vars(Content)[name] is stock for name, stock in STOCK_TEXTS.items())


def described_own(
    describer: Describer, template: str, names: tuple[tuple[str, str], ...], own: Mapping[str, Any]
) -> bytes:
    """A digest of those variables of its own that a page read, and of its template's name; raises `Doubt`."""
    return digest("\n".join([template, *(own_value(describer, own, *name) for name in names)]))


def own_value(describer: Describer, own: Mapping[str, Any], name: str, attribute: str) -> str:
    """One variable of a page's own as text, or one attribute of it."""
    value: Any = own.get(name)
    if not attribute:
        return describer.describe(value)
    if not isinstance(value, PAGINATION):
        raise Doubt(f"{name}.{attribute}")
    if attribute.startswith("page "):
        _, number, attribute = attribute.split()
        value = cast("Any", value).page(int(number))
    found: Any = getattr(value, attribute, None)
    if isinstance(found, PAGINATION):
        return type(found).__qualname__
    return describer.describe(found() if is_turning(found) else found)
