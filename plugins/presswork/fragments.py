"""A macro and its arguments in, what it rendered out; from memory where it must render the same again.

A macro that is imported without the page's context can see nothing but its arguments and the environment's globals. If
they are posts, tags and plain values, and what it reads is all of a kind that the tracer sees, then a card of a post is
rendered once, however many lists the post is on. What it read counts as read by every page that shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pelican.contents import Content
from pelican.urlwrappers import URLWrapper

from presswork.state import state

if TYPE_CHECKING:
    from presswork.tracing import Trace, Tracer

PLAIN = (str, int, bool, type(None))


def key_of(macro: Any, args: tuple[Any, ...], autoescape: Any) -> tuple[Any, ...] | None:
    """What a macro's result hangs on; None where an argument is of a kind that could hold anything."""
    keys: list[Any] = [id(macro), autoescape, (state.context or {}).get("localsiteurl")]
    for value in args:
        if isinstance(value, (Content, URLWrapper)):
            keys.append((id(value),))
        elif type(value) in PLAIN:
            keys.append((type(value), value))
        else:
            return None
    return tuple(keys)


class Fragments:
    """What macros and loops have rendered in this build, and read; what was given is kept, as keys hold its `id`.

    `refused` are those that hang on more than their keys say. Once `shut`, nothing is kept or given any more.
    """

    def __init__(self) -> None:
        self.made: dict[tuple[Any, ...], tuple[Any, Trace, Any]] = {}
        self.refused: set[tuple[Any, ...]] = set()
        self.is_shut = False

    def shut(self) -> None:
        """Forget everything for good: a template has changed something of the site."""
        self.is_shut = True
        self.made.clear()

    def render(
        self,
        tracer: Tracer,
        render: Callable[[], Any],
        key: tuple[Any, ...],
        kept: Any,
        test: Callable[[], Callable[[Trace], bool]],
    ) -> Any:
        """The fragment's text, rendered or remembered; its reads are noted for the page that is being traced.

        `test` is called before it is rendered, and what it gives after that, with the fragment's trace: whether to keep
        the text.
        """
        page = tracer.trace
        if page is None or self.is_shut or key in self.refused:
            return render()
        known = self.made.get(key)
        if known is None:
            lasts = test()
            trace = tracer.trace = page.beside()
            try:
                text = render()
            finally:
                tracer.trace = page
            if self.is_shut or not lasts(trace):
                self.refused.add(key)
                page.join(trace)
                return text
            known = self.made[key] = (text, trace, kept)
        page.parts[id(known[1])] = known[1]
        return known[0]
