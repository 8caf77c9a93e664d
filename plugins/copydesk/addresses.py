"""An address that a seed names in, the same as a post may carry it out, or nothing."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit

from copydesk.plain import one_line

URL_SAFE = ":/?#[]@!$&'()*+,;=%~-._"
MAILBOX = re.compile(r"(?i:mailto:)[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}", re.ASCII)
BRACKETS = str.maketrans({"[": "%5B", "]": "%5D"})  # which Markdown counts
FOLDER = "images/"  # of the content folder, where Pelican looks for pictures
BEFORE = re.compile(r"(?>(?:\{(?:static|attach|filename)\}|\.{0,2}/)*)")  # how people write the way to that folder


def web_address(url: str) -> str:
    """The address if it is a web page's, with everything odd percent-encoded; "" for any other scheme."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return quote(one_line(url), safe=URL_SAFE)


def host(url: str) -> str:
    """The name of the site that an address leads to, without `www.`; "" where it names none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # a bracket that is none of an address's
        return ""


def link_address(url: str) -> str:
    """The address if it is a web page's or a mailbox, as a link of Markdown can hold it; "" for any other."""
    if MAILBOX.fullmatch(url):
        return f"mailto:{url.partition(':')[2]}"
    return web_address(url).translate(BRACKETS)


def picture_address(address: str) -> str:
    """The address of a picture of the web, or of one in the content's folder of pictures; "" for any other."""
    path = unquote(address[BEFORE.match(address).end() :])  # type: ignore[union-attr]  # it matches everywhere
    if path.startswith(FOLDER) and ".." not in path.split("/"):
        return f"{{static}}/{quote(one_line(path))}"
    return web_address(address)
