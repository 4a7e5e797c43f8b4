"""The least that each tool can make of the archive: a page for a document and a list for a folder.

Löftesarkivet gets templates as bare as the others', though it still makes all of its pages.
"""
import pathlib, shutil

from ..front import write

HERE = pathlib.Path(__file__).parent


def hugo(archive, target):
    shutil.copytree(HERE / "hugo", target)
    convert(archive, target / "content", "_index.md")


def blades(archive, target):
    shutil.copytree(HERE / "blades", target)
    convert(archive, target / "content", "index.md")


def loftesarkivet(corpus, target):
    shutil.copytree(corpus, target, ignore=shutil.ignore_patterns("public"))
    shutil.copytree(HERE / "loftesarkivet", target / "themes/small")
    with (target / "site.toml").open("a") as settings:
        settings.write('theme = "small"\n')


def convert(archive, content, index):
    """`index` is the name of a folder's own page."""
    folders = {content: "Löftesarkivet"}
    for document in archive.documents:
        toml, path = document.toml, content / f"{document.address}.md"
        write(path, {"title": document.title, "kind_name": document.kind, "day": document.day,
                     "texts": [it["text"] for key in ("commitments", "outcomes") for it in toml.get(key, [])]},
              document.body)
        for folder in path.parents:
            if folder.is_relative_to(content):
                folders.setdefault(folder, folder.name)
    for place in archive.municipalities + archive.areas:
        folders[content / place.address] = place.title
    for folder, title in folders.items():
        write(folder / index, {"title": title, "kind_name": "", "day": "", "texts": []})
