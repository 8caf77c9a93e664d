"""Stories in, summaries by a language model out: against a recorded server on loopback."""

import argparse
import http.server
import json
import threading
from dataclasses import replace

import pytest

from copydesk import digest
from copydesk.commands import explain
from copydesk.describing.rewriting import FOLDER, request, rewriter
from copydesk.model import Article, Block, CopydeskError, Label, Page, Seed, Story
from copydesk.settings import Endpoint, Settings

BODY = (
    "The Orrin paper mill in Leeds will close in May with the loss of 300 jobs, its owner Hale Group said on Monday. "
    "Managers blamed the price of energy, which has doubled since 2019. "
) + " ".join(f"Worker {n} of the mill has waited for news since the winter began in the valley." for n in range(28))
GOOD = "Hale Group will close its Orrin paper mill in Leeds in May. 300 jobs will go, and managers blame energy prices."


def story(body=BODY):
    blocks = tuple(Block(Label.PARAGRAPH, line) for line in body.splitlines())
    return Story(Article(Page(Seed("a.txt", "", "text", ()), ()), "Paper mill to close", blocks), summary="The lead.")


def reply(text, finish="stop"):
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": finish}]})


class Recorded(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, self.headers.get("Authorization"), json.loads(body)))
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(self.server.reply.encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with http.server.HTTPServer(("127.0.0.1", 0), Recorded) as served:
        served.asked, served.status, served.reply = [], 200, reply(GOOD)
        thread = threading.Thread(target=served.serve_forever, args=(0.01,))
        thread.start()
        yield served
        served.shutdown()
        thread.join()


def writer(server, folder, **more):
    return rewriter(Endpoint(f"http://127.0.0.1:{server.server_port}/v1/", "small", **more), folder)


def test_a_good_answer_is_printed_labelled_and_never_asked_for_again(server, tmp_path, monkeypatch):
    monkeypatch.setenv("MILL_KEY", "secret")
    told = writer(server, tmp_path, key_env="MILL_KEY").revise(story())
    assert (told.summary, told.summary_by) == (GOOD, "small")
    path, key, body = server.asked[0]
    assert (path, key) == ("/v1/chat/completions", "Bearer secret")
    assert body == request(story().article, "small")
    server.status = 500
    again = writer(server, tmp_path)
    assert again.revise(story()) == told
    assert len(server.asked) == len(list((tmp_path / FOLDER).iterdir())) == 1
    assert "secret" not in repr(writer(server, tmp_path, key_env="MILL_KEY"))


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (reply(GOOD.replace("Leeds", "Bradford")), "Bradford"),
        (reply(GOOD.replace("300", "400")), "400"),
        (reply("The mill will close."), "4 words"),
        (reply(GOOD + " " + GOOD + " " + GOOD), "sentences"),
        (reply(GOOD[:-1]), "read alone"),
        (reply("It will close in May. " + GOOD), "read alone"),
        (reply(GOOD.replace("300 jobs", "See www.mill.example; 300 jobs")), "read alone"),
        (reply(GOOD, finish="length"), "cut off"),
        (reply(None), "cut off"),
        ("<html>", "none"),
        ("{}", "none"),
        ('{"choices": []}', "none"),
    ],
)
def test_an_answer_that_may_not_be_printed_leaves_the_summary_and_says_why(server, tmp_path, answer, why):
    server.reply = answer
    told = writer(server, tmp_path).revise(story())
    assert (told.summary, told.summary_by) == ("The lead.", "")
    assert why in told.article.warnings[-1]


def test_a_short_article_is_not_sent(server, tmp_path):
    assert writer(server, tmp_path).revise(story("The mill will close.")) == story("The mill will close.")
    assert not server.asked


def test_a_build_asks_no_more_often_than_it_may(server, tmp_path):
    one = writer(server, tmp_path, calls=1)
    told = [one.revise(story(BODY + f"\nMore of it {n}.")).summary_by for n in range(3)]
    assert told == ["small", "", ""]
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [401, 404, 500])
def test_an_endpoint_that_fails_is_asked_once_and_the_build_goes_on(server, tmp_path, status):
    server.status = status
    one = writer(server, tmp_path)
    told = [one.revise(story(BODY + f"\nMore of it {n}.")) for n in range(2)]
    assert [each.summary for each in told] == ["The lead.", "The lead."]
    said = told[0].article.warnings[-1]
    assert f":{server.server_port}/v1 answered HTTP Error {status}: " in said
    assert "is empty" not in said
    assert told[1].article.warnings == ()
    assert len(server.asked) == 1


