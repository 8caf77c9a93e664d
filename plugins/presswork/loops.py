"""A template's loops in, those that show every page the same made once a build out.

Themes loop over sections, menus and the latest posts on every page. A loop that sees nothing but the site's variables,
and asks of them only what the tracer sees, gives every page the same text. It is put into a call of `once`, whose
caller renders it: what it read then counts as read by every page that shows it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.exceptions import TemplateAssertionError
from jinja2.meta import find_undeclared_variables
from jinja2.visitor import NodeTransformer

from presswork.digests import Doubt
from presswork.state import state
from presswork.tracing import Trace, tracer

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from presswork.reads import Reads

LIFTED = (nodes.Expr, nodes.Helper, nodes.For, nodes.If, nodes.Output, nodes.Assign, nodes.AssignBlock, nodes.With)
"""What a loop may be made of: nothing that names another template, or hands a block or a macro on."""

BOUND = frozenset({"self", "super", "caller", "varargs", "kwargs", "loop"})
"""Names that are Jinja's own inside a block, a macro or another loop."""

GIVEN = frozenset({"article", "page", "articles_page", "output_file"})
"""Names of what Pelican gives to one page alone."""


class Lifter(NodeTransformer):
    """Puts each loop of a template into a call of `once`; those of macros are left, which are made of arguments."""

    def __init__(self, environment: Environment, file: str) -> None:
        self.environment, self.file, self.number = environment, file, 0

    def visit_Macro(self, node: nodes.Node) -> nodes.Node:  # noqa: N802 — Jinja's own name
        return node

    visit_CallBlock = visit_Macro  # noqa: N815

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        names = seen_by(node, self.environment)
        if names is None:
            return node
        self.number += 1
        key = nodes.Const((f"{self.file} {self.number}", *names))
        function = nodes.ImportedName(f"{__name__}.{once.__name__}")
        call = nodes.Call(function, [key, *(nodes.Name(name, "load") for name in names)], [], None, None)
        block = nodes.CallBlock(call, [], [], [node], lineno=node.lineno)
        return block.set_lineno(node.lineno).set_environment(self.environment)


def seen_by(loop: nodes.For, environment: Environment) -> list[str] | None:
    """The variables that a loop sees, the environment's own among them; None where it may see or do more."""
    inside = loop.find_all(nodes.Node)
    if not all(isinstance(node, LIFTED) and not isinstance(node, nodes.NSRef) for node in inside):
        return None
    alone = nodes.Template([loop], lineno=loop.lineno)
    alone.environment = environment.overlay()
    alone.environment.globals = {}  # whatever is in them counts as declared, be it hidden by a variable
    try:
        names = find_undeclared_variables(alone)
    except TemplateAssertionError:  # Jinja says it better when it compiles the template
        return None
    return sorted(names) if names and names.isdisjoint(BOUND | GIVEN) else None


def lift(template: nodes.Template, file: str, environment: Environment) -> None:
    """Change the parsed template of a file so that its loops are made once.

    What stands beside the blocks of a template that extends another is never shown.
    """
    lifter = Lifter(environment, file)
    for part in list(template.find_all(nodes.Block)) if template.find(nodes.Extends) else [template]:
        lifter.generic_visit(part)


def once(context: Any, key: tuple[str, ...], values: tuple[Any, ...], render: Callable[[], Any]) -> Any:
    """A loop's text, rendered or remembered, if all it sees are the site's variables and functions of the environment.

    `key` are the loop's place and the names of what it sees, `values` are what they stand for here.
    """
    trace, environment = tracer.trace, context.environment
    reads = state.edition.reads if state.edition is not None and state.shares else None
    if trace is None or trace.doubt or reads is None or environment.finalize is not None:
        return render()
    if not trace.is_shared("SITEURL", trace.own.get("SITEURL")):
        return render()  # where addresses are relative, no two pages are alike
    for name, value in zip(key[1:], values, strict=True):
        if not (trace.is_lent(name, value) or is_function(environment, trace, name, value)):
            return render()
    kept = (environment, *values)
    place = (key[0], context.eval_ctx.autoescape, trace.own.get("localsiteurl"), *map(id, kept), *map(size, values))
    return tracer.fragments.render(tracer, render, place, kept, partial(Lasting, reads, values))


def size(value: Any) -> int:
    """How many things a list or a mapping holds, so that one that has grown is another; no look is noted."""
    return list.__len__(value) if isinstance(value, list) else len(value) if isinstance(value, dict) else 0


def is_function(environment: Environment, trace: Trace, name: str, value: Any) -> bool:
    """Whether a value is a function of the environment, and no variable hides it; what calls of it give is traced."""
    return callable(value) and environment.globals.get(name) is value and name not in trace.own


class Lasting:
    """Asked before a loop is rendered and after it: whether its text may be kept.

    It may where all it was given and all it read can be described, and looking has changed nothing, as it does change
    an iterator.
    """

    def __init__(self, reads: Reads, values: tuple[Any, ...]) -> None:
        self.reads = reads
        self.values = [value for value in values if not callable(value)]
        self.before = self.described()

    def __call__(self, trace: Trace) -> bool:
        same = self.before is not None and self.before == self.described()
        return same and trace.is_of_site() and self.knows(trace)

    def described(self) -> list[str] | None:
        """What the loop is given, as text; None where nobody can tell. The page is not taken to look at it."""
        page, tracer.trace = tracer.trace, None
        try:
            return [self.reads.describer.describe(value) for value in self.values]
        except Doubt:
            return None
        finally:
            tracer.trace = page

    def knows(self, trace: Trace) -> bool:
        """Whether all that was read can be described."""
        try:
            self.reads.of(trace)
        except Doubt:
            return False
        return True
