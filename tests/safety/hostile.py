"""Hostile text of our own, as tables; the public attack lists lie in the shared folder and are read from there."""

import datetime
import json
import re

from copydesk.model import Article, Block, Facts, Label, Page, Seed, Story
from tests.shared import shared

OPENERS = (
    "# ", "## ", "#", "> ", "- ", "+ ", "* ", "1. ", "1) ", "0000000000000000001. ", "333333333333333333333. ",
    ": ", "~~~", "```", "    ", "\t",
    "---", "***", "___", "===", "| a | b |", "|---|", "[^1]: ", "*[HTML]: ", "[x]: ", "!!! note", "#!python",
    ":::python",
    "<!-- ", "<?php ", "<![CDATA[", "&#60;", "&lt;", "&amp;lt;", "\\<", "\\\\<", "{% raw %}", "{{ ", "{# ", "{: ", "{:",
    "[TOC]", "Term\n: ", "Key: ", "Save_as: ", "Template: ", "Status: ", "Slug: ", "Date: ", "---\n", "...\n",
    "\ufeff", "\u202e", "\u2066", "\u200b", "\x00", "\x02", "\x02klzzwxh:0000\x03", "\x02wzxhzdk:0\x03", "\x03",
    "\x1b[31m",
    "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\ud800", "\ufffe", "\U0001f600", "\u0600" * 3, "\u0301" * 40, "﷽",
)  # fmt: skip
TAILS = (
    "<script>alert(1)</script>",
    "# h {: onclick=alert(1) #x .y}",
    '[a](javascript:alert(1) "t") ![b](//evil.example/x.png) <javascript:alert(1)> [c][d]',
    "{filename}/etc/passwd {static}../x {attach}../../y |filename|z {author}a {category}b {index} {tag}c",
    "{{ SITEURL }} {% include '/etc/passwd' %} {# x #} ${7*7} #{7*7} <%= 7*7 %>",
    "Save_as: index.html",
)
LONERS = (
    "",
    " ",
    "\n",
    "&",
    "&#",
    "&#x",
    "&#0;",
    "&#x110000;",
    "&copy",
    "&copy" + "a" * 60 + ";",
    "<",
    "<a href='{'",
    "\\",
    "\\\\",
    "`",
    "``",
    "*",
    "_",
    "**",
    "a" * 10_000,
    "(" * 3000,
    "[" * 3000,
    "é" * 300,
    "中文" * 200,
    "🙂" * 200,
    "CON",
    "index",
    "../../etc/passwd",
    "C:\\Windows\\x",
    "http://[broken",
    "http://[::1",
    "x\n\nSave_as: ../../escaped.html\n\ny",
    "London: snow fell",
    "http://evil.example/x.js",
    "www.evil.example",
    "mailto:a@evil.example",
    "<http://evil.example>",
    "a<b>c",
    "1 < 2 > 3 & 4",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "]]>",
    "-->",
    "</title><script>alert(1)</script>",
    "</textarea>",
    "\\u003cscript\\u003e",
    "%3Cscript%3E",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
)
TEXTS = (*(opener + tail for opener in OPENERS for tail in TAILS[::2]), *LONERS, *TAILS)
DAY = datetime.date(2026, 11, 20)
KINDS = (Label.PARAGRAPH, Label.HEADING, Label.ITEM, Label.QUOTE, Label.CAPTION)


def vectors() -> list[str]:
    """The public attack vectors; skips the test where the shared folder is absent."""
    with shared("attacks/vectors.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line)["payload"] for line in lines]


def story(texts, seed="seeds/hostile.txt") -> Story:
    """A story that says the texts wherever a story can say something."""
    joined = " ".join(texts)
    blocks = [Block(KINDS[n % len(KINDS)], text, 2 + n % 3) for n, text in enumerate(texts)]
    told = Facts(topics=tuple(texts[:2]))
    page = Page(Seed(seed, "a" * 64, "text", (), told=told), ())
    article = Article(page, joined, (Block(Label.PARAGRAPH, "The ferry sails."), *blocks), DAY, byline=joined)
    told_of = {"source": joined, "url": f"https://example.org/{joined}", "lang": "en"}
    filled = Article(**{**{f: getattr(article, f) for f in article.__slots__}, **told_of})
    return Story(filled, tuple(texts), joined, tuple(texts))


def blanks(text: str) -> str:
    """A text with its blanks as a page shows them: runs of them are one, and those that hold words together stay."""
    return re.sub(r"\s*[ \t\n\r\f]\s*", " ", text).strip()
