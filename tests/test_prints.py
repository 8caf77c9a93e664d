"""Mails as programs print and show them, pasted as text: what stands around them, in which language."""

import datetime

import pytest

from copydesk.cleaning import clean
from copydesk.language.days import order
from copydesk.language.mails import sender
from copydesk.language.prints import header
from copydesk.model import Label
from copydesk.reading import read
from copydesk.shaping.bylines import byline
from copydesk.shaping.dates import habit, published
from tests.test_mails import FIRST, SECOND, STORY, THIRD, TITLE

SENDER = "Harbour Weekly <news@harbour.example>"
GMAIL = f"Gmail\t\nBen Hale <ben@home.example>\n\n{TITLE}\n"
BEN = "Ben Hale <ben@home.example>"
ANSWER = f"\n{BEN}\tSat, Nov 7, 2026 at 10:14 AM\nTo: {SENDER}\n\nGood one, thanks!\n\n[Quoted text hidden]\n"

PRINTS = [
    f"Gmail - {TITLE}\n1 message\n\n{SENDER} Fri, Nov 6, 2026 at 9:14 AM\nTo: ben@home.example\n\n",
    f"11/7/26, 9:20 AM\tGmail - {TITLE}\n\n{SENDER}\tFri, Nov 6, 2026 at 9:14 AM\nTo: ben@home.example\n\n",
    f"{GMAIL}1 message\n\n{SENDER}\tFri, Nov 6, 2026 at 9:14 AM\nReply-To: a@harbour.example\nTo: ben@home.example\n\n",
    f"{GMAIL}1 message\n{SENDER}\nFri, Nov 6, 2026 at 9:14 AM\n\n",
    f"{TITLE}\nInbox\n\n{SENDER} Unsubscribe\nFri, Nov 6, 2026, 9:14 AM (3 days ago)\nto me\n\n",
    f"{GMAIL}1 Nachricht\n\n{SENDER}\tFr., 6. Nov. 2026 um 09:14\nAn: ben@home.example\n\n",
    f"{GMAIL}1 message\n\n{SENDER}\t6 novembre 2026 à 09:14\nÀ : ben@home.example\n\n",
    f"{GMAIL}1 mensaje\n\n{SENDER}\t6 de noviembre de 2026 a las 9:14\nPara: ben@home.example\n\n",
    f"{GMAIL}1 messaggio\n\n{SENDER}\t6 novembre 2026, 09:14\nA: ben@home.example\n\n",
    f"{GMAIL}1 mensagem\n\n{SENDER}\t6 de novembro de 2026 às 09:14\nPara: ben@home.example\n\n",
    f"{GMAIL}1 bericht\n\n{SENDER}\t6 november 2026 om 09:14\nAan: ben@home.example\n\n",
    f"{GMAIL}1 wiadomość\n\n{SENDER}\t6 lis 2026 o 09:14\nDo: ben@home.example\n\n",
    f"{GMAIL}1 сообщение\n\n{SENDER}\t6 нояб. 2026 г. в 09:14\nКому: ben@home.example\n\n",
    f"{GMAIL}1 ileti\n\n{SENDER}\t6 Kas 2026 Cum, 09:14\nAlıcı: ben@home.example\n\n",
    f"{GMAIL}1 件のメッセージ\n\n{SENDER}\t2026年11月6日(金) 9:14\nTo: ben@home.example\n\n",
    f"{GMAIL}1 封邮件\n\n{SENDER}\t2026年11月6日周五 09:14\n收件人： ben@home.example\n\n",
    f"{TITLE}\nHarbour Weekly<news@harbour.example>\nTo:\u200bBen Hale\u200b\nFri 11/6/2026 9:14 AM\n\n",
    f"Outlook\n\n{TITLE}\n\nFrom {SENDER}\nDate Fri 11/6/2026 9:14 AM\nTo {BEN}\n\n",
    f"Outlook\n\n{TITLE}\n\nFrom\n{SENDER}\nDate\nFri 11/6/2026 9:14 AM\nTo\n{BEN}\n\n",
    f"Outlook\n\n{TITLE}\n\nVon\t{SENDER}\nDatum\tFr 06.11.2026 09:14\nAn\t{BEN}\n\n",
    f"{TITLE}\n\nFrom\t{SENDER}\nTo\t{BEN}\nDate\tFriday, November 6th, 2026 at 9:14 AM\n\n",
]


