"""A name and what was counted in, a file of the site's cache; the name in, what was counted out, or nothing.

A file is its digest and its JSON: whatever is cut short, old or altered does not fit and is counted again.
"""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.writing import replace


@dataclass(frozen=True)
class Drawer:
    """Where what was counted is kept; `rules` is the digest of the code and lists that counted it.

    Only a desk that writes posts too writes here (`keeps`): a command that promises to write nothing only reads.
    """

    folder: Path
    rules: str
    keeps: bool = False

    def load(self, name: str) -> Any:
        """What is kept under a name, or nothing where there is any doubt about it."""
        try:
            digest, _, text = (self.folder / name).read_bytes().partition(b"\n")
        except OSError:
            return None
        return json.loads(text) if digest.decode("ascii", "replace") == self.signature(text) else None

    def store(self, name: str, told: Any) -> None:
        """Keep something under a name; a disk that is full or may not be written costs time, nothing else."""
        if not self.keeps:
            return
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            replace(self.folder / name, self.signature(text).encode("ascii") + b"\n" + text)

    def signature(self, text: bytes) -> str:
        return hashlib.sha256(self.rules.encode("ascii") + text).hexdigest()
