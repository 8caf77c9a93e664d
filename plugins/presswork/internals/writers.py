"""`pelican.writers`: the writer that writes beside and renames, and leaves unchanged files alone."""

from __future__ import annotations

import logging
import os
from io import StringIO
from typing import TYPE_CHECKING

from pelican.writers import FileOverwriteFailedError, Writer

from presswork.plates import put

if TYPE_CHECKING:
    from types import TracebackType

logger = logging.getLogger(__name__)


class Sheet(StringIO):
    """What stock Pelican takes for an open file: its text reaches the disk whole, when it is closed without error."""

    def __init__(self, path: str, encoding: str) -> None:
        super().__init__()
        self.path, self.written_as = path, encoding

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self.path != os.devnull:
            put(self.path, self.bytes())
        super().__exit__(kind, error, trace)

    def bytes(self) -> bytes:
        """The text as a text file on this system would hold it."""
        text = self.getvalue()
        return (text if os.linesep == "\n" else text.replace("\n", os.linesep)).encode(self.written_as)


class PressWriter(Writer):
    """Pelican's writer, with its own way to the disk."""

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> Sheet:
        """Pelican's rules about who may overwrite whom; gives a sheet instead of an open file."""
        if filename in self._overridden_files:
            if override:
                raise FileOverwriteFailedError(
                    f'Failed to overwrite "{filename}" a second time (was previously overwritten)'
                )
            logger.info('Skipping "%s", not overwriting', filename)
            filename = os.devnull
        elif filename in self._written_files and not override:
            raise FileOverwriteFailedError(
                f'Failed to overwrite "{filename}" as Pelican has already '
                "written to it previously (set `override=True` if intended)"
            )
        if override:
            self._overridden_files.add(filename)
        self._written_files.add(filename)
        return Sheet(filename, encoding)
