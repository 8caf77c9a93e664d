"""People and seeds that change at random, a desk that runs in between; no word of a person is ever lost."""

import os
import random
from pathlib import Path

from copydesk import digest
from copydesk.posting import Action
from tests.dumps import FERRY, LIBRARY

STEPS = int(os.environ.get("COPYDESK_STEPS", "300"))  # `make siege` takes 10,000


class Life:
    """A site in use: what a person wrote into which post, and what its seeds say."""

    def __init__(self, site, chance):
        self.site, self.chance, self.count = site, chance, 0
        self.written: dict[str, list[str]] = {}
        self.seeds = {"ferry.txt": FERRY, "library.txt": LIBRARY}

    def post(self):
        found = sorted(self.site.posts_path.rglob("*.md"))
        return self.chance.choice(found) if found else None

    def edit(self):
        if path := self.post():
            self.count += 1
            word = f"Word{self.count}."
            path.write_text(f"{path.read_text()}\n{word}\n")
            self.written.setdefault(str(path), []).append(word)

    def change_seed(self):
        self.count += 1
        name = self.chance.choice(sorted(self.seeds))
        text = self.seeds[name].replace("eight", str(self.count))
        (self.site.seeds_path / name).write_text(f"{text}\n\nThe council counted {self.count} boats on that day.\n")

    def drop_seed(self):
        (self.site.seeds_path / self.chance.choice(sorted(self.seeds))).unlink(missing_ok=True)

    def delete(self):
        if path := self.post():
            path.unlink()
            self.written.pop(str(path), None)

    def run(self):
        seeds = [path for path in self.site.seeds_path.iterdir() if path.is_file()]
        report = digest.run(self.site, remake=self.chance.random() < 0.3)
        assert len(report.entries) == len(seeds)
        assert not report.set_aside
        for entry in report.entries:
            assert (entry.action in (Action.KEPT, Action.CONFLICT)) is (str(self.site.path(entry.post)) in self.written)

    def step(self):
        self.chance.choice((self.edit, self.change_seed, self.drop_seed, self.delete, self.run, self.run))()
        for path, words in self.written.items():
            text = Path(path).read_text(encoding="utf-8")
            assert [word for word in words if f"\n{word}\n" not in text] == []


def test_no_edit_is_lost(site):
    life = Life(site, random.Random(8))
    for _ in range(STEPS):
        life.step()
    assert life.count > STEPS / 6
