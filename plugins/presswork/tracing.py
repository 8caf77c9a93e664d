"""What a template asks for in; what its page has read of the site out."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from functools import wraps
from typing import Any

from jinja2 import runtime
from jinja2.utils import missing
from pelican.paginator import Page, Paginator
from pelican.urlwrappers import URLWrapper

from presswork.fragments import Fragments

PAGINATION = (Page, Paginator)
SURE_OWNERS = (str, bytes, int, float, list, tuple, dict, set, frozenset, date, time, timedelta)
"""Types whose methods depend on the object and the arguments alone."""

CHANGING = (list, dict, set)
CHANGES = frozenset(
    {
        *("add", "append", "clear", "discard", "extend", "insert", "pop", "popitem"),
        *("remove", "reverse", "setdefault", "sort", "update"),
    }
)
"""Methods that change the object they belong to."""

PLAIN = (str, bytes, int, float, date)
"""Types of arguments that hold nothing a function could read unseen."""

SURE = (range, dict, list, runtime.Macro, runtime.BlockReference, runtime.LoopContext)


class Trace:
    """What one page read: names of the site's variables, of its own, and attributes of contents and things; and doubts.

    `truths` are lists of the site of which it asked only whether they are empty, `calls` what was worked out of them.

    `parts` are traces of fragments that are known by themselves; `numbers` are those of all reads, once worked out.

    `site` holds the variables that all pages share, `own` all that this page sees, `named` those given to it alone.
    """

    def __init__(self, site: Mapping[str, Any], own: Mapping[str, Any], named: Mapping[str, Any]) -> None:
        self.site, self.own, self.named = site, own, named
        self.site_names: set[str] = set()
        self.own_names: set[tuple[str, str]] = set()
        self.contents: dict[int, tuple[Any, set[str]]] = {}
        self.truths: set[str] = set()
        self.calls: set[tuple[str, tuple[tuple[str, Any], ...]]] = set()
        self.groups: dict[int, Group] = {}
        self.parts: dict[int, Trace] = {}
        self.numbers: tuple[int, ...] | None = None
        self.lists = {id(value): name for name, value in named.items() if isinstance(value, PAGINATION)}
        self.doubt = ""

    def sum_up(self, numbers: tuple[int, ...]) -> None:
        """Keep nothing but the numbers of all reads: traces of fragments stay to the end, one for every post's card."""
        vars(self).clear()
        self.numbers = numbers

    def beside(self) -> Trace:
        """An empty trace of a part of the same page."""
        return Trace(self.site, self.own, self.named)

    def is_of_site(self) -> bool:
        """Whether nothing read is the page's own, and nothing doubtful."""
        return not (self.doubt or any(name in self.own for name, _ in self.own_names))

    def is_closed(self) -> bool:
        """Whether everything read is known by itself: nothing of the page's own, nothing of the site's variables."""
        return self.is_of_site() and not (self.site_names or self.groups or self.truths or self.calls)

    def join(self, part: Trace) -> None:
        """Count a part's reads as the page's."""
        self.parts.update(part.parts)
        self.site_names |= part.site_names
        self.own_names |= part.own_names
        self.truths |= part.truths
        self.calls |= part.calls
        self.groups.update(part.groups)
        self.doubt = self.doubt or part.doubt
        for key, (content, names) in part.contents.items():
            known = self.contents.get(key)
            if known is None:
                self.contents[key] = (content, set(names))
            else:
                known[1].update(names)

    def variable(self, name: str, value: Any) -> None:
        """A template asked for a variable."""
        if id(value) in self.lists:
            return
        if value is missing or name in self.named:
            self.own_names.add((name, ""))
        elif self.site.get(name, missing) is value:
            self.site_names.add(name)
        elif self.own.get(name, missing) is value:
            self.own_names.add((name, ""))

    def is_shared(self, name: str, value: Any) -> bool:
        """Whether a variable is the site's, and not one given to this page alone."""
        return name not in self.named and self.site.get(name, missing) is value

    def is_lent(self, name: str, value: Any) -> bool:
        """Whether a template was given the site's variable of that name, as it is or as a list that tells of looks."""
        own = self.site.get(name, missing)
        return self.is_shared(name, own) and tracer.groups.get(id(own), own) is value

    def attribute(self, owner: Any, name: str) -> None:
        """A template asked for an attribute of something."""
        if not isinstance(owner, PAGINATION):
            known = self.contents.get(id(owner))
            if known is None:
                known = self.contents[id(owner)] = (owner, set())
            known[1].add(name)
        elif id(owner) in self.lists:
            if name != "page":
                self.own_names.add((self.lists[id(owner)], name))
        elif isinstance(owner, Page) and id(owner.paginator) in self.lists:
            self.own_names.add((self.lists[id(owner.paginator)], f"page {owner.number} {name}"))
        else:
            self.doubt = self.doubt or f"a {type(owner).__name__} of its own"

    def call(self, called: Any, given: list[Any], pure: tuple[str, ...]) -> None:
        """A template called something with these arguments."""
        if self.changes_site(called):
            self.doubt = self.doubt or f"a change by {name_of(called)}()"
            tracer.fragments.shut()
            return
        if is_sure(called) or (is_turning(called) and is_page_number(called, given)) or is_pure(called, given, pure):
            return
        arguments = [argument(value) for value in given]
        if name_of(called) in pure and None not in arguments:
            self.calls.add((name_of(called), tuple(one for one in arguments if one)))
        else:
            self.doubt = self.doubt or f"a call of {name_of(called)}()"

    def changes_site(self, called: Any) -> bool:
        """Whether it is a method that changes one of the site's variables: what others read of it is no longer so."""
        owner = getattr(called, "__self__", None)
        if name_of(called) not in CHANGES or not isinstance(owner, CHANGING):
            return False
        return isinstance(owner, Watched) or any(value is owner for value in self.site.values())