@pytest.fixture
def seed(tmp_path):
    """A function: a text -> its seed."""

    def make(text):
        path = tmp_path / "mail.txt"
        path.write_text(text, encoding="utf-8")
        return read(path, tmp_path)[0]

    return make


def title(page):
    return [line.text.removeprefix("Gmail - ") for line in page.lines if line.label is Label.HEADLINE]


def stays(page):
    return [line.text for line in page.kept if line.label is Label.PARAGRAPH]


@pytest.mark.parametrize("head", PRINTS)
def test_a_printed_mail_says_sender_day_and_subject(seed, head):
    made = seed(head + STORY)
    found = header([line.text for line in made.lines])
    assert (found.sender, str(found.date), found.subject) == ("Harbour Weekly", "2026-11-06", TITLE)
    assert (made.found.source, str(made.found.date), made.found.title) == ("Harbour Weekly", "2026-11-06", "")
    page = clean(made)
    assert stays(page) == [FIRST, SECOND, THIRD]
    assert byline(page) == ""
    assert str(published(page, habit(page, datetime.date(2026, 12, 1)))[0]) == "2026-11-06"


def test_what_answers_a_printed_mail_goes(seed):
    head = f"{GMAIL}2 messages\n\n{SENDER}\tFri, Nov 6, 2026 at 9:14 AM\nTo: {BEN}\n\n"
    page = clean(seed(head + STORY + ANSWER))
    assert (title(page), stays(page)) == ([TITLE], [FIRST, SECOND, THIRD])
    asked = f"{GMAIL}2 messages\n\n{BEN}\tThu, Nov 5, 2026 at 9:14 AM\nTo: {SENDER}\n\nAnything new?\n\n"
    made = seed(f"{asked}{SENDER}\tFri, Nov 6, 2026 at 9:14 AM\nTo: {BEN}\n\n{STORY}")
    assert (made.found.source, str(made.found.date)) == ("Harbour Weekly", "2026-11-06")
    assert stays(clean(made)) == [FIRST, SECOND, THIRD]


def test_a_printed_mail_that_was_passed_on_has_the_sender_of_what_it_forwards(seed):
    inner = f"---------- Forwarded message ---------\nFrom: {SENDER}\nDate: Fri, Nov 6, 2026\nSubject: {TITLE}\n\n"
    made = seed(f"{GMAIL}1 message\n\n{BEN}\tSat, Nov 7, 2026 at 9:14 AM\nTo: Ada\n\n{inner}{STORY}")
    assert (made.found.source, str(made.found.date)) == ("Harbour Weekly", "2026-11-06")
    alone = seed(f"Fwd: {TITLE}\n1 message\n\n{BEN}\tSat, Nov 7, 2026 at 9:14 AM\nTo: Ada\n\n{STORY}")
    assert alone.found.source == ""


@pytest.mark.parametrize("sender", ["Harbour Weekly news@harbour.example", "Harbour Weekly (news@harbour.example)"])
def test_a_senders_address_is_no_part_of_the_name(seed, sender):
    made = seed(f"From: {sender}\nSubject: {TITLE}\nDate: November 6, 2026 at 9:14 AM\nTo: Ben Hale\n\n{STORY}")
    assert made.found.source == "Harbour Weekly"
    assert byline(clean(made)) == ""


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\nAda Orr <ada@harbour.example>\n\n{STORY}",
        f"{TITLE}\n\nAda Orr <ada@harbour.example>\n6 November 2026, 9:14\n\n{STORY}",
        f"{TITLE}\n\n{STORY}\nAda Orr <ada@harbour.example>\nFri, Nov 6, 2026 at 9:14 AM\nTo: Ben\n\nThank you.\n",
        f"1 message\n\n{STORY}",
    ],
)
def test_a_writers_address_makes_no_mail(text):
    assert header(text.split("\n")) is None


@pytest.mark.parametrize("words", ["a@" * 50_000, "www." * 30_000, "https://ahttps://a" * 9_000, "1" * 99_999])
def test_hostile_senders_and_addresses_are_read_in_no_time(words):
    assert len(sender(words)) <= len(words)
    assert order([words], "en", [words]).day_first is False
    assert header([words, "1 message", words]) is None
