"""Posts and topics for a site that is hard to print well."""

# ruff: noqa: E501  (tables of text read better whole)
from __future__ import annotations

import datetime
import html
import random
from itertools import product
from pathlib import Path

from PIL import Image

HOSTILE = (
    "<b>bold</b> claims by the minister", "<script>alert(1)</script>", "</title></h1><h1>Two", "a < b && c > d",
    "“Quotes” and 'quotes' and \"quotes\"", "<img src=x onerror=alert(1)>", "{{ 7 * 7 }} {% raw %}", "&amp; &lt; &#60; &nbsp;",
    "<!-- a comment -->", "]]> closes CDATA", "`code` *stars* _lines_ [link](javascript:alert(1))", "\\ back \\n slash %s %(x)s {0}",
    "W" * 80, "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "no\u00a0break\u00a0spaces\u00a0hold\u00a0this\u00a0line\u00a0together\u00a0for\u00a0long",
    "zero\u200bwidth\u200dmarks\ufeff", "\u202eright to left override", "\u2067isolate without an end", "\u05d0\u05d1 mixed ABC \u05d2\u05d3",
    "شركة تعيد تدوير البطاريات", "חברה ממחזרת סוללות", "日産とルノー、電池戦略を別々に進める", "한국 배터리 회사가 공장을 짓는다",
    "แบตเตอรี่รุ่นใหม่เปิดตัวในกรุงเทพ", "नई बैटरी बाज़ार में आई", "Ελλάδα: νέα μπαταρία", "Новая батарея выходит на рынок",
    "😀 emoji 🇺🇳 👩‍👩‍👧‍👦 family", "e\u0301 combining \u0336s\u0336t\u0336r\u0336i\u0336k\u0336e", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G͆O",
    "tab\tinside", "control\x01\x0b\x1f letters", "//example.org/path", "Title: Status: hidden", "'; DROP TABLE news; --",
    "https://example.org/a/very/long/address/that/does/not/break/anywhere/at/all.html", "٣٤٥ ١٢", "ǅ ﬁ ſ ẞ ı İ",
)  # fmt: skip
FRAMES = ("{}", "{} and more", "Minister: {}", "{}!", "«{}»", "{} (live)")
LONG = "A headline of more letters than three lines hold, " * 3
HEADLINES = ("?", "...", *(frame.format(text) for text, frame in product(HOSTILE, FRAMES)), LONG)
SUBJECTS = ("electric vehicle batteries", "interest rates of the central bank", "orchard fruit")
TOPICS = {
    "ev-strategy": ("EV strategy", "electric vehicle, batteries", "How car makers go electric, and what each bet *costs*."),
    "rates": ("Interest rates & inflation", "interest rates, central bank", ""),
    "empty": ("Deep-sea fishing", "trawler quota", "Nothing yet."),
}  # fmt: skip
NEWEST = datetime.date(2026, 11, 20)
WORDS = [
    "harbour",
    "lantern",
    "orchard",
    "basin",
    "copper",
    "valley",
    "letter",
    "winter",
    "carriage",
    "meadow",
    "signal",
    "river",
    "cabinet",
    "anchor",
    "village",
    "engine",
    "ribbon",
    "market",
    "thunder",
    "canvas",
    "garden",
    "mirror",
    "pocket",
    "saddle",
    "barrel",
    "candle",
    "shadow",
    "window",
    "basket",
    "feather",
    "hammer",
]
TEXT = (
    "The company said on Thursday that its plan for {subject} would start in spring, and that {subject} came first. "
    "{own}\n\n"
    "## What the plan rests on\n\nThree things, of which one is settled: a cheaper part, a coating, and a second port.\n\n"
    "## What it costs\n\n| Year | Cells |\n|:--|--:|\n| 2027 | 12,000 |\n\n```text\na line of code that is long enough to leave the column\n```\n\n"
    "## What comes next\n\n> We would rather be late than wrong.\n\nA note[^1].\n\n[^1]: The note.\n"
)

