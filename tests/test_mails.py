"""Mails, saved or pasted as text: what is forwarded, what a newsletter says of itself, which part holds the article."""

import mimetypes
from dataclasses import replace
from email.message import EmailMessage
from email.mime.text import MIMEText

import pytest

from copydesk.cleaning import clean
from copydesk.language import LANGUAGES, lexicon
from copydesk.language.mails import bare, header, subject
from copydesk.language.replies import beyond
from copydesk.model import CopydeskError, Label
from copydesk.reading import read
from tests.packed import word
from tests.test_formats import pdf

FIRST = (
    "Dockers at Port Ellery have thrown out a second pay offer by 1,104 votes to 212, leaving 61 ships at anchor and "
    "retailers warning of empty shelves in December."
)
SECOND = (
    'The offer of 4.1% over 18 months was "an insult wrapped in a spreadsheet", said Dinah Kwarteng, who leads the '
    "Quayside Union. The port's operator, Meridian Terminals, said it would not improve on it."
)
THIRD = (
    "About a third of the country's toys come through Port Ellery between October and December. Talks resume on "
    "Monday with the state mediator."
)
STORY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
TITLE = "Cranes idle as dockers reject second offer"
GMAIL = (
    "---------- Forwarded message ---------\nFrom: Harbour Weekly <news@harbour.example>\n"
    f"Date: Fri, 6 Nov 2026 at 07:01\nSubject: {TITLE}\nTo: <me@home.example>\n\n\n"
)
APPLE = (
    f"From: Harbour Weekly <news@harbour.example>\nSubject: Re: [Weekly] {TITLE}\n"
    "Date: 6 November 2026 at 07:01:22 GMT\nTo: me@home.example\n\n"
)
OUTLOOK = (
    "From: Harbour Weekly <news@harbour.example>\nSent: Friday, November 6, 2026 7:01 AM\n"
    f"To: Ada Orr; Ben Hale;\nCora Lind\nSubject: {TITLE}\n\n"
)
NOTE = "Hi Ada,\n\nplease use this for Thursday, we can talk about it then.\n\nBest, Ben\n\n"

RAW = (
    "Received: from mx.example by in.example; Fri, 6 Nov 2026 07:01:00 +0000\nMessage-ID: <1@x.example>\n"
    f"{APPLE.strip()}\nContent-Type: text/plain; charset=utf-8\n\n"
)

HEADERS = [
    RAW,
    GMAIL,
    f"FYI\n\nBegin forwarded message:\n\n{APPLE}",
    OUTLOOK,
    f"{NOTE}-----Original Message-----\n{OUTLOOK}",
    f"{NOTE * 4}________________________________\n{OUTLOOK}",
    f"{GMAIL}see below\n\n{GMAIL}",
    APPLE.replace("\n", "\n\n"),
    OUTLOOK.replace(": ", ":\n"),
    OUTLOOK.replace("From:", "*From:*").replace("Subject:", "*Subject:*"),
    GMAIL.replace("\n", " ").strip() + "\n\n",
    "-------- Forwarded Message --------\n" + OUTLOOK.replace(": ", ": | "),
    "Von: Harbour Weekly <news@harbour.example>\nGesendet: Freitag, 6. November 2026 07:01\nAn: Ada\nCc: Ben\n"
    f"Betreff: AW: {TITLE}\n\n",
    f"De : Harbour Weekly <news@harbour.example>\nDate : vendredi 6 novembre 2026 07:01\nÀ : Ada\nObjet : {TITLE}\n\n",
    f"De: Harbour Weekly\nEnviado el: viernes, 6 de noviembre de 2026 7:01\nPara: Ada\nAsunto: RE: {TITLE}\n\n",
    f"Da: Harbour Weekly\nInviato: venerdì 6 novembre 2026 07:01\nA: Ada\nOggetto: {TITLE}\n\n",
    f"Van: Harbour Weekly\nVerzonden: vrijdag 6 november 2026 07:01\nAan: Ada\nOnderwerp: {TITLE}\n\n",
    f"Od: Harbour Weekly\nWysłano: piątek, 6 listopada 2026 07:01\nDo: Ada\nTemat: {TITLE}\n\n",
    f"От: Harbour Weekly\nДата: 6 ноября 2026 г., 07:01\nКому: Ada\nТема: {TITLE}\n\n",
    f"Kimden: Harbour Weekly\nGönderilme: 6 Kasım 2026 Cuma 07:01\nKime: Ada\nKonu: {TITLE}\n\n",
    f"差出人: Harbour Weekly\n送信日時: 2026年11月6日 7:01\n宛先: Ada\n件名: {TITLE}\n\n",
    f"发件人：Harbour Weekly\n发送时间：2026年11月6日 7:01\n收件人：Ada\n主题：{TITLE}\n\n",
]


