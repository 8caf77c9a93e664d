"""An error that ended a build in, the sentence by which a person can mend it out."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from pelican.writers import FileOverwriteFailedError

from copydesk.model import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPLATES = (".html", ".xml")  # how the names of a theme's templates end


def plainly(record: logging.LogRecord) -> bool:
    """Have Pelican say an error that a person can mend in a sentence, without a traceback, which mends nothing."""
    for error in errors(record):
        if said := sentence(error):
            record.exc_info, record.msg, record.args = None, "%s", (said,)
    return True


def errors(record: logging.LogRecord) -> Iterator[BaseException]:
    """The error that a record is about: `--autoreload` logs it as a value, a single build as what was caught."""
    if record.exc_info and record.exc_info[1]:
        yield record.exc_info[1]
    elif record.levelno >= logging.WARNING and isinstance(record.args, tuple):
        yield from (arg for arg in record.args if isinstance(arg, BaseException))


def sentence(error: BaseException) -> str:
    """What is wrong and where; "" for an error that only its traceback explains."""
    if isinstance(error, TemplateError):
        return of_template(error)
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename2 or error.filename}: {error.strerror}. Mend it there, and build again."
    if isinstance(error, CopydeskError):
        return str(error.told_from(Path.cwd()))
    if isinstance(error, (OSError, FileOverwriteFailedError)):
        return str(error)
    return ""


def of_template(error: TemplateError) -> str:
    """Where in the theme a template cannot be used, and why."""
    path, line = place(error)
    if isinstance(error, TemplateNotFound):
        why = f"The theme has no template {error.name}."
    else:
        why = f"The template cannot be used: {(error.message or type(error).__name__).rstrip('.')}."
    return str(CopydeskError("template", why, "Mend it there, and build again." if path else "", path, line))


def place(error: TemplateError) -> tuple[str, int]:
    """The template's file and the line in it that an error is about; "" and 0 where none is."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "", error.lineno
    frames = reversed(traceback.extract_tb(error.__traceback__))
    return next(((one.filename, one.lineno or 0) for one in frames if one.filename.endswith(TEMPLATES)), ("", 0))