PICTURES = """Title: Hand-written, with pictures
Date: 2026-11-02
Date_from: update
Slug: pictures
Lang: en
Authors: Ann Quill; Bo Reed
Tags: orchard fruit, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve

![A grey photograph]({static}/images/photo.jpg)
*Its caption*

Words between the pictures, with a small one ![of a dot]({static}/images/dot.svg) among them.

[![A grey drawing]({static}/images/drawing.png "A caption that links")](https://example.org/drawing)

![A picture of somebody else](https://example.com/away.png)

"""
WIDE = "\n".join(f"| {' | '.join([cell] * 20)} |" for cell in ("Quarter", "---", "thousands"))


def paint(folder: Path) -> None:
    """Pictures for the hand-written post: a photograph, a drawing and a vector drawing."""
    noise = Image.effect_noise((400, 225), 60).resize((1600, 900))
    noise.save(folder / "photo.jpg")
    noise.crop((0, 0, 700, 300)).save(folder / "drawing.png")
    dot = '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12"><circle cx="6" cy="6" r="6"/></svg>'
    (folder / "dot.svg").write_text(dot, encoding="utf-8")


def post(number: int, title: str) -> str:
    """A post's file: every third without a summary, every second without key points, some in another language."""
    subject = SUBJECTS[number % len(SUBJECTS)]
    lines = [
        f"Title: {html.escape(title)}",
        f"Date: {NEWEST - datetime.timedelta(days=number // 3)}",
        f"Slug: story-{number:03}",
        f"Lang: {'ar' if title[:1] in 'شح' else 'de' if number % 10 == 4 else 'en'}",
        f"Tags: {subject}, R&D, story {number % 7}",
        f"Source: The {subject.title()} Post &amp; Mail",
        f"Source_url: https://example.org/{number}?a=1&amp;b=2",
        f"Seed: seeds/{number}.txt",
    ]
    if number % 3:
        lines.append(f"Summary: Two suppliers decide how soon the plan for {subject} can start.")
    if number % 2:
        lines.append("Key_points: The plan starts in spring.\n    One supplier has named a date &amp; a price.")
    return "\n".join(lines) + "\n\n" + TEXT.format(subject=subject, own=own(number))


def own(number: int) -> str:
    """Words that only this post has, so that it is nobody's copy; the second post is the first one's."""
    draw = random.Random(max(number, 1))
    return " ".join(f"{draw.choice(WORDS)} {draw.choice(WORDS)}{draw.randrange(9999)}" for _ in range(90)) + "."


def write(content: Path) -> dict[str, str]:
    """Write the content folder; returns slug -> headline."""
    for folder in ("articles", "topics", "pages", "images"):
        (content / folder).mkdir(parents=True)
    plain = (
        f"Plain story number {number} about {word}" for number, word in enumerate(("rivers", "bridges", "wells") * 4)
    )
    titles = {f"story-{number:03}": title for number, title in enumerate((*plain, *HEADLINES))}
    for number, title in enumerate(titles.values()):
        (content / "articles" / f"{number:03}.md").write_text(post(number, title), encoding="utf-8")
    for slug, (title, words, intro) in TOPICS.items():
        (content / "topics" / f"{slug}.md").write_text(f"Title: {title}\nWords: {words}\n\n{intro}\n", encoding="utf-8")
    (content / "pages" / "about.md").write_text("Title: About\nSlug: about\n\nHow it is *made*.\n", encoding="utf-8")
    (content / "articles" / "pictures.md").write_text(PICTURES + WIDE, encoding="utf-8")
    draft = "Title: A draft\nDate: 2026-11-03\nStatus: draft\nSlug: draft\n\nNot yet.\n"
    (content / "articles" / "draft.md").write_text(draft, encoding="utf-8")
    paint(content / "images")
    return titles
