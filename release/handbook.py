"""The documentation for editors as pages to open by a double click, for those who have no Markdown."""

import re

from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin

from release.facts import ROOT

PAGES = ("handbok", "hosting", "front-matter", "diagnostics", "arkivering", "rutin-personuppgifter", "pilot")

STYLE = """
body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
pre, code { font: 0.95em/1.5 ui-monospace, Consolas, monospace; background: #8882 }
pre { padding: .75rem; overflow-x: auto } pre code { background: none }
table { border-collapse: collapse } td, th { border: 1px solid #8888; padding: .3rem .6rem; text-align: left;
vertical-align: top } :root { color-scheme: light dark }
"""


def slug(heading: str) -> str:
    """A heading's anchor, as the links within the documentation write it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def pages() -> dict[str, str]:
    """Every page, by the name of its file."""
    markdown = MarkdownIt("commonmark").enable(["table"]).use(anchors_plugin, max_level=4, slug_func=slug)
    made = {}
    for name in PAGES:
        text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
        language = "en" if name in ("hosting", "front-matter", "diagnostics") else "sv"
        title = text.split("\n", 1)[0].removeprefix("# ")
        body = re.sub(r'href="([\w-]+)\.md', r'href="\1.html', markdown.render(text))
        made[f"{name}.html"] = (
            f'<!doctype html>\n<html lang="{language}"><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width"><title>{title}</title>'
            f"<style>{STYLE}</style>\n<main>\n{body}</main>\n"
        )
    linked = {it for page in made.values() for it in re.findall(r'href="([\w-]+\.html)', page)}
    lost = linked - set(made)
    if lost:
        raise SystemExit(f"the handbook links to pages that are not given away: {sorted(lost)}")
    return made
