"""Transcripts in a text: the stamps go, what is said stays, in paragraphs. All text is invented."""

import pytest

from copydesk.model import Line
from copydesk.reading import read, transcripts
from copydesk.reading.transcripts import untimed

SPOKEN = (
    "welcome back to the channel today we are",
    "going to take apart an outboard motor from",
    "1962 that has been sitting in a barn for",
    "about thirty years and see if it still runs",
)
MOMENTS = ("0:00", "0:03", "0:06", "0:10")
WHOLE = " ".join(SPOKEN)


def told(text):
    lines = tuple(Line(number, row) for number, row in enumerate(text.split("\n"), 1))
    return [(line.number, line.text) for line in untimed(lines)]


def texts(text):
    return [line for _, line in told(text) if line]


LAYOUTS = {
    "alone": "{0}\n{1}",
    "alone, parted": "{0}\n{1}\n",
    "before": "{0} {1}",
    "in brackets": "[{0}] {1}",
    "in round ones": "({0}) {1}",
    "with a dash": "{0} - {1}",
    "with hours": "0:0{0}\n{1}",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_what_is_said_is_a_paragraph_without_its_stamps(layout):
    said = "\n".join(map(layout.format, MOMENTS, SPOKEN))
    assert texts(f"How I rebuilt a motor\n\n{said}") == ["How I rebuilt a motor", WHOLE]
    assert texts(f"{said}\n\nMore of this channel")[0] == WHOLE
    assert texts(f"{said}\n\nMore of this channel")[-1] == "More of this channel"


def test_a_paragraph_stands_where_its_first_line_stood():
    assert told("\n".join(("Title", *map("{} {}".format, MOMENTS, SPOKEN), "End"))) == [
        (1, "Title"),
        (2, WHOLE),
        (6, "End"),
    ]


def test_subtitles_lose_their_numbers_too():
    rows = (f"{at}\n00:00:0{at},000 --> 00:00:0{at},900\n{words}\n" for at, words in enumerate(SPOKEN, 1))
    assert texts("\n".join(rows))[-1] == WHOLE


def test_a_moment_in_words_is_not_said():
    rows = ("1:05\n1 minute, 5 seconds", "1:09\n1 Minute und 9 Sekunden", "1:10\n1 分 10 秒", "2:00\n2 minutes")
    said = "\n".join(f"{moment}\n{words}" for moment, words in zip(rows, SPOKEN, strict=True))
    assert texts(f"0:02\n2 seconds\nhello\n{said}") == [f"hello {WHOLE}"]


def test_another_voice_begins_a_paragraph_and_music_says_nothing():
    rows = ("0:00 >> Who is there?", "0:02 >> It is me, and I", "0:05 brought it.", "0:07 [Music]", "0:12 [sic] it is")
    assert texts("\n".join(rows)) == ["Who is there?", "It is me, and I brought it. [sic] it is"]


def test_the_tags_of_subtitles_are_not_said():
    rows = (f"00:0{at}.000 --> 00:0{at}.900\n<v Ada Orr>{words}</v> <i>now</i>\n" for at, words in enumerate(SPOKEN))
    assert texts("WEBVTT\n\n" + "\n".join(rows)) == ["WEBVTT", " ".join(f"{words} now" for words in SPOKEN)]


def test_a_long_speech_is_parted_at_its_sentences_and_else_somewhere():
    sentences = [f"0:{at:02d} This is sentence number {at}, and it has a few words more." for at in range(40)]
    assert all(line.endswith("more.") for line in texts("\n".join(sentences)))
    endless = [f"0:{at:02d} and so it goes on and on without an end in sight" for at in range(40)]
    assert len(texts("\n".join(endless))) > 1
    assert max(map(len, texts("\n".join(endless)))) < transcripts.MOST + 60


@pytest.mark.parametrize("layout", ["{name}  {moment}", "{name} ({moment}):", "{name} 00:0{moment}"])
def test_who_speaks_is_named_before_what_is_said(layout):
    names = ("Ada Orr", "Speaker 2", "Ada Orr", "Clara Voss")
    said = ("Good evening, everybody.", "Thank you. I have the numbers here.", "How many?", "See you at 5:30")
    rows = (
        f"{layout.format(name=name, moment=moment)}\n{words}\n"
        for name, moment, words in zip(names, ("0:03", "0:21", "0:40", "1:44"), said, strict=True)
    )
    assert texts("The harbour board\n\n" + "\n".join(rows)) == [
        "The harbour board",
        *(f"{name}: {words}" for name, words in zip(names, said, strict=True)),
    ]


def test_few_words_of_the_page_below_the_last_stamp_are_not_said():
    rows = "\n".join(f"{moment}\n{words}" for moment, words in zip(MOMENTS, SPOKEN, strict=True))
    assert texts(f"{rows}\n0:14\n87 Comments\nSort by") == [WHOLE, "87 Comments", "Sort by"]
    assert texts(f"{rows}\n0:14\nsee you\nSort by") == [f"{WHOLE} see you", "Sort by"]


def test_where_words_have_no_blanks_between_them_lines_have_none():
    rows = ("[00:00] 今日は夜のフェリーについて", "[00:04] お話しします", "[00:08] 三月に", "[00:12] 廃止されます")
    assert texts("\n".join(rows)) == ["今日は夜のフェリーについてお話しします三月に廃止されます"]


def test_a_transcript_may_begin_in_the_middle_where_sentences_break_off():
    later = [f"4:{at:02d} {words}" for at, words in enumerate(SPOKEN)]
    assert texts("\n".join(later)) == [WHOLE]
    whole = [f"4:{at:02d} The boat of this hour is full." for at in range(6)]
    assert texts("\n".join(whole)) == whole


@pytest.mark.parametrize(
    "text",
    [
        "0:00 Intro\n2:13 The engine\n5:40 The last night\n9:02 What comes next",  # chapters
        "20:05\nThe polls have closed.\n20:12\nOne has reported.\n20:31\nA recount.\n20:44\nNine.",  # a live report
        "0:40 Goal!\n0:38 A corner.\n0:20 Off the post.\n0:02 They begin.",  # the newest first
        "0:05 one\n0:08 two\n0:11 three",  # too few
        "0:05 one\n" + "A paragraph.\n" * 8 + "0:08 two\n" + "A paragraph.\n" * 8 + "0:09 three\n0:11 four\n0:12 five",
        "1:0\n2:0\n2:1\n3:1",  # a match
        "Ada Orr 0:41\nBen Hale 0:52\nClara Voss 1:02\nDora Pike 1:11",  # a race
        "Update 20:05\nPolls closed.\nUpdate 20:12\nOne in.\nUpdate 20:31\nTwo in.\nUpdate 20:44\nNine in.",
    ],
)
def test_other_times_of_the_day_and_of_a_video_stay(text):
    assert texts(text) == [line for line in text.split("\n") if line]


def test_the_reader_of_texts_knows_transcripts(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("\n".join(map("{}\n{}".format, MOMENTS, SPOKEN)), encoding="utf-8")
    assert [line.text for line in read(path, tmp_path)[0].lines] == [WHOLE]


def test_a_number_of_thousands_of_figures_below_a_stamp_is_said():
    said = ("9" * 5000, *SPOKEN[1:])
    text = "\n".join(f"{moment}\n{words}" for moment, words in zip(MOMENTS, said, strict=True))
    assert "9" * 5000 in texts(text)[0]