@pytest.fixture
def seed(tmp_path):
    """A function: a mail, or the text of one -> its seed."""

    def make(mail):
        path = tmp_path / ("mail.txt" if isinstance(mail, str) else "mail.eml")
        path.write_bytes(mail.encode() if isinstance(mail, str) else mail.as_bytes())
        return read(path, tmp_path)[0]

    return make


def saved(title="Fwd: look", day="Sat, 7 Nov 2026 10:00:00 +0000", name="Ada Orr <ada@home.example>"):
    """A mail without a text."""
    mail = EmailMessage()
    mail["Subject"], mail["Date"], mail["From"] = title, day, name
    return mail


def kept(made):
    return [line.text for line in clean(made).kept if line.label is Label.PARAGRAPH]


@pytest.mark.parametrize("head", HEADERS)
def test_a_header_says_sender_day_and_subject_and_goes_with_the_note_above(seed, head):
    made = seed(head + STORY)
    found = header([line.text for line in made.lines])
    assert (found.sender, str(found.date), found.subject) == ("Harbour Weekly", "2026-11-06", TITLE)
    assert (made.found.source, str(made.found.date), made.found.title) == ("Harbour Weekly", "2026-11-06", "")
    page = clean(made)
    assert [line.text for line in page.kept] == [FIRST, SECOND, THIRD]
    assert [subject(line.text) for line in page.lines if line.label is Label.HEADLINE] == [TITLE]


@pytest.mark.parametrize("head", [GMAIL, OUTLOOK])
def test_a_saved_mail_bears_the_facts_of_the_one_that_it_forwards(seed, head):
    mail = saved()
    mail.set_content(head + STORY)
    made = seed(mail)
    assert (made.found.title, made.found.source, str(made.found.date)) == (TITLE, "Harbour Weekly", "2026-11-06")
    assert kept(made) == [FIRST, SECOND, THIRD]


NO_HEADERS = [
    STORY,
    f"{TITLE}\n\n{STORY}\nTo: whom it may concern\n",
    f"{STORY}\nThe mail to all staff reads:\n\n{OUTLOOK}Dear all, our offer is fair.\n\n{STORY}{STORY}",
    f"{STORY}\nMore on Monday.\n\n-----Original Message-----\n{OUTLOOK}Could you send us your report?\n",
    "Q: What happened?\nA: They said no.\nDate: Monday\n" + STORY,
]


@pytest.mark.parametrize("text", NO_HEADERS)
def test_an_article_that_cites_a_mail_or_answers_one_is_not_cut(seed, text):
    assert header(text.split("\n")) is None
    assert FIRST in kept(seed(text))


@pytest.mark.parametrize("word", ["Fwd: ", "[Weekly] FW: ", "WG: ", "Re: TR: ", "I: "])
def test_who_only_passed_it_on_is_no_source(seed, word):
    made = seed(OUTLOOK.replace(TITLE, word + TITLE) + STORY)
    assert (made.found.source, header([line.text for line in made.lines]).subject) == ("", TITLE)


def test_a_header_without_a_subject_leaves_the_headline_above_it(seed):
    head = "From: Harbour Weekly <news@harbour.example>\nDate: 6 Nov 2026\nTo: me@home.example\n\n"
    page = clean(seed(f"{TITLE}\n\n{head}{STORY}"))
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [TITLE]
    assert [line.text for line in page.kept if line.label is Label.PARAGRAPH] == [FIRST, SECOND, THIRD]


def test_a_texts_own_headline_goes_before_the_subject(seed):
    page = clean(seed(GMAIL.replace(TITLE, "Harbour Weekly No. 12") + f"{TITLE}\n\nBy Ada Orr\n\n{STORY}"))
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [TITLE]


