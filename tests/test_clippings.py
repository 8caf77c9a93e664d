"""Exports of press databases: a file of several documents in, an article each out; every text here is invented."""

import re
from email.message import EmailMessage
from textwrap import fill

import pytest

from copydesk.cleaning import clean
from copydesk.model import CopydeskError, Label
from copydesk.posting import seed_name
from copydesk.reading import read
from copydesk.shaping.blocks import blocks
from tests.packed import word

ONE = "The harbour board voted on Tuesday to widen the northern quay before the winter ferries return to the bay."
TWO = "Work begins in March, the board said, and the quay stays open to fishing boats while the cranes are moved."
PUPS = (
    "Two seal pups that the storm had washed up on the north beach went back to sea, and three hundred children saw it."
)
BRED = "They had spent five weeks in the sanctuary at Brannock, where volunteers fed them herring four times a day."
HAFEN = "Der Hafenrat erhöht die Fährpreise bald um neun Prozent, zum ersten Mal seit vier Jahren, wie er mitteilte."
HALL = "Location: the old town hall was asked too, and said no."
PORT = "Le conseil du port relèvera de neuf pour cent le prix du ferry, pour la première fois depuis 2022."


def nexis(counted, title, names):
    """A document of a text file of LexisNexis'."""
    return f"""
                               {counted}

                               Shore Ledger

                          November 20, 2026 Friday
                            Late Edition - Final

{title}

{names}

LENGTH: 122 words

{fill(ONE, 78)}

{fill(TWO, 78)}

GRAPHIC: PHOTO: The quay
(PHOTOGRAPH BY CY DEE)

LOAD-DATE: November 21, 2026

LANGUAGE: ENGLISH


                       Copyright 2026 Shore Ledger Ltd
                              All Rights Reserved
"""


def filed(title, day, names, text):
    """A document as Nexis writes it today."""
    return f"""{title}
Shore Ledger
{day}

Copyright 2026 Shore Ledger Ltd All Rights Reserved

Section: NEWS; Pg. 4
Length: 122 words
{names}
Body

Link to Image

{text}

Graphic

The quay in 2024.

Classification

Language: ENGLISH

Subject: HARBOURS (90%)

Load-Date: November 21, 2026

End of Document
"""


def coded(number, title, names, text):
    """A document of Factiva's with codes."""
    return f"""SE
Business
HD
{title}
{names}WC
122 words
PD
20 November 2026
SN
Shore Ledger
SC
SHORLE
LA
English
CY
© 2026 Shore Ledger Ltd
LP

{text}

TD

IN two years the quay is to be longer by a third, which the board calls enough for the ferries of this decade.

CO
boatl : Boats Ltd
IN
i74 : Ferries | itsp : Shipping
AN
Document {number}


"""


def shown(number, above, names):
    """A document as a page of Factiva's shows it."""
    return (
        f"{above}\n{names}122 words\n20 November 2026\n09:12\nShore Ledger\nSHORLE\nEnglish\n© 2026 Shore Ledger.\n\n"
        + (f"{ONE}\n\n{TWO}\n\nDocument {number}\n\n")
    )


LINE = "_" * 60


def listed(number, title, names, text):
    """A document of ProQuest's."""
    return f"""{LINE}

Document 1 of 2

{title}

Author: {names}

ProQuest document link

Abstract: {text}

Full text: {text}
{HALL}
{BRED}
Credit: {names}, Staff Writer

Subject: Harbours;

Title: {title}

Publication title: Shore Ledger; Port Ellery

Publication date: Nov 20, 2026

ProQuest document ID: {number}

Document URL: https://search.proquest.example/docview/{number}

Last updated: 2026-11-21

"""


