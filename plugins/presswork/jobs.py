"""A page's place, template and variables in, all that it sees out."""

from __future__ import annotations

from typing import Any, NamedTuple

from pelican.utils import get_relative_path, path_to_url


class Job(NamedTuple):
    """One page to make: its place, its template, the variables that all pages share, and those given to it."""

    name: str
    template: Any
    context: dict[str, Any]
    given: dict[str, Any]
    relative: bool
    override: bool

    def plain(self) -> tuple[str, str]:
        """What decides about the variables that every page has."""
        return self.name, "" if self.relative else str(self.context.get("localsiteurl"))

    def variables(self) -> dict[str, Any]:
        """Everything that the page sees, as stock Pelican has it."""
        seen = self.context.copy()
        seen["localsiteurl"] = seen.get("localsiteurl", None)
        if self.relative:
            seen["SITEURL"] = seen["localsiteurl"] = path_to_url(get_relative_path(self.name))
        seen["output_file"] = self.name
        seen.update(self.given)
        return seen
