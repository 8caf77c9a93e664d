"""Addresses of pages and feeds in, seeds with their side-cars out: the only command that asks the web for them."""

from __future__ import annotations

import codecs
import json
import re
import sys
from http.client import HTTPException
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, quote, urldefrag, urlsplit
from urllib.request import Request, urlopen

from copydesk import posting
from copydesk.addresses import URL_SAFE
from copydesk.model import CopydeskError
from copydesk.posting.slugs import digest
from copydesk.reading import FORMATS, sidecar
from copydesk.settings import check_site

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from copydesk.settings import Settings

EXAMPLE = "copydesk fetch https://example.org/news/ferry-fares"
MEGABYTE = 1_000_000  # bytes
PATIENCE = 20  # seconds without a byte before a server counts as silent
SUFFIXES = {  # what servers call the kinds of seeds, and how their files' names end
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "multipart/related": ".mhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "message/rfc822": ".eml",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".xml",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/pdf": ".pdf",
    **dict.fromkeys(("application/jsonl", "application/x-ndjson", "application/x-jsonlines"), ".jsonl"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
VAGUE = ("", "text/plain", "application/octet-stream", "binary/octet-stream")  # where an address may say more
SEVERAL = frozenset({".rss", ".atom", ".xml", ".json", ".jsonl"})  # the articles of such a file say their own addresses
AGENT = {"User-Agent": "copydesk"}
PACKED = frozenset({".mhtml", ".eml", ".pdf", ".docx"})  # which say of each part in them how it is written
STATED = re.compile(rb"<meta[^>]{0,200}?charset\s*=|<\?xml[^>]{1,80}encoding\s*=", re.IGNORECASE)
HEAD = 4096  # bytes in which a text says how it is written: as many as its reader looks into
# The encodings of the web, and as what browsers read them: Windows' own where it only adds letters to a standard, as
# servers name the standard and mean the other. No others, as UTF-7 or Python's own, in which no page is written.
ENCODINGS = {
    **{name: name for name in (*(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)), "cp874",
                               *(f"cp125{part}" for part in range(9)), "koi8-r", "koi8-u", "cp866", "mac-roman",
                               "mac-cyrillic", "gb18030", "big5hkscs", "cp932", "euc_jp", "iso2022_jp", "cp949",
                               "utf-16", "utf-16-le", "utf-16-be")},
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
MARKED = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Answer(NamedTuple):
    """What a server sent: the bytes, the file name's ending that fits their type, and the address that gave them."""

    content: bytes
    suffix: str
    url: str


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("url", nargs="+", help="the address of a page or feed (http or https)")


def run(args: argparse.Namespace, settings: Settings) -> int:
    check_site(settings)
    failed = False
    for url in args.url:
        try:
            print(save(url, settings))
        except CopydeskError as error:
            failed = True
            print(f"copydesk: {error.told_from(settings.root)}", file=sys.stderr)
    return int(failed)


def save(url: str, settings: Settings) -> Path:
    """Fetch one address and file it under its host -> the seed's path. A seed that is there already is kept."""
    answer = ask(parsed(url).geturl(), settings.largest * MEGABYTE)
    path = place(answer, settings)
    if path.exists():
        raise CopydeskError("there", "There is a seed from this address.", "Delete it to fetch it again.", str(path))
    posting.write(path, answer.content)
    beside = path.with_suffix(sidecar.SUFFIX)
    if answer.suffix not in SEVERAL and not beside.exists():
        posting.write(beside, f"url = {json.dumps(answer.url)}\n")
    return path


def place(answer: Answer, settings: Settings) -> Path:
    """Where the seed of an answer belongs: two addresses may be spelt alike, and then the second has a sign behind."""
    parts = urlsplit(answer.url)
    folder = settings.seeds_path / posting.slug(parts.hostname or "", ())
    name = posting.slug(f"{parts.path} {parts.query}", ())
    path = folder / f"{name}{answer.suffix}"
    told, own = (urldefrag(url)[0] for url in (sidecar.read(path, settings.root).url, answer.url))
    return path if told in ("", own) else folder / f"{name}-{digest(own)}{answer.suffix}"


def parsed(url: str) -> SplitResult:
    """The parts of an address, blanks and foreign letters encoded as servers want them.

    Raises `CopydeskError` where it is no address of the web.
    """
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise CopydeskError("address", f"This is no web address ({error}).", "Copy it anew.", url) from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise CopydeskError("address", "This is no web address.", "Begin it with https://.", url)
    return parts._replace(path=quote(parts.path, safe=URL_SAFE), query=quote(parts.query, safe=URL_SAFE))


def ask(url: str, most: int) -> Answer:
    """What the server answers, `most` bytes of it at the most; raises `CopydeskError` when it does not."""
    try:
        with urlopen(Request(url, headers=AGENT), timeout=PATIENCE) as response:  # noqa: S310  http and https only
            suffix = ending(response.headers.get_content_type() if response.headers["Content-Type"] else "", url)
            content = response.read(most + 1)
            charset = response.headers.get_content_charset("")
            final = response.url
    except (HTTPException, OSError, ValueError) as error:
        raise CopydeskError("network", f"The page cannot be fetched ({error}).", "Try it in a browser.", url) from error
    if len(content) > most:
        raise CopydeskError("large", f"The page is larger than {most // MEGABYTE} MB.", "Save a part of it.", url)
    if not content.strip():
        raise CopydeskError("empty", "The page is empty.", "Look at it in a browser, and save it from there.", url)
    plain = content if suffix in PACKED else legible(content, charset)
    return Answer(plain, suffix, parsed(final).geturl())


def legible(content: bytes, charset: str) -> bytes:
    """A text's bytes as UTF-8 where its server alone says in which encoding it is: that word is not saved with it."""
    if content.startswith(MARKED) or STATED.search(content[:HEAD]):
        return content
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        encoding = web_encoding(charset)
        return content.decode(encoding, "replace").encode("utf-8") if encoding else content
    return content


def web_encoding(charset: str) -> str:
    """Python's name of the encoding in which browsers read what a server names so; "" for one that the web has not."""
    try:
        return ENCODINGS.get(codecs.lookup(charset).name, "")
    except (LookupError, ValueError):  # nobody knows it, or it is no name at all
        return ""


def ending(kind: str, url: str) -> str:
    """How the name of a seed ends whose kind a server names; raises `CopydeskError` where it is no kind of seeds."""
    told = PurePosixPath(urlsplit(url).path).suffix.lower()
    if kind in VAGUE and told and told in FORMATS:
        return told
    if kind not in SUFFIXES:
        message = f"This is no page, but {kind}." if kind else "The server does not say what this is."
        raise CopydeskError("address", message, "Fetch the page that shows it, or save it from a browser.", url)
    return SUFFIXES[kind]