class Tracer:
    """Whether a page is being traced, and where its reads go; whether a template is being compiled."""

    trace: Trace | None = None
    compiling = False
    pure: tuple[str, ...] = ()
    groups: dict[int, list[Any]] = {}  # noqa: RUF012 — replaced as a whole for every build
    variables: dict[int, str] = {}  # noqa: RUF012 — replaced as a whole for every build
    fragments = Fragments()


tracer = Tracer()


def name_of(called: Any) -> str:
    """What a callable is called."""
    return str(getattr(called, "__name__", type(called).__name__))


def is_sure(called: Any) -> bool:
    """Whether calling it gives a function of the object it belongs to and the arguments."""
    owner = getattr(called, "__self__", None)
    if isinstance(owner, SURE_OWNERS) or isinstance(called, SURE) or called in (range, dict):
        return True
    return type(owner).__module__ in ("jinja2.runtime", "jinja2.utils") or (
        isinstance(called, type) and called.__module__ in ("jinja2.utils", "builtins")
    )


def is_pure(called: Any, given: list[Any], pure: tuple[str, ...]) -> bool:
    """Whether the site's owner vouches for the function, and it is given nothing but plain values."""
    return name_of(called) in pure and all(value is None or isinstance(value, PLAIN) for value in given)


def is_turning(called: Any) -> bool:
    """Whether it is one of the questions that a page of a list answers, such as `has_next`."""
    return isinstance(called, types.MethodType) and isinstance(called.__self__, PAGINATION)


def is_page_number(called: Any, given: list[Any]) -> bool:
    """Whether the question needs no answer but its name, or asks for the page of a number."""
    return not given or (name_of(called) == "page" and [type(one) for one in given] == [int])


def argument(value: Any) -> tuple[str, Any] | None:
    """An argument that can be given again in the next build: a plain value, or one of the site's lists."""
    if isinstance(value, Shelf):
        return "site", value.variable
    if id(value) in tracer.variables:
        return "site", tracer.variables[id(value)]
    return ("plain", value) if value is None or type(value) in (str, int, bool) else None


class Watched(list[Any]):
    """One of the site's lists, noted only when a page looks into it."""

    __hash__ = None

    def seen(self) -> None:
        """A page looks into the list."""
        raise NotImplementedError

    def __radd__(self, other: Any) -> Any:
        self.seen()
        return other + list(self)


def looking(name: str) -> Callable[..., Any]:
    """A list's own method, noted when it is called."""
    method = getattr(list, name)

    @wraps(method)
    def watched(self: Watched, *given: Any, **named: Any) -> Any:
        self.seen()
        return method(self, *given, **named)

    return watched


LOOKS = (
    *("__iter__", "__len__", "__getitem__", "__contains__", "__reversed__", "__add__", "__mul__", "__rmul__"),
    *("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__repr__", "index", "count", "copy", "sort", "pop"),
)
"""The methods by which a list tells what it holds."""

for _name in LOOKS:
    setattr(Watched, _name, looking(_name))


class Group(Watched):
    """The posts of one category, tag or author inside the site's list of them."""

    def __init__(self, items: list[Any], variable: str, wrapper: URLWrapper) -> None:
        super().__init__(items)
        self.variable, self.wrapper = variable, wrapper

    def seen(self) -> None:
        if tracer.trace is not None:
            tracer.trace.groups[id(self)] = self


class Shelf(Watched):
    """One of the site's variables that is a list; whether it is empty is a question of its own."""

    def __init__(self, items: list[Any], variable: str) -> None:
        super().__init__(items)
        self.variable, self.items = variable, items

    def is_stale(self) -> bool:
        """Whether a plugin has changed the list since, as its length and its ends tell."""
        size = len(self.items)
        ends = (0, -1) if size else ()
        return size != list.__len__(self) or any(self.items[at] is not list.__getitem__(self, at) for at in ends)

    def seen(self) -> None:
        if tracer.trace is not None:
            tracer.trace.site_names.add(self.variable)

    def __bool__(self) -> bool:
        if tracer.trace is not None:
            tracer.trace.truths.add(self.variable)
        return bool(self.items)


def grouped(variable: str, value: Any) -> Any:
    """A variable such as `categories`, a list of pairs of a wrapper and its posts, with groups for the posts."""
    if not isinstance(value, list) or not value or not all(map(is_pair, value)):
        return value
    return [(wrapper, Group(posts, variable, wrapper)) for wrapper, posts in value]


def is_pair(item: Any) -> bool:
    """Whether it is a wrapper with its posts."""
    return isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], URLWrapper) and type(item[1]) is list  # noqa: PLR2004
