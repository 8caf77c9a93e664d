"""A template's loops in, those that show every page the same made once a build out.

Themes loop over sections, menus and the latest posts on every page. A loop that sees nothing but the site's variables,
and asks of them only what the tracer sees, gives every page the same text. It is put into a call of `once`, whose
caller renders it: what it read then counts as read by every page that shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.exceptions import TemplateAssertionError
from jinja2.meta import find_undeclared_variables
from jinja2.visitor import NodeTransformer

from presswork.state import state
from presswork.tracing import Trace, tracer

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

LIFTED = (nodes.Expr, nodes.Helper, nodes.For, nodes.If, nodes.Output, nodes.Assign, nodes.AssignBlock, nodes.With)
"""What a loop may be made of: nothing that names another template, or hands a block or a macro on."""

BOUND = frozenset({"self", "super", "caller", "varargs", "kwargs", "loop"})
"""Names that are Jinja's own inside a block, a macro or another loop."""

GIVEN = frozenset({"article", "page", "articles_page", "output_file"})
"""Names of what Pelican gives to one page alone."""


class Lifter(NodeTransformer):
    """Puts each loop of a template into a call of `once`; those of macros are left, which are made of arguments."""

    def __init__(self, environment: Environment, name: str) -> None:
        self.environment, self.name, self.number = environment, name, 0

    def visit_Macro(self, node: nodes.Node) -> nodes.Node:  # noqa: N802 — Jinja's own name
        return node

    visit_CallBlock = visit_Macro  # noqa: N815

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        names = seen_by(node, self.environment)
        if names is None:
            return node
        self.number += 1
        key = nodes.Const(f"{self.name} {self.number}")
        shown = [nodes.Keyword(name, nodes.Name(name, "load")) for name in sorted(names)]
        call = nodes.Call(nodes.ImportedName(f"{__name__}.{once.__name__}"), [key], shown, None, None)
        block = nodes.CallBlock(call, [], [], [node], lineno=node.lineno)
        return block.set_lineno(node.lineno).set_environment(self.environment)


def seen_by(loop: nodes.For, environment: Environment) -> set[str] | None:
    """The variables that a loop sees; None where it may see or do more."""
    inside = loop.find_all(nodes.Node)
    if not all(isinstance(node, LIFTED) and not isinstance(node, nodes.NSRef) for node in inside):
        return None
    alone = nodes.Template([loop], lineno=loop.lineno)
    alone.environment = environment
    try:
        names = set(find_undeclared_variables(alone))
    except TemplateAssertionError:  # Jinja says it better when it compiles the template
        return None
    return names if names and names.isdisjoint(BOUND | GIVEN) else None


def lift(template: nodes.Template, name: str, environment: Environment) -> None:
    """Change a parsed template so that its loops are made once; what stands beside a child's blocks is never shown."""
    lifter = Lifter(environment, name)
    for part in list(template.find_all(nodes.Block)) if template.find(nodes.Extends) else [template]:
        lifter.generic_visit(part)


def once(context: Any, key: str, caller: Callable[[], Any], **shown: Any) -> Any:
    """A loop's text, rendered or remembered, if all it sees are the site's variables."""
    trace = tracer.trace
    if trace is None or not state.settled or not trace.is_shared("SITEURL", trace.own.get("SITEURL")):
        return caller()  # where addresses are relative, no two pages are alike
    if not all(trace.is_lent(name, value) for name, value in shown.items()):
        return caller()
    kept = (context.environment, *shown.values())
    name = (key, context.eval_ctx.autoescape, trace.own.get("localsiteurl"), *map(id, kept))
    return tracer.fragments.render(tracer, caller, name, kept, Trace.is_of_site)
