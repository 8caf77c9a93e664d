"""One build of a site: which of its pages stand as the last build left them, and what this one leaves to the next."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pelican.log import console

from presswork import ground, plates
from presswork.conversion import key_of
from presswork.digests import Doubt, digest
from presswork.ledger import Ledger
from presswork.lock import locked
from presswork.morgue import Morgue
from presswork.reads import FORGOTTEN, Reads, described_own
from presswork.runs import NO_RUN, Run
from presswork.store import Journal, Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import CodeType

    from presswork.runs import Read
    from presswork.settings import Settings
    from presswork.tracing import Trace


class Record(NamedTuple):
    """A page as it was left: the variables of its own that it read and their digest, its other reads, and its file."""

    names: tuple[tuple[str, str], ...]
    own: bytes
    reads: tuple[int, ...]
    size: int
    mtime: int
    digest: bytes


def tell(line: str) -> None:
    """Print a line as one, where it goes to a file or another program too; what it names is no markup."""
    console.print(line, soft_wrap=True, markup=False)


class Edition:
    """`stands` is asked before a page is rendered, `record` told after it was written; `finish` ends the build."""

    def __init__(self, settings: Settings, pelican: Mapping[str, Any]) -> None:
        self.settings, self.pelican = settings, pelican
        self.lock = locked(settings.store_path)
        self.store = Store(settings.store_path)
        self.output = os.path.abspath(pelican["OUTPUT_PATH"])  # noqa: PTH100
        self.name = f"edition {digest(self.output).hex()}"
        self.code_name = f"{self.name} code"
        self.journal = Journal.at(settings.store_path, self.name)
        self.reading = ground.of_reading(pelican)
        self.ahead: dict[str, bytes] = {}
        self.morgue = Morgue(self.store, self.name, pelican, self.key_of)
        self.last_edition = self.store.get(self.name) or {}
        self.page_ledger = Ledger(self.store, f"{self.name} pages")
        self.read_ledger = Ledger(self.store, f"{self.name} reads")
        self.known = self.page_ledger.entries.keys() | set(self.last_edition.get("outputs", ()))
        self.outputs = self.known | set(self.journal.left or ())
        self.reads: Reads | None = None
        self.sources: dict[str, bytes] = {}
        self.made: set[str] = set()
        self.pages: dict[str, tuple[Any, ...]] = {}
        self.runs: dict[str, tuple[Any, ...]] = {}
        self.code: dict[str, tuple[str, CodeType]] = {}
        self.fresh_code: dict[str, tuple[str, CodeType | None]] = {}
        self.rack = plates.Rack()
        self.written = self.rendered = 0
        if self.journal.left is not None:
            plates.sweep(Path(self.output))

    def open(self, context: dict[str, Any], doubt: str) -> None:
        """All posts are read and pages are about to be written: find out what is known of them."""
        last = self.last_edition
        self.ground = ground.of(self.pelican) if self.settings.incremental and not doubt else {}
        self.reason = doubt or self.doubts(last)
        self.last: dict[str, tuple[Any, ...]] = self.page_ledger.entries if not self.reason else {}
        self.last_runs: dict[str, tuple[Any, ...]] = last.get("runs", {}) if not self.reason else {}
        self.code = (self.store.get(self.code_name) or {}) if not self.reason else {}
        self.names = digest(" ".join(sorted(context))).hex()
        reads = self.read_ledger.entries if not self.reason else {}
        self.reads = Reads(
            context, [reads.get(number, FORGOTTEN) for number in range(last.get("reads", 0) if reads else 0)]
        )
        self.reads.lend_groups()

    def key_of(self, source: bytes) -> bytes:
        """The name under which the conversion of a source is kept."""
        return key_of(source, self.reading)

    def doubts(self, last: Mapping[str, Any]) -> str:
        """Why every page has to be rendered, or nothing."""
        if self.store.complaint:
            return self.store.complaint
        if not self.settings.incremental:
            return "PRESSWORK_INCREMENTAL is off"
        if not last:
            return "there was none before"
        return ground.changed(last.get("ground", {}), self.ground)

    def given(self, context: dict[str, Any], plain: str, given: Mapping[str, Any]) -> bytes | None:
        """A digest of all that the pages of one run are given beside what all pages share; None where in doubt."""
        if self.reads is None:
            return None
        shared = self.reads.context
        own = {} if context is shared else {k: v for k, v in context.items() if shared.get(k, self) is not v}
        try:
            describe = self.reads.describer.describe
            return digest("\n".join((self.names, plain, describe(own) if own else "", describe(given))))
        except Doubt:
            return None

    def run_of(self, name: str) -> Run:
        """The run of pages that the last build laid at a place."""
        return Run(*self.last_runs.get(name, NO_RUN))

    def read_by(self, paths: Iterable[str]) -> tuple[Read, ...]:
        """What pages just made have read of what they were given."""
        return tuple(sorted({read for path in paths if path in self.pages for read in self.pages[path][0]}))

    def note_run(self, name: str, run: Run) -> None:
        """Keep a run of pages, if each of them may stand in the next build."""
        if run.given and all(path in self.pages for path in run.paths):
            self.runs[name] = tuple(run)

    def stays(self, path: str) -> bool:
        """Whether a page that is given the same stands: it has read the same of the site, and lies as it was left."""
        left = self.last.get(path)
        return left is not None and self.reads is not None and self.reads.all_same(left[2]) and self.keep(path, left)

    def stands(self, path: str, template: str, own: Mapping[str, Any]) -> bool:
        """Whether the file at `path` is what rendering the template would give again."""
        left = self.last.get(path)
        if left is None or self.reads is None:
            return False
        names, described, reads, *_ = left
        try:
            if described_own(self.reads.describer, template, names, own) != described:
                return False
        except Doubt:
            return False
        return self.reads.all_same(reads) and self.keep(path, left)

    def stands_by(self, path: str, template: str, given: Mapping[str, Any]) -> bool:
        """As `stands`, for a page of the last build of whose own only this is given; False where it read more."""
        names = self.last[path][0]
        return all(name in given for name, _ in names) and self.stands(path, template, given)

    def keep(self, path: str, left: tuple[Any, ...]) -> bool:
        """Keep a page as it lies, if its file is still the one that was written."""
        _, _, _, size, mtime, summed = left
        try:
            stat = os.stat(path)  # noqa: PTH116 — hot
            if (stat.st_size, stat.st_mtime_ns) != (size, mtime):
                if blake2b(Path(path).read_bytes(), digest_size=16).digest() != summed:
                    return False
                left = (*left[:3], stat.st_size, stat.st_mtime_ns, summed)
        except OSError:
            return False
        self.made.add(path)
        self.pages[path] = left
        return True

    def put(self, path: str, data: bytes) -> plates.Plate:
        """Write a file of the site."""
        if path not in self.known:
            self.journal.note(path)
            self.known.add(path)
        self.made.add(path)
        self.pages.pop(path, None)
        plate = self.rack.put(path, data)
        self.written += plate.written
        return plate

    def record(self, path: str, template: str, trace: Trace, data: bytes, plate: plates.Plate) -> None:
        """Keep what a page just written has read, unless there is a doubt about it."""
        if trace.doubt or not self.ground or self.reads is None:
            return
        names = self.reads.named(trace.own_names)
        try:
            own = described_own(self.reads.describer, template, names, trace.own)
            reads = self.reads.of(trace)
        except Doubt:
            return
        summed = blake2b(data, digest_size=16).digest()
        self.pages[path] = tuple(Record(names, own, reads, plate.size, plate.mtime, summed))

    def finish(self) -> None:
        """Remove the outputs of what is gone, and leave everything to the next build."""
        self.rack.release()
        removed = 0
        values = {}
        if self.reads is not None:
            removed = sum(self.remove(path) for path in sorted(self.outputs - self.made))
            values = self.kept(self.reads) | self.morgue.kept(self.reads.context)
            self.forget(self.reads.context)
        complaint = self.store.commit(values)
        if not complaint and self.store.lasts:
            self.journal.remove()
        self.close()
        if self.reads is not None:
            self.say(removed, complaint)

    def forget(self, context: Mapping[str, Any]) -> None:
        """Keep no conversion of a file that turned out to be none of the site's, as a plugin took it out."""
        present = {content.source_path for content in context["generated_content"].values() if content is not None}
        for path, key in (self.sources | self.ahead).items():
            if path not in present:
                self.store.forget(key)

    def kept(self, reads: Reads) -> dict[str, Any]:
        """What the next build is told of this one."""
        others = sorted(self.made - self.pages.keys())
        code = {self.code_name: self.code | self.fresh_code} if self.fresh_code else {}
        return {
            **code,
            self.name: {"ground": self.ground, "outputs": others, "runs": self.runs, "reads": len(reads.reads)},
            **self.page_ledger.values(self.pages),
            **self.read_ledger.values(reads.kept(page[2] for page in self.pages.values())),
        }

    def clean(self, retained: Iterable[str]) -> None:
        """Remove from the output whatever no build of the press has left there, but for what is retained."""
        kept = tuple(os.path.join(self.output, name) for name in retained)  # noqa: PTH118
        for path in [str(path) for path in Path(self.output).rglob("*")]:
            inside = any(path == one or path.startswith(one + os.sep) for one in kept)
            if path not in self.outputs and not inside and (os.path.islink(path) or os.path.isfile(path)):  # noqa: PTH113, PTH114
                self.remove(path)

    def remove(self, path: str) -> bool:
        """Remove one output, and the folders that it leaves empty; True if it was there."""
        if not path.startswith(self.output + os.sep) or not os.path.lexists(path) or os.path.isdir(path):  # noqa: PTH112
            return False
        Path(path).unlink()
        for folder in Path(path).parents:
            if str(folder) == self.output or any(folder.iterdir()):
                break
            folder.rmdir()
        return True

    def say(self, removed: int, complaint: str) -> None:
        """One line about what was done, and why."""
        why = f", because {self.reason}" if self.reason else ""
        left = len(self.made) - self.written
        tell(
            f"Press: {'full' if self.reason else 'incremental'} build{why}: "
            f"{self.rendered} pages rendered, {self.written} files written, {left} left as they lay, {removed} removed."
        )
        if complaint:
            tell(f"Press: the next build will be full, because the store could not be written ({complaint}).")

    def close(self) -> None:
        """Let go of the journal, the store and the lock."""
        self.journal.close()
        self.store.close()
        if self.lock is not None:
            self.lock.release()
