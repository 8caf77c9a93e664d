"""Marked pages in, what other tools make of them out, by the scorer that bench.py uses.

    PYTHONPATH=plugins python -m benchmarks.peers.pages [--style html] [--within div] [--keep FOLDER] [TOOL…]

Wants `trafilatura newspaper4k readability-lxml goose3 jusText boilerpy3` in the Python that runs it; a tool that is not
there is left out. None of them reads plain text: a dump is given to them with each of its lines as a paragraph, which
is the best that can be done for them. A tool that has settings for more or for less is tried with each.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import sys
import tarfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[3] / "shared" / "bench" / "cleaning"
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
STOPLISTS = {  # the names by which jusText knows languages
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "pl": "Polish", "ru": "Russian", "tr": "Turkish", "no": "Norwegian_Bokmal", "sv": "Swedish",
    "da": "Danish", "id": "Indonesian", "ko": "Korean", "uk": "Ukrainian", "hu": "Hungarian", "cs": "Czech",
    "fi": "Finnish",
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What a tool makes of a page, as the scorer takes it."""

    body: str = ""
    title: str = ""
    date: str = ""
    byline: str = ""
    headings: tuple[str, ...] = ()


Tool = Callable[[str, str], Answer]  # a page and its language in


def trafilatura(setting: str) -> Tool:
    from trafilatura import extract, extract_metadata

    more: dict[str, Any] = {setting: True} if setting else {}

    def read(page: str, _: str) -> Answer:
        text = extract(page, include_comments=False, **more) or ""  # as Markdown it scores less, but has headings
        marked = extract(page, output_format="markdown", include_formatting=True, include_comments=False, **more) or ""
        about = extract_metadata(page)
        headings = tuple(row.lstrip("# ") for row in marked.split("\n") if row.startswith("#"))
        return Answer(text, about.title or "", about.date or "", about.author or "", headings)

    return read


def newspaper(page: str, lang: str) -> Answer:
    from newspaper import Article

    article = Article("https://example.org/", language=lang, fetch_images=False)  # which asks the network
    article.download(input_html=page)
    article.parse()
    day = article.publish_date
    return Answer(article.text, article.title, day.date().isoformat() if day else "", ", ".join(article.authors))


def readability(page: str, _: str) -> Answer:
    from lxml.html import fromstring
    from readability import Document

    document = Document(page)
    tree = fromstring(document.summary(html_partial=True))
    rows = [" ".join(one.text_content().split()) for one in tree.iter("p", "li", "blockquote", "pre", "td", *HEADINGS)]
    headings = tuple(" ".join(one.text_content().split()) for one in tree.iter(*HEADINGS))
    return Answer("\n".join(dict.fromkeys(rows)), document.short_title(), headings=headings)


def goose(page: str, _: str) -> Answer:
    from goose3 import Goose

    article = Goose({"enable_image_fetching": False}).extract(raw_html=page)
    day = str(article.publish_date or "")[:10]
    return Answer(article.cleaned_text, article.title, day, ", ".join(article.authors))


def justext(page: str, lang: str) -> Answer:
    import justext as library

    known = STOPLISTS.get(lang)
    words = library.get_stoplist(known) if known else frozenset().union(*map(library.get_stoplist, STOPLISTS.values()))
    kept = [one for one in library.justext(page, words) if not one.is_boilerplate]
    headings = tuple(one.text for one in kept if one.is_heading)
    return Answer("\n".join(one.text for one in kept), headings=headings)


def boilerpy(page: str, _: str) -> Answer:
    from boilerpy3.extractors import ArticleExtractor

    found = ArticleExtractor(raise_on_failure=False).get_doc(page)
    return Answer(found.content, found.title or "")


TOOLS: dict[str, tuple[str, Callable[[], Tool]]] = {  # the module that must be there, and what makes the tool
    "trafilatura": ("trafilatura", lambda: trafilatura("")),
    "trafilatura, for precision": ("trafilatura", lambda: trafilatura("favor_precision")),
    "trafilatura, for recall": ("trafilatura", lambda: trafilatura("favor_recall")),
    "newspaper4k": ("newspaper", lambda: newspaper),
    "readability-lxml": ("readability", lambda: readability),
    "goose3": ("goose3", lambda: goose),
    "jusText": ("justext", lambda: justext),
    "boilerpy3": ("boilerpy3", lambda: boilerpy),
}


def there(module: str) -> bool:
    """Whether a tool is installed."""
    try:
        import_module(module)
    except ImportError:
        return False
    return True


def pages(folder: Path, style: str, within: str) -> list[tuple[Mapping[str, Any], str]]:
    """The records that bench.py scores, each with its page."""
    with gzip.open(folder / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [one for one in map(json.loads, lines) if one.get("core", True) and one.get("gold_ok", True)]
    if style != "html":
        return [(one, paragraphs(one["dumps"][style], within)) for one in records if one["dumps"].get(style)]
    with tarfile.open(folder / "html.tar") as tar:
        saved = {one.name: tar.extractfile(one).read() for one in tar.getmembers() if one.isfile()}
    found = ((one, saved.get(one["html_path"])) for one in records)
    return [(one, gzip.decompress(page).decode("utf-8", "replace")) for one, page in found if page]


def paragraphs(dump: str, within: str) -> str:
    """A dump as a page with a paragraph a line, in an element of this name."""
    rows = "\n".join(f"<p>{html.escape(line)}</p>" for line in dump.split("\n") if line.strip())
    return f"<html><body><{within}>\n{rows}\n</{within}></body></html>"


def asked(tool: Tool, page: str, lang: str) -> Answer:
    """What a tool answers; nothing where it fails, which is its fault and not ours."""
    try:
        return tool(page, lang)
    except Exception as error:  # noqa: BLE001 -- a tool that is measured may raise whatever it likes
        print(f"  {type(error).__name__}: {str(error)[:100]}", file=sys.stderr)
        return Answer()


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("tool", nargs="*", help="the tools to try (default: all that are there)")
    ask.add_argument("--style", default="html")
    ask.add_argument("--within", default="div", help="the element that a dump is given in: some keep all of an article")
    ask.add_argument("--data", type=Path, default=FOLDER)
    ask.add_argument("--keep", type=Path, help="a folder for the answers, as JSON lines")
    args = ask.parse_args()
    sys.path.insert(0, str(FOLDER))
    score = import_module("score")
    rows = pages(args.data, args.style, args.within)
    for name in args.tool or TOOLS:
        module, make = TOOLS[name]
        if not there(module):
            print(f"{name}: not installed", file=sys.stderr)
            continue
        tool = make()
        made = [(record, asdict(asked(tool, page, record["lang"]))) for record, page in rows]
        if args.keep:
            lines = (json.dumps({"id": record["id"], **answer}, ensure_ascii=False) for record, answer in made)
            (args.keep / f"{name}-{args.style}.jsonl").write_text("\n".join(lines), encoding="utf-8")
        figures = score.figures(made)
        told = {key: figures.get(key) for key in ("n", "F1", "P", "R", "t_norm", "d_ok", "d_wrong", "hF1", "clean")}
        print(name, json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
