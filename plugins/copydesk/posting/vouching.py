"""A rendered post in, the same post with nothing in it that the desk does not vouch for out: the second line.

The first line is the dialect, in which nothing a seed says is markup. Should it ever leak, this catches what it let
through before a template sees it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.model import CopydeskError
from copydesk.posting.made import LINE, untouched
from copydesk.posting.parsing import read_text

if TYPE_CHECKING:
    from copydesk.settings import Settings

TEXT = frozenset({"p", "br", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "em", "strong", "a", "hr"})
MORE = frozenset(
    {"table", "thead", "tbody", "tr", "th", "td", "code", "pre", "sup", "sub", "del", "figure", "figcaption"}
)
PICTURE = frozenset({"src", "alt", "width", "height", "loading", "data-copies"})
# What the room that presents adds to the same markup, be it before or after.
ALIGNED = {f"text-align: {side};" for side in ("left", "right", "center")}  # of cells; pages make classes of them
ADDED = {"th": {"class", "style"}, "td": {"class", "style"}, **{f"h{level}": {"id"} for level in range(2, 7)}}
NOTES = {"li": {"id"}, "sup": {"id"}}  # where a footnote stands, and where its sign
NOTE = re.compile(r"fn(?:ref\d*)?:[\w-]{1,40}")
FIELDS = ("title", "summary", "_summary")  # what a header says that templates may print as HTML
OWN = ("{static}", "{attach}")  # how an address begins of a picture that lies in the content folder
LEFT = re.compile(r'<img(?>(?: (?!src=)[a-z-]+="[^"]*")*)>')  # a picture whose address was taken from it
REL = "noopener nofollow ugc"


def vouch(content: Any, settings: Settings) -> None:
    """Clean one of Pelican's articles or pages in its place, unless a person answers for it.

    Whose it is, it bears from now on: of two posts that want one place a person's has it.
    """
    body = getattr(content, "_content", None)
    if not body:
        return
    content.by_desk = by_desk(Path(content.source_path or ""), settings)
    if settings.trust_edits and not content.by_desk:
        return
    content._content = clean(body, pictures=settings.pictures)  # noqa: SLF001
    for field in FIELDS:
        clean_field(content, field)


def by_desk(path: Path, settings: Settings) -> bool:
    """Whether a post is still as the desk wrote it: a seed's text and not a person's.

    A file that lies nowhere (some plugins make such articles) is no seed's.
    """
    try:
        text = read_text(path, settings.root)
    except CopydeskError:
        return False
    made = LINE.search(text)
    return made is not None and untouched(text, made[1])


def clean(markup: str, *, pictures: bool) -> str:
    """HTML -> the HTML of a newspaper's text: no script, style, form, frame or handler; links out say what they are.

    Of pictures the site's own stay, and those from elsewhere where `pictures` is true.
    """
    import nh3

    def kept(tag: str, name: str, value: str) -> str | None:
        if name == "style":
            return value if value in ALIGNED else None
        if tag in NOTES:
            return value if NOTE.fullmatch(value) else None
        return value if (tag, name) != ("img", "src") or pictures or value.startswith(OWN) else None

    cleaned = nh3.clean(
        markup,
        tags={*TEXT, *MORE, "img"},
        attributes={"a": {"href", "title"}, "img": set(PICTURE), **ADDED, **NOTES},
        attribute_filter=kept,
        url_schemes={"http", "https", "mailto"},
        link_rel=REL,
    )
    return LEFT.sub("", cleaned)


def clean_field(content: Any, field: str) -> None:
    """Clean what the header says under one key, in the attribute and in the metadata where summaries are kept."""
    for holder in (content.__dict__, content.metadata):
        if isinstance(value := holder.get(field), str) and "<" in value:
            holder[field] = clean(value, pictures=False)
