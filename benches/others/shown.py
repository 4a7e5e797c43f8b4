"""How much of the archive each tool's pages show: the characters of text and the entries on some of them.

Text in drawings is not counted: a chart has it all once more.
"""
import re

# The same page stands at one of these, as each tool names its files.
PAGES = {"a pledge": ["kommuner/{id}/2018/medborgarlofte.html"],
         "a follow-up": ["kommuner/{id}/2018/uppfoljning-1.html"],
         "a municipality": ["kommuner/{id}/index.html"],
         "a municipality, embedded": ["kommuner/{id}/embed.html", "inbaddat/{id}/index.html"],
         "a municipality in 2018": ["kommuner/{id}/2018/index.html"],
         "an area": ["lokalpolisomraden/lpo-1/index.html"],
         "an area, embedded": ["lokalpolisomraden/lpo-1/embed.html", "inbaddat/lpo-1/index.html"],
         "an area in 2018": ["lokalpolisomraden/lpo-1/2018/index.html", "omradesar/lpo-1/2018/index.html"],
         "2018": ["ar/2018/index.html", "ar/2018.html"],
         "a focus": ["fokus/unga/index.html", "fokus/unga.html"],
         "all documents": ["handlingar/index.html"],
         "a municipality's data": ["kommuner/{id}/timeline.json"],
         "a municipality's feed": ["kommuner/{id}/feed.xml"]}


def text(page):
    """What a reader sees, with each run of white space as one space."""
    body = re.sub(r"(?s)^.*<body[^>]*>|<svg.*?</svg>", "", page)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", body)).strip()


def page(folder, addresses, place):
    for address in addresses:
        path = folder / "public" / address.format(id=place)
        if path.exists():
            return path.read_text()
    return None


def show_pages(work, tools):
    place = min(path.name for path in (work / "loftesarkivet/content/kommuner").iterdir())
    print("\n| characters of text (kB of file) | " + " | ".join(tools) + " |\n|---|" + "--:|" * len(tools))
    for name, addresses in PAGES.items():
        found = [page(work / folder, addresses, place) for folder in tools.values()]
        cells = ["–" if it is None else f"{len(text(it))} ({len(it.encode()) / 1000:.0f})" for it in found]
        print(f"| {name} | " + " | ".join(cells) + " |")
