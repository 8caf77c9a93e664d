"""A site's posts in, a folder that each generator builds, and the command that builds it, out."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.press.corpus import Post

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Engine:
    """A generator: where posts lie, how one is written, what builds the site, where the pages and a template are."""

    name: str
    posts: str
    write: Callable[[Post], str]
    command: tuple[str, ...]
    output: str
    template: str
    files: tuple[tuple[str, str], ...]
    cleaned: tuple[str, ...] = ()

    def lay(self, site: Path, posts: list[Post]) -> None:
        """Write a fresh site."""
        shutil.rmtree(site, ignore_errors=True)
        (site / self.posts).mkdir(parents=True)
        for source, target in self.files:
            origin = HERE / source
            (shutil.copytree if origin.is_dir() else shutil.copy)(origin, site / target)  # type: ignore[operator]
        for post in posts:
            self.add(site, post)

    def add(self, site: Path, post: Post) -> None:
        """Write one post."""
        (site / self.posts / f"{post.slug}.md").write_text(self.write(post), "utf-8")

    def clean(self, site: Path) -> None:
        """Remove what earlier builds left."""
        for name in (self.output, *self.cleaned):
            shutil.rmtree(site / name, ignore_errors=True)

    def pages(self, site: Path) -> set[str]:
        """The paths of all HTML pages."""
        root = site / self.output
        return {str(path.relative_to(root)) for path in root.rglob("*.html")}


def for_pelican(post: Post) -> str:
    """A post as Pelican reads it."""
    head = {"Title": post.title, "Date": f"{post.date:%Y-%m-%d %H:%M}", "Category": post.section, "Slug": post.slug}
    head |= {"Tags": ", ".join(post.tags), "Summary": post.summary}
    return "".join(f"{name}: {value}\n" for name, value in head.items()) + f"\n{post.body}\n"


def for_hugo(post: Post) -> str:
    """A post as Hugo reads it."""
    lines = [f'title: "{post.title}"', f"date: {post.date:%Y-%m-%dT%H:%M:%SZ}", f"slug: {post.slug}"]
    lines += [f'sections: ["{post.section}"]', f'archive: ["{post.date:%Y-%m}"]']
    lines += ["tags: [" + quoted(post) + "]"]
    return "---\n" + "\n".join([*lines, f'summary: "{post.summary}"']) + f"\n---\n{post.body}\n"


def for_eleventy(post: Post) -> str:
    """A post as Eleventy reads it; `tags` would make collections of its own."""
    lines = [f'title: "{post.title}"', f"date: {post.date:%Y-%m-%dT%H:%M:%SZ}", f'section: "{post.section}"']
    lines += ["topics: [" + quoted(post) + "]", f'summary: "{post.summary}"', "layout: post.11ty.js"]
    lines += [f"permalink: /posts/{post.slug}/index.html"]
    return "---\n" + "\n".join(lines) + f"\n---\n{post.body}\n"


def quoted(post: Post) -> str:
    """A post's tags as a list in YAML."""
    return ", ".join(f'"{tag}"' for tag in post.tags)


def pelican(name: str, *settings: str) -> Engine:
    """Pelican with more settings."""
    command = (sys.executable, "-m", "pelican", "-q", "content", "-o", "output", "-s", "pelicanconf.py")
    return Engine(
        name=name,
        posts="content/posts",
        write=for_pelican,
        command=(*command, *(("-e", *settings) if settings else ())),
        output="output",
        template="theme/templates/base.html",
        files=(
            ("pelican/templates", "theme/templates"),
            ("pelican/static", "theme/static"),
            ("pelican/pelicanconf.py", "pelicanconf.py"),
        ),
        cleaned=(".cache",),
    )


def hugo(binary: str) -> Engine:
    """Hugo, every page of it rendered by one set of cached partials."""
    return Engine(
        name="hugo",
        posts="content/posts",
        write=for_hugo,
        command=(binary, "--quiet", "--noBuildLock"),
        output="public",
        template="layouts/_default/baseof.html",
        files=(("hugo/layouts", "layouts"), ("hugo/static", "static"), ("hugo/hugo.toml", "hugo.toml")),
        cleaned=("resources",),
    )


def eleventy(modules: Path) -> Engine:
    """Eleventy with JavaScript templates; `modules` is a `node_modules` folder that holds it."""
    names = ("_includes", "eleventy.config.js", "package.json", "lists.11ty.js", "months.11ty.js", "feed.11ty.js")
    return Engine(
        name="eleventy",
        posts="posts",
        write=for_eleventy,
        command=("node", str(modules / "@11ty/eleventy/cmd.cjs"), "--quiet"),
        output="_site",
        template="_includes/base.11ty.js",
        files=tuple((f"eleventy/{name}", name) for name in (*names, "style.css")),
    )
