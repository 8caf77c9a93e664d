"""What the tests of the site measured in, one page for a person out."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

STYLE = (
    "body{font:16px/1.5 system-ui;max-width:70rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
    "table{border-collapse:collapse;width:100%}td,th{padding:.4rem .8rem;border-bottom:1px solid #8886;"
    "text-align:start;vertical-align:top}img{max-width:100%;border:1px solid #8886}"
    ".met{color:light-dark(#00594c,#7fd6c2)}"
    ".missed{color:light-dark(#a5281b,#ff9a8a);font-weight:600}.shots{display:grid;gap:1rem;align-items:start;"
    "grid-template-columns:3fr 3fr 1fr 1fr}"
)
SHOWN = 10  # faults of a bar


@dataclass
class Bars:
    """Each bar with what was measured: rows of name, figure, verdict and what fell short."""

    rows: list[tuple[str, str, str, list[str]]] = field(default_factory=list)

    def tell(self, what: str, figure: str, faults: Collection[object] = ()) -> None:
        """A bar was measured; any fault means that it was missed."""
        lines = [f"{name}: {fault}" for name, fault in faults.items()] if isinstance(faults, dict) else map(str, faults)
        lines = list(lines)
        self.rows.append((what, figure, "missed" if lines else "met", lines[:SHOWN]))

    def skip(self, what: str, why: str) -> None:
        """A bar could not be measured here."""
        self.rows.append((what, why, "not measured", []))

    def write(self, folder: Path) -> Path:
        """Write `index.html` beside the screenshots; returns its path."""
        path = folder / "index.html"
        path.write_text(self.page(shots(folder)), encoding="utf-8")
        return path

    def page(self, groups: dict[str, list[str]]) -> str:
        """The whole page."""
        rows = "".join(
            f'<tr><td>{html.escape(what)}</td><td>{html.escape(figure)}</td><td class="{verdict.split()[0]}">{verdict}'
            + "".join(f"<br><small>{html.escape(line)}</small>" for line in lines)
            + "</td></tr>\n"
            for what, figure, verdict, lines in self.rows
        )
        sections = "".join(
            f'<h3>{html.escape(name)}</h3>\n<div class="shots">'
            + "".join(f'<a href="{one}"><img src="{one}" alt="{one}" loading="lazy"></a>' for one in group)
            + "</div>\n"
            for name, group in groups.items()
        )
        return (
            f'<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>The site, measured</title>\n'
            f"<style>{STYLE}</style>\n<h1>The site, measured</h1>\n"
            f"<table><tr><th>Bar</th><th>Figure</th><th>Verdict</th></tr>\n{rows}</table>\n"
            f"<h2>Every template, as a reader sees it</h2>\n{sections}</html>\n"
        )


def shots(folder: Path) -> dict[str, list[str]]:
    """The screenshots by template, wide ones first."""
    groups = defaultdict(list)
    for path in sorted(folder.glob("*.png"), key=lambda path: (path.stem.split("-1280")[0] == path.stem, path.name)):
        name = path.stem.replace("-1280", " ").replace("-390", " ").split(" ")[0].split("-light")[0].split("-dark")[0]
        groups[name].append(path.name)
    return dict(sorted(groups.items()))