CITED = """Source Citation (MLA 9th Edition)
Orr, Ada. "Quay to grow." Shore Ledger, Nov. 20, 2026. Gale OneFile: News, link.gale.example/A71. Accessed 30 Nov. 2026.
Gale Document Number: GALE|A7100001
"""
QUAY, SEALS = "Quay to grow by a third", "Seal pups go back to sea"
DAY, SOURCE = "2026-11-20", "Shore Ledger"
BOTH = [(QUAY, DAY, "Ada Orr", SOURCE), (SEALS, DAY, "", SOURCE)]
GROWN = "IN two years the quay is to be longer by a third, which the board calls enough for the ferries of this decade."
EXPORTS = {
    "old": (
        "Download Request: Selected Items: 1-2\nTerms: (quay)\n"
        + nexis("1 of 2 DOCUMENTS", QUAY, "BYLINE: By ADA ORR\n\nSECTION: NEWS; Pg. 4")
        + nexis("2 of 2 DOCUMENTS", f"{SEALS}\n\nChildren say goodbye", "SECTION: NEWS; Pg. 9"),
        BOTH,
        [[ONE, TWO], ["Children say goodbye", ONE, TWO]],
    ),
    "older": (
        nexis("1 of 1 DOCUMENT", "", "SECTION: NEWS").replace(
            "LENGTH: 122 words\n",
            "LENGTH: 122 words\n\nHEADLINE: Quay to grow\nby a third\n\nBYLINE: Ada Orr\n\nBODY:\n",
        ),
        BOTH[:1],
        [[ONE, TWO]],
    ),
    "today": (
        filed(QUAY, "November 20, 2026 Friday 6:01 AM GMT", "Byline: Ada Orr\nHighlight: More room", f"{ONE}\n\n{TWO}")
        + filed(SEALS, "20 November 2026 Friday\nFirst Edition", "", PUPS),
        BOTH,
        [["More room", ONE, TWO], [PUPS]],
    ),
    "codes": (
        coded("SHORLE0020261120emb000012", QUAY, "BY\nBy Ada Orr\n", ONE)
        + coded("SHORLE0020261120emb00002k", SEALS, "", PUPS),
        BOTH,
        [[ONE, GROWN], [PUPS, GROWN]],
    ),
    "pages": (
        shown("SHORLE0020261120emb000012", f"News\n{QUAY}", "By Ada Orr\n")
        + shown("SHORLE0020261120emb00002k", SEALS, "")
        + "Search Summary\nText\tquay\n© 2026 Factiva, Inc. All rights reserved.\n",
        BOTH,
        [[ONE, TWO], [ONE, TWO]],
    ),
    "proquest": (
        listed("3021", QUAY, "Orr, Ada", ONE)
        + listed("3022", SEALS, "Dee, Cy; Hale, Ben", PUPS)
        + f"{LINE}\n\nDatabase copyright © 2026 ProQuest LLC. All rights reserved.\n",
        [BOTH[0], (SEALS, DAY, "Cy Dee; Ben Hale", SOURCE)],
        [[ONE, HALL, BRED], [PUPS, HALL, BRED]],
    ),
    "gale": (
        f"Title: {QUAY}\nAuthor(s): Ada Orr\nSource: Shore Ledger. (Nov. 20, 2026): News: p4.\nDocument Type: Article\n"
        f"Full Text: \n{ONE}\n\n{TWO}\n\n{CITED}",
        BOTH[:1],
        [[ONE, TWO]],
    ),
    "ebsco": (
        f"Record: 1\nTitle:\n{QUAY}\nAuthors:\nOrr, Ada\nSource:\nShore Ledger, The, 11/20/2026, p4\n"
        f"Accession Number:\n2W63\nDatabase:\nNewspaper Source\n\nSection: News\n\n{QUAY}\n\n{ONE}\n\n"
        f"{TWO}\n\n~~~~~~~~\nBy Ada Orr\n\n"
        "Copyright of Shore Ledger is the property of Shore Press.\n",
        [(QUAY, DAY, "Ada Orr", "The Shore Ledger")],
        [[ONE, TWO]],
    ),
    "pressreader": (
        f"{QUAY}\n\n{ONE}\n\n{TWO}\n\nArticle Name:{QUAY}\nPublication:Shore Ledger\nSection:News\nAuthor:By Ada Orr\n"
        "Start Page:4\nEnd Page:4\n",
        [(QUAY, "None", "Ada Orr", SOURCE)],
        [[ONE, TWO]],
    ),
    "genios": (
        f"Fährpreise steigen\n\nvon Anna Lehmann\n\nQuelle:\t\"Hafen-Bote\" vom 20.11.2026, Nr. 270, S. 4\n"
        f"Ressort:\tLokales\nDokumentnummer:\t20261120\n\n{HAFEN}\n\nAlle Rechte vorbehalten: https://wiso.example/document/1\n\n"
        "Alle Rechte vorbehalten: (c) Hafen-Bote GmbH\n\n© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH\n",
        [("Fährpreise steigen", DAY, "Anna Lehmann", "Hafen-Bote")],
        [[HAFEN]],
    ),
    "europresse": (
        f"Le Courrier du Port (site web)\nÉconomie, vendredi 20 novembre 2026 312 mots, p. 4\n\nLe ferry augmente\n\n"
        f"Anne Lemaire\n\n{PORT}\n\n© 2026 Le Courrier du Port. Tous droits réservés.\n\nCertificat émis le "
        "30 novembre 2026 à Bibliothèque à des fins de visualisation personnelle.\n\nnews·20261120·CP·0123\n",
        [("Le ferry augmente", DAY, "Anne Lemaire", "Le Courrier du Port")],
        [[PORT]],
    ),
}  # fmt: skip


