"""Jinja's context and environment in, the same that tell the tracer what a template asks for out."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from typing import Any

from jinja2 import Environment, Template, nodes, runtime
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.tests import TESTS
from jinja2.utils import internalcode, missing
from pelican.contents import Content
from pelican.paginator import Page, Paginator
from pelican.utils import DateFormatter

from presswork.bytecode import KeptBytecode
from presswork.fragments import key_of
from presswork.loops import lift, once
from presswork.state import state
from presswork.things import is_thing
from presswork.tracing import Shelf, Trace, is_pure, tracer

UNSURE = frozenset({"random", "attr", "pprint"})
"""Jinja's own filters whose result is not a function of what the tracer sees."""

SCOPES = frozenset({"_block_vars", "_loop_vars"})
"""What Jinja itself adds to the arguments of a call inside a block or a loop."""


class TracedContext(Context):
    """Jinja's context, which tells the tracer what a template asks for and calls."""

    def resolve_or_missing(self, key: str) -> Any:
        if key in self.vars:
            return self.vars[key]
        value = self.parent.get(key, missing)
        lent = tracer.groups.get(id(value), value)
        if isinstance(lent, Shelf):
            if tracer.trace is not None and tracer.trace.is_shared(key, value) and not lent.is_stale():
                return lent
            lent = value
        if tracer.trace is not None:
            tracer.trace.variable(key, value)
        return lent

    @internalcode
    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        if __obj is once:
            return once(__self, args[0], args[1:], kwargs["caller"])
        if tracer.trace is not None:
            given = [*args, *(value for name, value in kwargs.items() if name not in SCOPES)]
            tracer.trace.call(__obj, given, tracer.pure)
            if isinstance(__obj, runtime.Macro) and len(given) == len(args) and state.settled:
                key = key_of(__obj, args, __self.eval_ctx.autoescape)
                if key is not None:
                    render = partial(super().call, __obj, *args, **kwargs)
                    return tracer.fragments.render(tracer, render, key, (__obj, args), closed)
        return super().call(__obj, *args, **kwargs)


def closed() -> Callable[[Trace], bool]:
    """The test of a macro's text: that it has read nothing but what it was given."""
    return Trace.is_closed


class Unforeseen(Exception):  # noqa: N818 — it is no error: Jinja then leaves the call to the page
    """What a filter or test of the site's own makes of constants is not to be known while a template is compiled."""


def noted(kind: type) -> bool:
    """Whether it is noted what a template asks objects of a type for."""
    return issubclass(kind, (Content, Page, Paginator)) or is_thing(kind)


is_noted: Callable[[type], bool] = lru_cache(maxsize=1000)(noted)

stock_getattr: Any = Environment.getattr


class TracedEnvironment(Environment):
    """Jinja's environment, which tells the tracer what a template reads; every template is loaded once a build."""

    context_class = TracedContext

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"bytecode_cache": KeptBytecode()} | options | {"auto_reload": False})

    def compile(self, *given: Any, **named: Any) -> Any:
        """`Environment.compile`, with whatever is doubtful left to be worked out while a page is rendered."""
        self.guard()
        tracer.compiling = True
        try:
            return super().compile(*given, **named)
        finally:
            tracer.compiling = False

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, *given: Any, **named: Any
    ) -> str:
        """`Environment._generate`, after loops are lifted out of a file's template; a name can be that of several."""
        if filename is not None and not self.is_async:
            lift(source, filename, self)
        return super()._generate(source, name, filename, *given, **named)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if tracer.trace is not None and is_noted(type(obj)):
            tracer.trace.attribute(obj, attribute)
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return stock_getattr(self, obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if tracer.trace is not None and is_noted(type(obj)):
            tracer.trace.attribute(obj, str(argument))
        return super().getitem(obj, argument)

    def guard(self) -> None:
        """Make every filter and test doubtful of which nobody knows that it depends on its arguments alone."""
        for own, known in ((self.filters, FILTERS), (self.tests, TESTS)):
            for name, function in list(own.items()):
                stock = known.get(name) is function and name not in UNSURE
                if not (stock or name == "plugin_enabled" or isinstance(function, DateFormatter)):
                    own[name] = doubtful(name, function)


def rendered(template: Template, variables: dict[str, Any]) -> str:
    """`Template.render`, which copies the variables once, not three times."""
    environment = template.environment
    if environment.is_async:
        return template.render(variables)
    known = globals_of(template)
    context = environment.context_class(environment, known | variables, template.name, template.blocks, known)
    try:
        return environment.concat(template.root_render_func(context))
    except Exception:  # noqa: BLE001 — it is raised again, with the template's lines
        environment.handle_exception()


@lru_cache(maxsize=100)
def globals_of(template: Template) -> dict[str, Any]:
    """What every page of a template sees."""
    return dict(template.globals)


def doubtful(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter or test that casts doubt on the page which uses it; marked, so that it is wrapped only once."""
    if getattr(function, "__wrapped_by_press__", False):
        return function

    @wraps(function, updated=("__dict__",) if hasattr(function, "__dict__") else ())
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if tracer.compiling:
            raise Unforeseen(name)
        if tracer.trace is not None and not is_pure(function, [*args, *kwargs.values()], tracer.pure):
            tracer.trace.doubt = tracer.trace.doubt or f"the filter or test {name}"
        return function(*args, **kwargs)

    guarded.__wrapped_by_press__ = True  # type: ignore[attr-defined]
    return guarded