def test_what_is_forwarded_as_a_quotation_is_none(seed):
    cited = "".join(f"> {row}\n" for row in (APPLE + STORY).split("\n"))
    assert len(kept(seed(f"FYI\n\n> Begin forwarded message:\n>\n{cited}"))) == 3
    story = "".join(f"> {row}\n" for row in f"{TITLE}\n\nBy Ada Orr\n\n{STORY}".split("\n"))
    page = clean(seed(f"From: Ada\nSubject: Fwd: cranes\n\nsee below, they are happy for us to run it\n\n{story}"))
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [f"> {TITLE}"]
    assert len([line for line in page.kept if line.label is Label.PARAGRAPH]) == 3
    mail = saved()
    paragraphs = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD))
    mail.set_content(f"<p>FYI</p><blockquote>{paragraphs}</blockquote>", subtype="html")
    assert kept(seed(mail)) == [FIRST, SECOND, THIRD]


ASKED = "Ada, can you file the dockers by six?\nBen\n"
CITED = "".join(f"> {row}\n" for row in ASKED.split("\n"))
BEN = "Ben Tull <ben@desk.example>"
FILED = [
    f"On Thu, 19 Nov 2026 at 18:02, {BEN} wrote:\n" + CITED,
    f"Am 19.11.2026 um 18:02 schrieb Ben Tull\n<ben@desk.example>:\n\n{CITED}",
    f"Ada Orr\nReporter\n+44 1234 567\n\nFrom: {BEN}\nSent: 19 November 2026 18:02\nTo: Ada Orr <ada@home.example>\n"
    f"Subject: Dockers?\n\n{ASKED}",
    f"-----Original Message-----\nFrom: {BEN}\nSent: 19 November 2026 18:02\nSubject: Dockers?\n\n{ASKED}",
]


@pytest.mark.parametrize("below", FILED)
def test_the_mail_that_a_filed_article_answers_is_none_of_it_nor_is_the_signature(seed, below):
    mail = saved(title="Re: Dockers?")
    mail.set_content(f"Hi Ben, here it is:\n\n{TITLE}\n\nBy Ada Orr\n\n{STORY}\n{below}")
    made = seed(mail)
    page = clean(made)
    assert (made.found.title, kept(made)) == ("", [FIRST, SECOND, THIRD])
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [TITLE]


@pytest.mark.parametrize(
    "below",
    [
        f"From: {BEN}\nSent: 19 November 2026 18:02\nTo: Cora Lind\nSubject: Offer\n\nOur offer is fair.\n",
        "On Thursday, 19 November 2026, Kwarteng wrote:\n\nOur offer is fair.\n",
        "In a letter dated 3 March 1998 Kwarteng wrote:\n\n> I would rather be hated for a closed quay.\n",
        "Ada Orr\nWrites about ships for the Weekly, and lives on one of the islands that she writes about.\n",
    ],
)
def test_a_mail_that_a_story_cites_is_of_it(seed, below):
    mail = saved(title="Cranes idle")
    mail.set_content(f"{STORY}\n{below}")
    texts = [line.text for line in seed(mail).lines]
    assert beyond(texts, [text.startswith(">") for text in texts], "Ada Orr") == ()


def test_short_paragraphs_below_a_senders_name_are_no_signature():
    texts = [
        "新大桥通车",
        "海港日报",
        "连接东岸与西岸的新大桥周六上午通车，市长亲自驾车驶过大桥。",
        "大桥全长一点二公里。",
    ]
    assert beyond(texts, [False] * len(texts), "海港日报") == ()


def test_a_mail_that_a_pasted_story_prints_is_of_it():
    cited = f"-----Original Message-----\nFrom: {BEN}\nSent: 3 March 2024 09:14\nSubject: Quay\n\nIt must be closed.\n"
    texts = f"{STORY}\n{cited}".split("\n")
    assert beyond(texts, [False] * len(texts), "") == ()


ANSWERS = [
    "On Fri, 6 Nov 2026 at 07:01, Harbour Weekly <news@harbour.example> wrote:",
    "FYI\n\nAm 06.11.2026 um 07:01 schrieb Harbour Weekly <news@harbour.example>:",
]


@pytest.mark.parametrize("above", ANSWERS)
def test_what_an_answer_cites_whole_is_the_article(seed, above):
    cited = "".join(f"> {row}\n" for row in STORY.split("\n"))
    made = seed(f"{above}\n\n{cited}")
    page = clean(made)
    assert str(made.found.date) == "2026-11-06"
    assert not [line.text for line in page.lines if line.label is Label.HEADLINE]
    assert len(page.kept) == 3
    page = clean(seed(f"{TITLE}\n\n{cited}"))
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [TITLE]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Fwd: Re: [Weekly] Quay", "Quay"),
        ("[Weekly] WG: Quay", "Quay"),
        ("转发：Quay", "Quay"),
        ("Quay: Re: a debt", "Quay: Re: a debt"),
        ("Fwd:", ""),
    ],
)
def test_a_subject_is_bared(written, wanted):
    assert bare(written) == wanted


