"""What people's own posts may hold that stock Pelican crashes on, hangs at, loses or publishes amiss: name -> text.

`{title}` and `{word}` are filled in, so that each row can be told from the others on the built site.
"""

from tests.safety.hostile import LONERS, TAILS


def post(body="", title="{title}", header=""):
    """A post's text with more of a header or another body."""
    return f"Title: {title}\nDate: 2026-11-20\n{header}\n{body}\n\n{{word}} sails.\n"


KNOWN = {
    "attach": post("[x]({attach}../../secret.txt) [y]({attach}../../../../../../../../../etc/passwd)"),
    "static-up": post("[x]({static}../secret.txt) ![y]({static}../../secret.txt) [z]({static}/../secret.txt)"),
    "filename-up": post("[x]({filename}../../secret.txt) [y](|filename|../../secret.txt)"),
    "saveas-up": post(header="Save_as: ../output_x/a.html\n"),
    "slug-up": post(header="Slug: ../../output_x/a\n"),
    "saveas-root": post(header="Save_as: /tmp/hijack.html\n"),
    "saveas-home": post(header="Save_as: index.html\n"),
    "saveas-home-2": post(header="Save_as: ./x/../INDEX.html\n"),
    "saveas-domain": post(header="Save_as: CNAME\n"),
    "saveas-feed": post(header="Save_as: feeds/all.atom.xml\n"),
    "saveas-theme": post(header="Save_as: theme/css/main.css\n"),
    "saveas-folder": post(header="Save_as: articles\n"),
    "saveas-backslash": post(header="Save_as: ..\\..\\x.html\n"),
    "url": post(header="URL: javascript:alert(1)\n"),
    "index": post(title="Index"),
    "archives": post(title="Archives"),
    "tags": post(title="Tags"),
    "emoji": post(title="😀"),
    "emoji-2": post(title="🎉"),
    "same": post(title="Twice told"),
    "same-2": post(title="Twice told"),
    "case": post(header="Slug: cased\n"),
    "case-2": post(header="Slug: CASED\n"),
    "tongues": post(header="Slug: tongues\nLang: de\n"),
    "tongues-2": post(header="Slug: tongues\nLang: fr\n"),
    "long-title": post(title="x" * 300),
    "long-words": post(title="word " * 90),
    "long-slug": post(header=f"Slug: {'y' * 300}\n"),
    "long-tag": post(header=f"Tags: {'q' * 300}\nCategory: {'r' * 300}\nAuthor: {'s' * 300}\n"),
    "nul": post("a\0b", title="a\0b"),
    "controls": post("\x01\x02\x0b\x0c\x1b\x7f"),
    "template": post(header="Template: x\n"),
    "template-up": post(header="Template: ../../x\n"),
    "broken-link": post("[a](http://[broken) <http://[::1> ![i](//[x)"),
    "broken-link-2": post("[x]({static}//[broken)"),
    "broken-link-3": post("[x]({filename}//[broken)"),
    "broken-source": post(header="Source_url: http://[broken\n"),
    "latin": post(title="Küste").encode("latin-1"),
    "surrogate": post("\ud800").encode("utf-8", "surrogatepass"),
    "utf-16": post("Küste").encode("utf-16"),
    "no-date": "Title: {title}\n\n{word} sails.\n",
    "no-title": "Date: 2026-11-20\n\n{word} sails.\n",
    "no-header": "London: it rained, she said. {word} sails.\n",
    "bad-date": post().replace("2026-11-20", "2026-13-45"),
    "odd-date": post().replace("2026-11-20", "2026-11-20T10:00+25:00"),
    "late": post().replace("2026-11-20", "9999-12-31"),
    "early": post().replace("2026-11-20", "0001-01-01"),
    "bad-modified": post(header="Modified: soon\n"),
    "bad-status": post(header="Status: nonsense\n"),
    "two-titles": post(header="Title: Another\n"),
    "two-dates": post(header="Date: 2026-11-21\nSlug: a-a\nSlug: b-b\nCategory: a\nCategory: b\nAuthor: a\n"),
    "swallowed": "Title: {title}\nDate: 2026-11-20\nLondon: it rained, she said of it.\n\n{word} sails.\n",
    "empty": "",
    "blank": "\n\n\n",
    "bare": "Title: {title} {word}\nDate: 2026-11-20\n",
    "brackets": post("[a" * 5_000),
    "pictures": post("![a](" * 2_000),
    "anchors": post('<a href="{' * 500),
    "alts": post('<img src="a" alt="' * 140),
    "deep-list": post("\n".join(" " * 4 * depth + "- a" for depth in range(300))),
    "deep-quote": post("> " * 3_000),
    "made": post(header="Made: 1 2 3\nSeed: ../../x\n"),
    "made-2": post(header="Made: a b c\nSeed: /etc/passwd\n"),
    "tongue": post(header='Lang: "><script>alert(1)</script>\n'),
    "page-1": post(header="Tags: c1, c12\nCategory: c1\nAuthors: c12\n"),
    "page-2": post(header="Tags: c12\nCategory: c12\nAuthors: c1\n"),
    **{f"page-1-{number}": post(header="Tags: c1\nCategory: c1\nAuthors: c1\n") for number in range(24)},
}  # fmt: skip
KEYS = (
    "Title", "Date", "Modified", "Slug", "Lang", "Tags", "Category", "Authors", "Summary", "Key_points", "Topics",
    "Status", "Template", "Save_as", "URL", "Source", "Source_url", "Seed", "Made", "Translation",
)  # fmt: skip
VALUES = (
    *(text for text in (*LONERS, *TAILS) if text and len(text) < 100 and "\n" not in text),
    "\ud800", "\u202e", "\x00", "a/../b", "..", ".", "/", "a\\b", "%2e%2e%2f", "~", "$HOME", "`id`", "{{ 7*7 }}",
)  # fmt: skip


def more(count):
    """So many rows more: each key with values in turn."""
    for number in range(count):
        key, value = KEYS[number % len(KEYS)], VALUES[number % len(VALUES)]
        text = post(header=f"{key}: {value}\n")
        if key in ("Title", "Date"):
            text = text.replace(text.splitlines()[KEYS.index(key)] + "\n", "", 1)
        yield f"more-{number}-{key.lower()}", text