def test_an_endpoint_that_is_not_there_did_not_answer(tmp_path):
    told = rewriter(Endpoint("http://127.0.0.1:9/v1", "small"), tmp_path).revise(story())
    assert "http://127.0.0.1:9/v1 did not answer (" in told.article.warnings[-1]


def test_a_key_that_is_not_there_is_named_where_it_is_missed(server, tmp_path, monkeypatch):
    monkeypatch.delenv("MILL_KEY", raising=False)
    server.status = 401
    told = writer(server, tmp_path, key_env="MILL_KEY").revise(story())
    assert told.article.warnings[-1].endswith(" The environment variable MILL_KEY is empty.")


def test_a_spoilt_cache_file_is_named(server, tmp_path):
    writer(server, tmp_path).revise(story())
    next((tmp_path / FOLDER).iterdir()).write_text("{", encoding="utf-8")
    assert "cannot be read" in writer(server, tmp_path).revise(story()).article.warnings[-1]


def test_it_is_off_unless_it_is_asked_for(tmp_path):
    assert rewriter(None, tmp_path) is None


def test_an_answer_that_cannot_be_kept_stops_the_desk_with_a_sentence(server, tmp_path):
    (tmp_path / FOLDER).write_text("no folder", encoding="utf-8")
    with pytest.raises(CopydeskError, match="cannot be written"):
        writer(server, tmp_path)._asked(story().article)


def test_a_digest_writes_who_summed_up_and_explain_shows_what_would_be_sent(server, tmp_path, capsys):
    seed = tmp_path / "seeds" / "mill.md"
    seed.parent.mkdir()
    seed.write_text(
        "Paper mill to close\n\nMonday, 3 March 2025\n\n" + BODY.replace(". ", ".\n\n") + "\n", encoding="utf-8"
    )
    llm = Endpoint(f"http://127.0.0.1:{server.server_port}", "small")
    settings = Settings(root=tmp_path, workers=1, llm=llm)
    explain.run(argparse.Namespace(seed=seed, llm=True), settings)
    assert not server.asked
    shown = json.loads(capsys.readouterr().out)
    digest.run(settings)
    assert server.asked[0][2] == shown
    post = next((tmp_path / "content" / "articles").rglob("*.md")).read_text(encoding="utf-8")
    assert "\nSummary: Hale Group will close" in post
    assert "\nSummary_by: small\n" in post


@pytest.mark.parametrize(
    ("answer", "why"),
    [(reply("", "length"), "cut off"), (reply(""), "empty"), ("[" * 200_000, "none"), (reply("\ud83d" * 20), "words")],
)
def test_an_answer_that_is_none_is_paid_for_once(server, tmp_path, answer, why):
    server.reply = answer
    for _ in range(2):
        told = writer(server, tmp_path).revise(story())
        assert told.summary == "The lead."
        assert why in told.article.warnings[-1]
    assert len(server.asked) == 1


@pytest.mark.parametrize("base", ["http://[bad", "http://127.0.0.1:1/€ /v1"])
def test_an_address_that_is_none_stops_no_build(tmp_path, base):
    told = rewriter(Endpoint(base, "small"), tmp_path).revise(story())
    assert "did not answer" in told.article.warnings[-1]


def test_a_key_from_a_file_loses_its_line_break_and_a_key_that_is_none_stops_no_build(server, tmp_path, monkeypatch):
    monkeypatch.setenv("MILL_KEY", "secret\n")
    writer(server, tmp_path, key_env="MILL_KEY").revise(story())
    assert server.asked[0][1] == "Bearer secret"
    monkeypatch.setenv("MILL_KEY", "€")
    told = writer(server, tmp_path / "other", key_env="MILL_KEY").revise(story())
    assert "did not answer" in told.article.warnings[-1]


def test_an_editors_own_standfirst_is_not_rewritten(server, tmp_path):
    told = replace(story(), article=replace(story().article, standfirst="The lead."))
    assert writer(server, tmp_path).revise(told) == told
    assert server.asked == []