FEET = [
    ["You received this email because you signed up at harbour.example.", "Unsubscribe | Manage preferences"],
    ["Harbour Media Ltd, 12 Quay Street, Port Ellery PE1 4QT", "Unsubscribe"],
    ["Kind regards,", "Dinah Kwarteng", "+44 1632 960 001 | press@quayside.example"],
    ["Best wishes", "Dinah", "This email and any attachments are confidential. " * 4, "Quayside Union, No. 1234"],
    ["You are receiving this newsletter because you asked for it.", "Our mailing address is:", "12 Quay Street"],
    ["Du erhältst diesen Newsletter, weil du ihn bestellt hast.", "Kaistraße 12, 21129 Altwerder"],
]


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("top", ["View this email in your browser", "Read online", "Trouble viewing this email? Click"])
def test_what_a_newsletter_says_of_itself_goes(seed, top, foot):
    lang = "de" if foot[0].startswith("Du") else "en"
    made = seed("\n\n".join([top, TITLE, STORY, *foot]))
    page = clean(replace(made, lang=lang))
    assert [line.text for line in page.kept if line.label is Label.PARAGRAPH] == [FIRST, SECOND, THIRD]
    assert {line.dropped_by for line in page.dropped} >= {"newsletter notice"}
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [TITLE]


def test_an_article_that_speaks_of_newsletters_is_kept(seed):
    told = "This email was sent to all staff on Tuesday, minutes before the vote, and it did not help the board."
    assert kept(seed(f"{TITLE}\n\n{FIRST}\n\n{told}\n\n{STORY * 3}"))[:2] == [FIRST, told]
    assert kept(seed(f"{TITLE}\n\n{told}\n\n{STORY}"))[:2] == [told, FIRST]
    assert kept(seed(f"{TITLE}\n\n{STORY}\n\nKind regards\n\n{SECOND[::-1]}."))[-1] == f"{SECOND[::-1]}."


def test_a_menus_words_are_no_newsletters(seed):
    page = clean(
        seed("\n".join(["Shore News", "Home", "Sport", "Log in", "Manage your subscription", TITLE, "", STORY]))
    )
    assert "newsletter notice" not in {line.dropped_by for line in page.dropped}


def test_every_language_knows_mails_and_newsletters():
    for lang in LANGUAGES:
        kinds = {row.partition(": ")[0] for row in lexicon("mail", lang)}
        assert kinds == {"from", "to", "date", "subject", "forwarded", "other"}
        assert lexicon("mailings", lang)
        assert lexicon("farewells", lang)
        assert lexicon("threads", lang)


HTML = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD))
STUBS = [
    (STORY, "<p>This mail needs HTML.</p>"),
    (STORY, "<img src='logo.png'>"),
    ("This mail needs HTML.", HTML),
    (STORY.replace(" ", " https://a.example/very/long/address/of/a/link "), HTML),
]


@pytest.mark.parametrize(("plain", "html"), STUBS)
def test_the_part_is_read_that_holds_the_article(seed, plain, html):
    mail = saved()
    mail.set_content(plain)
    mail.add_alternative(html, subtype="html")
    assert [line.text for line in seed(mail).lines if line.text] == [FIRST, SECOND, THIRD]


def test_a_text_that_pictures_cut_in_parts_is_read_whole(seed):
    mail = saved()
    mail.set_content(FIRST)
    mail.add_attachment(b"a picture", maintype="image", subtype="png", disposition="inline")
    mail.add_attachment(f"{SECOND}\n\n{THIRD}\n".encode(), maintype="text", subtype="plain", disposition="inline")
    assert [line.text for line in seed(mail).lines if line.text] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("note", ["", "See the file attached."])
@pytest.mark.parametrize(("subtype", "content"), [("plain", STORY), ("html", HTML)])
def test_an_article_that_is_attached_is_read(seed, note, subtype, content):
    mail = saved(TITLE)
    if note:
        mail.set_content(note)
    mail.add_attachment(content.encode(), maintype="text", subtype=subtype, filename="article")
    made = seed(mail)
    assert [line.text for line in made.lines if line.text] == [FIRST, SECOND, THIRD]
    assert made.found.title == TITLE