@pytest.fixture
def seeds(tmp_path):
    """A function: name and content of a file -> its seeds, and what is wrong with others."""

    def make(content, name="export.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(path, tmp_path)

    return make


def paragraphs(made):
    """The texts of a seed's article, one a paragraph."""
    return [block.text for block in blocks(clean(made).kept, made.lang)]


@pytest.mark.parametrize("kind", EXPORTS)
def test_each_document_of_an_export_is_an_article_with_its_head_as_facts(seeds, kind):
    content, heads, texts = EXPORTS[kind]
    found = seeds(content)
    assert [(one.found.title, str(one.found.date), spoken(one), one.found.source) for one in found] == heads
    assert [paragraphs(one) for one in found] == texts
    assert {one.found.date_from for one in found if one.found.date} <= {"metadata"}


def spoken(made):
    """Who wrote a seed, without "By" and capitals."""
    return made.found.byline.removeprefix("By ").removeprefix("von ").title()


SECOND = {"old": f"{' ' * 31}2 of 2", "today": SEALS, "codes": "SE\n", "pages": SEALS}
TAIL = {"pages": "Search Summary", "proquest": f"{LINE}\n\nDatabase"}


def turned(kind, content):
    """An export with its two documents the other way round."""
    first = content.index(f"{' ' * 31}1 of 2") if kind == "old" else 0
    second = content.rindex(SECOND[kind]) if kind in SECOND else content.index(LINE, len(LINE))
    end = content.index(TAIL[kind]) if kind in TAIL else len(content)
    return content[:first] + content[second:end] + content[first:second] + content[end:]


@pytest.mark.parametrize(
    ("above", "title", "byline"),
    [
        ("Quay to grow by a third\nCsongor Vaskó", QUAY, "Csongor Vaskó"),
        ("Business Desk; SECTB\nFerry Fares Rise", "Ferry Fares Rise", ""),
        ("Ferry Fares Rise\nBy Csongor Vaskó", "Ferry Fares Rise", "By Csongor Vaskó"),
        ("Quay to grow by a third\nPort Ellery waits", "Port Ellery waits", ""),
    ],
)
def test_the_headline_and_the_by_line_of_a_page_of_factivas(seeds, above, title, byline):
    (made,) = seeds(shown("SHORLE0020261120emb000012", above, ""))
    assert (made.found.title, made.found.byline) == (title, byline)


OWNED = """                 Copyright 2026 Shore Ledger Company
                       All Rights Reserved
                           Shore Ledger

                     November 20, 2026, Friday"""


@pytest.mark.parametrize("opening", ["PORT ELLERY: ", "Q: ", "Update: "])
def test_a_text_may_begin_with_a_word_and_a_colon(seeds, opening):
    head, text, tail = nexis("1 of 1 DOCUMENT", QUAY, "SECTION: NEWS").partition(ONE[:20])
    (made,) = seeds(head + opening + text + tail)
    assert paragraphs(made) == [opening + ONE, TWO]


def test_the_outlet_may_stand_below_its_owner(seeds):
    content = nexis("1 of 1 DOCUMENT", QUAY, "SECTION: NEWS")
    start, end = content.index(f"{' ' * 31}Shore"), content.index("Friday") + len("Friday")
    (made,) = seeds(content[:start] + OWNED + content[end:])
    assert (made.found.title, made.found.source, str(made.found.date)) == (QUAY, SOURCE, DAY)


@pytest.mark.parametrize("kind", ["old", "today", "codes", "pages", "proquest"])
def test_documents_are_known_by_number_or_headline_wherever_they_stand(seeds, kind):
    content = EXPORTS[kind][0]
    found, other = seeds(content), seeds(turned(kind, content))
    assert [(one.key, one.digest) for one in found] == [(one.key, one.digest) for one in reversed(other)]
    assert [one.found.title for one in other] == [SEALS, QUAY]
    assert all(one.key and seed_name(one) == f"export.txt#{one.key}" for one in found)


def test_one_alone_is_known_by_its_file(seeds):
    (made,) = seeds(EXPORTS["gale"][0])
    assert seed_name(made) == "export.txt"


def test_a_document_without_text_is_named(seeds):
    empty = coded("SHORLE0020261120emb00002k", SEALS, "", "").replace(GROWN, "")
    made, fault = seeds(coded("SHORLE0020261120emb000012", QUAY, "", ONE) + empty)
    assert (made.found.title, fault.kind, fault.line) == (QUAY, "empty", 33)
    assert f"The document “{SEALS}” has no text. Export it again" in str(fault)


NO_EXPORTS = [
    f"{QUAY}\n\nLength: 122 metres\n\n{ONE}\n\n{TWO}\n\nEnd of Document\n",
    f"{QUAY}\n\n{ONE}\n\nThe list ended with the words:\n\nEnd of Document\n\n{TWO}\n",
    f"{QUAY}\n\n{ONE}\n\n122 words\n\n{TWO}\n",
    "\n\n".join((QUAY, *(f"{PUPS} {BRED}",) * 3, LINE, listed("3021", QUAY, "Orr, Ada", ONE))),
]


@pytest.mark.parametrize("content", NO_EXPORTS)
def test_nothing_else_is_taken_for_an_export(seeds, content):
    (made,) = seeds(content)
    assert (made.kind, made.prepared) == ("text", False)


MARKED = (
    "Tides ({0})\n- Your Highlight on page {0} | Added on Friday, November 13, 2026 7:10:33 AM\n\n{1}\n==========\n"
)


def test_passages_marked_on_a_kindle_are_no_article(seeds):
    with pytest.raises(CopydeskError, match=r"marked on a Kindle, and no article\. Copy each"):
        seeds("\ufeff" + MARKED.format(1, ONE) + MARKED.format(2, TWO), "My Clippings.txt")
    (made,) = seeds(MARKED.format(1, ONE) + f"{QUAY}\n\n{ONE}\n==========\n")
    assert made.kind == "text"


COVER = f"""Date and Time: Monday, November 30, 2026
Job Number: 30123
Documents (2)
1. {QUAY}
Client/Matter: -None-
Search Terms: quay
2. {SEALS}
Narrowed by:
Content Type: News
"""
DOCX = "vnd.openxmlformats-officedocument.wordprocessingml.document"


def packed(kind):
    """An export as a Word document, without blank lines."""
    text = COVER * (kind == "today") + EXPORTS[kind][0]
    return word([row for row in text.split("\n") if row.strip()])


@pytest.mark.parametrize("kind", ["today", "pages"])
def test_word_documents_and_mails_bring_exports_too(seeds, kind):
    found = seeds(packed(kind), "export.docx")
    assert [one.found.title for one in found] == [QUAY, SEALS]
    assert [paragraphs(one) for one in found] == EXPORTS[kind][2]
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Your documents", "Ada <ada@home.example>"
    mail.set_content("Attached.")
    mail.add_attachment(packed(kind), "application", DOCX, filename="export.docx")
    assert [one.found.title for one in seeds(mail.as_bytes(), "mail.eml")] == [QUAY, SEALS]


@pytest.mark.parametrize("kind", EXPORTS)
def test_rich_text_brings_them_too(seeds, kind):
    rows = [row.encode("ascii", "xmlcharrefreplace").decode() for row in EXPORTS[kind][0].split("\n")]
    signs = re.sub(r"&#(\d+);", r"\\u\1?", "\\par\n".join(rows))
    found = seeds(f"{{\\rtf1\\ansi {signs}}}", "export.rtf")
    assert [one.found.title for one in found] == [title for title, *_ in EXPORTS[kind][1]]
    assert [paragraphs(one) for one in found] == EXPORTS[kind][2]


def test_a_page_of_factivas_is_an_export_too(seeds):
    rows = "".join(f"<p>{text}</p>" for text in EXPORTS["pages"][0].split("\n") if text.strip())
    found = seeds(f"<html><body>{rows}</body></html>", "export.html")
    assert [paragraphs(one) for one in found] == EXPORTS["pages"][2]


TABLE = """<html><body><table><tr><td><b>HD</b>&nbsp;</td><td>TITLE</td></tr><tr><td>BY</td><td>Ada Orr</td></tr>
<tr><td>WC</td><td>122 words</td></tr><tr><td>PD</td><td>20 November 2026</td></tr>
<tr><td>SN</td><td>Shore Ledger</td></tr>
<tr><td>LP</td><td><p>ONE</p></td></tr><tr><td>TD</td><td><p>TWO</p></td></tr>
<tr><td>AN</td><td>Document SHORLE0020261120emb000012</td></tr></table></body></html>"""


def test_the_codes_may_stand_in_a_table(seeds):
    (made,) = seeds(TABLE.replace("TITLE", QUAY).replace("ONE", ONE).replace("TWO", TWO), "export.html")
    assert (made.found.title, made.found.source, paragraphs(made)) == (QUAY, SOURCE, [ONE, TWO])
    assert {line.markup for line in made.lines} == {Label.PARAGRAPH}
