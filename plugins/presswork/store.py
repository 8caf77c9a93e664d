"""What the last build left, kept in one SQLite file; whatever is wrong with it, a build begins without it."""

from __future__ import annotations

import marshal
import os
import sqlite3
from pathlib import Path
from typing import Any

FORMAT = 7
"""Raised whenever the meaning of what is stored changes."""

FEW = 200
"""Conversions that are fetched one by one before all are fetched at once, which is ten times as fast for each."""

PAGE = 16_384
"""Bytes of a page of the file: two or three conversions each, which are written in half the time."""

FILE = "press.sqlite3"
JOURNAL = " unfinished"
SCHEMA = """
CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS texts (digest BLOB PRIMARY KEY, value BLOB);
"""

Fresh = tuple[str, bytes]
"""A conversion of this build: its text, and the rest of it as bytes."""


class Store:
    """Conversions by the digest of their source, and a few named values; all writes happen in `commit`.

    `complaint` says why the last build's store is not used, or is empty; `lasts` is False where the next build finds
    nothing of this one. A store written by a newer presswork is left alone; one that cannot be read is thrown away;
    where none can be written, the build goes on without.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.complaint = ""
        self.lasts = True
        self.fresh: dict[bytes, Fresh] = {}
        self.texts: dict[bytes, bytes] | None = None
        self.asked = 0
        self.used: set[bytes] = set()
        self.database = self.opened()

    def opened(self) -> sqlite3.Connection:
        """The database on disk, or one in memory where that one is not to be used."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            return self.checked(self.folder / FILE)
        except (sqlite3.Error, OSError) as error:
            return self.passing(f"its store in {self.folder} cannot be used ({error})")

    def passing(self, complaint: str) -> sqlite3.Connection:
        """A database for this build alone."""
        self.complaint, self.lasts = complaint, False
        return created(sqlite3.connect(":memory:"))

    def checked(self, path: Path) -> sqlite3.Connection:
        """The database at `path`, new if it was broken, in memory if it is newer than this presswork."""
        database = sqlite3.connect(path)
        try:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            if version > FORMAT:
                database.close()
                return self.passing(f"its store in {self.folder} was written by a newer presswork")
            if version in (0, FORMAT):
                return prepared(database) if version else created(database)
        except sqlite3.OperationalError:  # the disk is full, or another's: the store itself may be sound
            database.close()
            raise
        except sqlite3.DatabaseError:
            self.complaint = f"its store in {self.folder} was broken"
        database.close()
        for leftover in self.folder.glob(FILE + "*"):
            leftover.unlink()
        return created(sqlite3.connect(path))

    def get(self, name: str) -> Any:
        """A named value, or None."""
        try:
            row = self.database.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
            return marshal.loads(row[0]) if row else None  # noqa: S302 — the press's own file
        except (sqlite3.Error, ValueError, EOFError, TypeError):
            self.complaint = f"its store in {self.folder} was broken"
            return None

    def text(self, key: bytes) -> Any:
        """A conversion by the digest of its source, or None."""
        self.used.add(key)
        fresh = self.fresh.get(key)
        if fresh is not None:
            return whole(fresh)
        value = self.fetched(key)
        try:
            return marshal.loads(value) if value else None  # noqa: S302
        except (ValueError, EOFError, TypeError):
            return None

    def fetched(self, key: bytes) -> bytes | None:
        """A conversion from earlier builds; once many are asked for, all are read, and each let go when it is used."""
        self.asked += 1
        try:
            if self.asked <= FEW:
                row = self.database.execute("SELECT value FROM texts WHERE digest = ?", (key,)).fetchone()
                return row[0] if row else None
            if self.texts is None:
                self.texts = dict(self.database.execute("SELECT digest, value FROM texts"))
        except sqlite3.Error:
            self.texts = {}
        return self.texts.pop(key, None) if self.texts else None

    def has_texts(self) -> bool:
        """Whether any conversion is known from earlier builds."""
        try:
            return self.database.execute("SELECT 1 FROM texts LIMIT 1").fetchone() is not None
        except sqlite3.Error:
            return False

    def put_text(self, key: bytes, value: tuple[str, Any, Any]) -> None:
        """Keep a conversion: its text as it is, which the post holds too; the rest as bytes, lest it be altered."""
        self.used.add(key)
        self.fresh[key] = value[0], marshal.dumps(value[1:])

    def forget(self, key: bytes) -> None:
        """Keep a conversion no longer."""
        self.used.discard(key)
        self.fresh.pop(key, None)

    def commit(self, values: dict[str, Any]) -> str:
        """Write everything in one go; why it could not be written, or nothing."""
        try:
            with self.database as database:
                known = {row[0] for row in database.execute("SELECT digest FROM texts")}
                stale = [(key,) for key in known - self.used]
                database.executemany("DELETE FROM texts WHERE digest = ?", stale)
                # In order: the keys are random, and beyond some ten thousand their index outgrows SQLite's memory.
                texts = ((key, marshal.dumps(whole(fresh))) for key, fresh in sorted(self.fresh.items()))
                database.executemany("REPLACE INTO texts VALUES (?, ?)", texts)
                rows = ((name, marshal.dumps(value)) for name, value in values.items())
                database.executemany("REPLACE INTO kept VALUES (?, ?)", rows)
        except sqlite3.Error as error:
            return str(error)
        return ""

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()


def whole(fresh: Fresh) -> tuple[Any, ...]:
    """A conversion of this build as it was put in."""
    text, rest = fresh
    return text, *marshal.loads(rest)  # noqa: S302


def created(database: sqlite3.Connection) -> sqlite3.Connection:
    """A new database with its tables; raises `sqlite3.DatabaseError` if it is none."""
    prepared(database).executescript(f"{SCHEMA} PRAGMA user_version = {FORMAT};")
    return database


def prepared(database: sqlite3.Connection) -> sqlite3.Connection:
    """A database that is ready for work; nothing is written to it."""
    # Secure: what a site takes down must not stay readable in the pages that SQLite keeps for later.
    database.executescript(f"PRAGMA page_size = {PAGE}; PRAGMA synchronous = OFF; PRAGMA secure_delete = ON;")
    return database


class Journal:
    """The paths that an unfinished build has written and the store does not know yet, one a line.

    The file is there only while a build runs: found at the start of one, it says that the last was killed, and which
    files that one may have left behind.
    """

    def __init__(self, path: str, left: list[str] | None) -> None:
        self.path, self.left = path, left
        self.descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)

    @classmethod
    def at(cls, folder: Path, name: str) -> Journal:
        """The journal of that name in a folder, or one that nobody will read where none can be kept there."""
        path = folder / f"{name}{JOURNAL}"
        try:
            left = path.read_text("utf-8", "surrogateescape").splitlines() if path.exists() else None
            return cls(str(path), left)
        except OSError:
            return cls(os.devnull, None)

    def note(self, path: str) -> None:
        """Write a path down before its file is written."""
        os.write(self.descriptor, (path + "\n").encode("utf-8", "surrogateescape"))

    def close(self) -> None:
        """Let go of the file."""
        os.close(self.descriptor)

    def remove(self) -> None:
        """The build is done, and the store knows all."""
        if self.path != os.devnull:
            Path(self.path).unlink(missing_ok=True)
