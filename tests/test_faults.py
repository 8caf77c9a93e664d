"""An error that ends a build in, the sentence by which a person can mend it out."""

import logging

import pytest
from jinja2 import Environment, FileSystemLoader

from copydesk.model import CopydeskError
from copydesk.presenting.faults import plainly, sentence

CURE = "Mend it there, and build again."


def fault(folder, page):
    """What comes of a page of a theme."""
    (folder / "page.html").write_text(page)
    (folder / "parts.html").write_text("{% macro name(it) %}{{ it.title.first.last }}{% endmacro %}")
    theme = Environment(loader=FileSystemLoader(folder), autoescape=True)
    with pytest.raises(Exception) as caught:  # noqa: PT011  whatever it is
        theme.get_template("page.html").render(it={})
    return caught.value


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p>\n{% if %}", "page.html:2: The template cannot be used: Expected an expression, got"),
        ("<p>\n\n{{ it.a.b }}", "page.html:3: The template cannot be used: 'dict object' has no attribute 'a'. Mend"),
        ("{% import 'parts.html' as p %}{{ p.name(it) }}", "parts.html:1: The template cannot be used: "),
        ("<p>\n{% include 'gone.html' %}", "page.html:2: The theme has no template gone.html. Mend"),
        ("{{ 1 / 0 }}", ""),
    ],
)
def test_a_template_s_fault_is_named_with_its_line(tmp_path, page, said):
    told = sentence(fault(tmp_path, page))
    assert told.startswith(f"{tmp_path}/{said}" if said else "")
    assert bool(told) is bool(said)


def test_what_the_system_refuses_is_named_by_its_path(tmp_path):
    with pytest.raises(OSError, match="directory") as one:
        (tmp_path / "a").rename(tmp_path / "b" / "c")
    assert sentence(one.value) == f"{tmp_path / 'b' / 'c'}: No such file or directory. {CURE}"
    with pytest.raises(OSError, match="directory") as other:
        tmp_path.read_text()
    assert sentence(other.value) == f"{tmp_path}: Is a directory. {CURE}"


def record(*args, error=None):
    caught = (type(error), error, None) if error else None
    return logging.LogRecord("pelican", logging.CRITICAL, "", 0, "%s: %s", args, caught)


def test_a_record_says_the_sentence_alone():
    error = CopydeskError("setting", "It is none.", "Mend it.", "pelicanconf.py", 3)
    for one in (record("CopydeskError", error, error=error), record("Caught", error)):
        assert plainly(one)
        assert (one.getMessage(), one.exc_info) == ("pelicanconf.py:3: It is none. Mend it.", None)


def test_an_error_that_only_its_traceback_explains_keeps_it():
    error = KeyError("slug")
    one = record("KeyError", error, error=error)
    assert plainly(one)
    assert (one.getMessage(), one.exc_info[0]) == ("KeyError: 'slug'", KeyError)