def test_a_file_is_known_by_its_name_and_a_document_by_its_type(seed):
    mail = saved(TITLE)
    mail.set_content("See the file attached.")
    mail.add_attachment(STORY.encode(), maintype="application", subtype="octet-stream", filename="Story.TXT")
    assert [line.text for line in seed(mail).lines if line.text] == [FIRST, SECOND, THIRD]
    for name, data, lines in (
        ("story.docx", word([FIRST, SECOND]), 2),
        ("story.pdf", pdf("The quay will grow. " * 9), 1),
    ):
        mail = saved(TITLE)
        mail.set_content("See the file.")
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        mail.add_attachment(data, *kind.split("/"), filename=name)
        mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="damaged.pdf")
        made = seed(mail)
        assert len(made.lines) == lines
        assert made.warnings == ("not read, save it as a seed if it is wanted: damaged.pdf",)


@pytest.mark.parametrize("name", ["iso-8859-2", "windows-1250", "utf-8", "koi8-r"])
def test_a_parts_character_set_is_believed_where_it_fits(tmp_path, name):
    polish = "Dokerzy odrzucili drugą ofertę płacową, a sześćdziesiąt jeden statków wciąż stoi na redzie portu.\n" * 2
    mail = MIMEText(polish, "plain", "utf-8" if name == "koi8-r" else name)
    text = mail.as_string().replace('charset="utf-8"', f'charset="{name}"')
    (tmp_path / "mail.eml").write_bytes(b"\xef\xbb\xbf\n\n" + text.encode())
    (made,) = read(tmp_path / "mail.eml", tmp_path)
    assert [f"{line.text}\n" for line in made.lines] == [polish[: len(polish) // 2]] * 2


@pytest.mark.parametrize("declared", ["iso-8859-1", "us-ascii", "utf-8"])
@pytest.mark.parametrize("begun", ["", "=?utf-8?q?=C2=BF?="])
def test_letters_that_stand_raw_in_a_header_are_read_as_the_text_is(tmp_path, declared, begun):
    head = (
        f"From: José Ibáñez <j@mail.example>\nSubject: {begun} El túnel abrirá\n en mayo\n"
        f"Content-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: 8bit\n\n"
    )
    (tmp_path / "mail.eml").write_bytes(f"{head}{STORY}\nEl túnel abrirá en mayo.\n".encode("latin-1"))
    (made,) = read(tmp_path / "mail.eml", tmp_path)
    title = f"{'¿' if begun else ''} El túnel abrirá en mayo".strip()
    assert (made.found.title, made.found.source) == (title, "José Ibáñez")


def test_a_header_in_no_encoding_costs_no_mail(tmp_path):
    content = b"From: Ann <a@mail.example>\nSubject: Quay \x81\x8d\xff\xfe\n\n" + STORY.encode()
    (tmp_path / "mail.eml").write_bytes(content)
    (made,) = read(tmp_path / "mail.eml", tmp_path)
    assert made.found.title.startswith("Quay")


def test_a_mail_in_a_mail_is_read_with_its_own_facts(seed):
    inner = saved(TITLE, "Fri, 6 Nov 2026 07:01:22 +0000", "Harbour Weekly <news@harbour.example>")
    inner.set_content(STORY)
    mail = saved()
    mail.set_content("worth a piece?")
    mail.add_attachment(inner)
    made = seed(mail)
    assert [line.text for line in made.lines if line.text] == [FIRST, SECOND, THIRD]
    assert (made.found.title, made.found.source, str(made.found.date)) == (TITLE, "Harbour Weekly", "2026-11-06")


def test_a_long_file_beside_an_article_is_left(seed):
    mail = saved(TITLE)
    mail.set_content(STORY)
    mail.add_attachment(b"09:00 all is well\n" * 999, maintype="text", subtype="plain", filename="log.txt")
    made = seed(mail)
    assert [line.text for line in made.lines if line.text] == [FIRST, SECOND, THIRD]
    assert made.warnings == ("not read, save it as a seed if it is wanted: log.txt",)


def boxed(number, text, more=""):
    """A mail as a mailbox holds it."""
    head = f"From - Fri Nov 20 07:01:00 2026\n{more}Message-ID: <{number}@harbour.example>\nSubject: {TITLE}\n"
    return f"{head}Date: Fri, 20 Nov 2026 07:01:00 +0000\nFrom: Harbour Weekly <news@harbour.example>\n\n{text}\n\n"


PARTS = [boxed(1, STORY), boxed(2, f"{FIRST}\n\n>From here on ferries wait.\n\n{SECOND}")]


def test_a_mailbox_gives_a_seed_a_mail_known_by_the_mails_own_name(tmp_path):
    name = "Inbox.mbox"
    (tmp_path / name).write_text("".join(PARTS))
    found = read(tmp_path / name, tmp_path)
    assert [(one.found.title, one.found.source, one.part) for one in found] == [
        (TITLE, "Harbour Weekly", part) for part in (1, 2)
    ]
    assert "From here on ferries wait." in kept(found[1])
    (tmp_path / name).write_text("".join((boxed(3, THIRD), *PARTS[::-1])))
    assert {one.key: one.digest for one in read(tmp_path / name, tmp_path)[1:]} == {
        one.key: one.digest for one in found
    }


def test_a_mail_that_its_owner_deleted_is_none(tmp_path):
    (tmp_path / "a.mbox").write_text(PARTS[0] + boxed(2, SECOND, more="X-Mozilla-Status: 0009\n"))
    (made,) = read(tmp_path / "a.mbox", tmp_path)
    assert kept(made) == [FIRST, SECOND, THIRD]


def test_a_damaged_mail_in_a_mailbox_loses_no_other(tmp_path):
    nested = "".join(f'Content-Type: multipart/mixed; boundary="{part}"\n\n--{part}\n' for part in range(2_000))
    (tmp_path / "a.mbox").write_text(PARTS[0] + boxed(2, FIRST, more=f"MIME-Version: 1.0\n{nested}") + PARTS[1])
    *made, refusal = read(tmp_path / "a.mbox", tmp_path)
    assert [one.found.title for one in made] == [TITLE, TITLE]
    assert (refusal.kind, refusal.path) == ("mail", "a.mbox")


def joined(*numbers, rich=False):
    """Mails one below the other, as `cat` joins files, plain ones or `rich` ones, of parts."""
    mails = []
    for number in numbers:
        _, _, mail = boxed(number, STORY * 2, more="MIME-Version: 1.0\n").partition("\n")
        part = f"--b{number}\nContent-Type: text/plain\n\n"
        kind = f'Content-Type: multipart/mixed; boundary="b{number}"'
        packed = mail.replace("\n\n", f"\n{kind}\n\n{part}", 1) + f"--b{number}--\n"
        mails.append(packed if rich else mail)
    return "".join(mails)


@pytest.mark.parametrize(
    ("content", "mails"),
    [
        ("".join(PARTS), 2),
        (joined(1) + PARTS[1], 2),
        (PARTS[0], 1),
        (joined(1, 2), 2),
        (joined(1, 2, 3, rich=True), 3),
        (joined(1, rich=True) + joined(2), 2),
        (joined(1) + joined(2, rich=True), 2),
        (joined(1, 2).replace("\n", "\r\n"), 2),
        (joined(1) + "---------- Forwarded message ----------\n\n" + joined(2), 1),
        (joined(1) + "From Ellery Fri to Mon, November 2026\nNote: no boats.\n\n" + STORY, 1),
        (joined(1) + OUTLOOK + STORY, 1),  # as answers cite: no head of a mail that was sent
    ],
)
def test_no_mail_is_lost_of_several_in_one_file(tmp_path, content, mails):
    (tmp_path / "ferry.eml").write_text(content, newline="")
    made = read(tmp_path / "ferry.eml", tmp_path)
    assert [bool(one.key) for one in made] == [mails > 1] * mails
    assert all(one.found.title == TITLE and FIRST in kept(one) for one in made)


def test_several_mails_want_a_name_that_says_what_they_are(tmp_path):
    (tmp_path / "ferry").write_text(joined(1, 2))
    with pytest.raises(CopydeskError, match=r"2 mails.* End its name in \.eml\."):
        read(tmp_path / "ferry", tmp_path)


def test_a_mailbox_loses_no_mail_above_its_first_line(tmp_path):
    (tmp_path / "a.mbox").write_text(joined(1) + PARTS[1])
    assert len(read(tmp_path / "a.mbox", tmp_path)) == 2


def test_a_mail_of_google_alerts_is_refused_in_words(seed):
    mail = saved("Google Alert - cranes", name="Google Alerts <googlealerts-noreply@google.com>")
    mail.set_content(f"=== News - 1 new result for [cranes] ===\n\n{TITLE}\nHarbour Weekly\n{FIRST[:80]} ...\n")
    with pytest.raises(CopydeskError, match="copydesk fetch"):
        seed(mail)
