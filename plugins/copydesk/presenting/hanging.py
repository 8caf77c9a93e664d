"""A Pelican article or page in; its HTML with its pictures hung, each found in the content folder, out."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from copydesk.presenting.negatives import Negative, negative
from copydesk.presenting.pictures import hung

FILES = ("static", "attach", "filename")  # what Pelican's own notation says of files: `{static}/images/chart.png`


def hang(content: Any, markup: str, *, elsewhere: bool) -> str:
    """The content's markup with its pictures in order; those that want copies are kept as `content.pictures`."""
    markup, content.pictures = hung(markup, partial(own, content), elsewhere=elsewhere)
    return markup


def own(content: Any, address: str) -> Negative | None:
    """The picture that a content shows from this address; None where it is none of the content folder's."""
    root = Path(content.settings["PATH"]).resolve()
    path = (root / place(content, address)).resolve()
    return negative(path) if path.is_relative_to(root) else None


def place(content: Any, address: str) -> str:
    """Where the picture of an address lies, absolute or seen from the content folder, if it lies there at all."""
    noted = re.match(content.settings["INTRASITE_LINK_REGEX"], address)
    if noted and noted["what"] not in FILES:
        return address
    path = unquote(re.split("[?#]", address[noted.end() :] if noted else address)[0])
    if path.startswith("/") or not noted:
        return path.lstrip("/")
    return str(Path(content.source_path or "").parent / path)
