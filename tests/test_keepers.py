"""Notes of tools that keep articles: the article alone, and what the tool says of it as facts."""

import pytest

from copydesk.cleaning import clean
from copydesk.model import CopydeskError, Label
from copydesk.reading import read
from tests.test_mails import FIRST, SECOND, THIRD, TITLE

URL = "https://harbour.example/cranes"
STORY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
ID = "9a3f6d2e0b1c4d5e8f7a6b5c4d3e2f1a"
READWISE = f"""# {TITLE}

![rw-book-cover](https://readwise.example/cover.png)

## Metadata
- Author: [[Ada Orr]]
- Full Title: {TITLE}
- Category: #articles
- Summary: Cranes are moved.
- URL: {URL}

"""
OMNIVORE = f"""---
title: |
  {TITLE}
author: |
  Ada Orr
date_saved: 2026-11-22 10:00:00
date_published: 2026-11-20 09:12:00
---

# {TITLE}
#Omnivore

[Read on Omnivore](https://omnivore.example/me/cranes)
[Read Original]({URL})

{STORY}
## Highlights

> {FIRST} [⤴️](https://omnivore.example/me/cranes#a1)
"""
MARKDOWNLOAD = f"""---
created: 2026-11-22T10:00:00 (UTC +01:00)
source: {URL}
author: Ada Orr
---

# {TITLE}

> ## Excerpt
> Cranes are moved.

---
{STORY}"""
JOPLIN = f"""{TITLE}

{STORY}
id: {ID}
parent_id: {ID}
created_time: 2026-11-22T09:00:00.000Z
author: Ada Orr
source_url: {URL}
is_todo: 0
type_: 1"""
TEXT = [FIRST, SECOND, THIRD]
NOTES = {
    "readwise": (f"{READWISE}---\n\n{STORY}", TEXT),
    "highlights": (
        f"{READWISE}## Highlights\n- {FIRST} ([View Highlight](https://readwise.example/1))\n- {SECOND}\n",
        ["Highlights", FIRST, SECOND],
    ),
    "omnivore": (OMNIVORE, TEXT),
    "markdownload": (MARKDOWNLOAD, ["Cranes are moved.", *TEXT]),
    "joplin": (JOPLIN, TEXT),
}


@pytest.fixture
def seeds(tmp_path):
    """A function: content and suffix of a file -> its seeds."""

    def make(content, suffix=".md"):
        path = tmp_path / f"note{suffix}"
        path.write_text(content, encoding="utf-8")
        return read(path, tmp_path)

    return make


def texts(made):
    return [line.text for line in clean(made).kept if line.label is not Label.HEADLINE]


@pytest.mark.parametrize("tool", NOTES)
def test_a_note_is_its_article_and_what_the_tool_says_are_facts(seeds, tool):
    content, wanted = NOTES[tool]
    (made,) = seeds(content)
    assert (made.found.title, made.found.byline, made.found.url) == (TITLE, "Ada Orr", URL)
    assert texts(made) == wanted


def test_the_day_is_the_articles_and_the_excerpt_its_standfirst(seeds):
    assert str(seeds(OMNIVORE)[0].found.date) == "2026-11-20"
    assert seeds(MARKDOWNLOAD)[0].found.date is None
    assert [line.text for line in seeds(MARKDOWNLOAD)[0].lines if line.markup is Label.STANDFIRST] == [
        "Cranes are moved."
    ]


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (f"# {TITLE}\n\n## Metadata\n\n{STORY}", ["Metadata", *TEXT]),
        (f"# {TITLE}\n\n## Excerpt\n\n{STORY}", ["Excerpt", *TEXT]),
        (f"# {TITLE}\n\n{STORY}\n## Highlights\n\n> {FIRST}\n", [*TEXT, "Highlights", FIRST]),
        (f"{TITLE}\n\n{STORY}\nid: {ID}\n", [TITLE, *TEXT, f"id: {ID}"]),
    ],
)
def test_other_notes_stay_as_they_are(seeds, content, wanted):
    assert texts(seeds(content)[0]) == wanted


def test_what_is_no_note_of_joplins_is_refused(seeds):
    with pytest.raises(CopydeskError, match="no note"):
        seeds(f"harbours\n\nid: {ID}\ncreated_time: 2026-11-22T09:00:00.000Z\ntype_: 5")


def test_a_head_of_joplins_is_understood(seeds):
    (made,) = seeds(f"---\ntitle: {TITLE}\nsource: {URL}\ncompleted?: no\n---\n\n{STORY}")
    assert (made.warnings, made.found.url) == ((), URL)


ENEX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.example/pub/evernote-export4.dtd">
<en-export export-date="20261130T100000Z" application="Evernote">NOTES</en-export>"""


def note(title, *paragraphs):
    content = "".join(f"<div>{text}</div>" for text in paragraphs)
    return (
        f'<note><title>{title}</title><content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "a.dtd"><en-note>'
        f"{content}</en-note>]]></content><created>20261122T090000Z</created><tag>harbours</tag><note-attributes>"
        f"<author>Ben Hale</author><source-url>{URL}</source-url></note-attributes></note>"
    )


def test_an_export_of_evernotes_gives_a_seed_a_note(seeds):
    both = [note(TITLE, FIRST, SECOND, THIRD), note("Cranes are moved", THIRD, SECOND, FIRST)]
    found = seeds(ENEX.replace("NOTES", "".join(both)), ".enex")
    assert [(one.found.title, one.found.url, one.found.tags) for one in found] == [
        (TITLE, URL, ("harbours",)),
        ("Cranes are moved", URL, ("harbours",)),
    ]
    assert [one.found.byline for one in found] == ["", ""]
    assert texts(found[0]) == TEXT
    again = seeds(ENEX.replace("NOTES", "".join(both[::-1])), ".enex")
    assert [(one.key, one.digest) for one in again] == [(one.key, one.digest) for one in found[::-1]]


@pytest.mark.parametrize("content", [ENEX.replace("NOTES", ""), ENEX.replace("NOTES", "<note>"), "No export."])
def test_an_export_of_nothing_is_refused_in_words(seeds, content):
    with pytest.raises(CopydeskError) as caught:
        seeds(content, ".enex")
    assert (caught.value.kind, bool(caught.value.hint)) == ("enex", True)


def test_a_large_picture_loses_no_note(seeds):
    picture = f'<resource><data encoding="base64">{"iVBO" * 2_600_000}</data></resource></note>'
    (made,) = seeds(ENEX.replace("NOTES", note(TITLE, FIRST, SECOND, THIRD).replace("</note>", picture)), ".enex")
    assert texts(made) == TEXT


def test_an_export_opens_no_file(seeds, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    entity = f'<!DOCTYPE en-export [<!ENTITY a SYSTEM "file://{tmp_path}/secret.txt">]>'
    content = f"<?xml version='1.0'?>{entity}<en-export>{note('&a;', FIRST, SECOND)}</en-export>"
    assert "secret" not in str(seeds(content, ".enex"))
