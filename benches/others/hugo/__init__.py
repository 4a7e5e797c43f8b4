"""The archive as a Hugo site: the documents as their editors wrote them, all else found by its templates.

Three keys have a name of Hugo's own (`type`, `description`, and `fokus` for its taxonomy), and a folder that
is a page, such as a place or a place's year, has an `_index.md` that says which layout shows it.

Spared, the site has what its templates would find out of a document written in the document's front matter,
absolute links, references to one drawing instead of signs, and no charts.
"""
import csv, json, pathlib, re, shutil

from ..archive import last_day
from ..front import HERE, copy_assets, signs, toml, write

SITE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
NAMES = {"kind": "type", "summary": "description", "focus": "fokus"}
PLACE = {"layout": "timeline", "outputs": ["html", "embed", "feed", "timeline"]}
LISTS = [("kommuner", "Kommuner", "places"), ("lokalpolisomraden", "Lokalpolisområden", "places"),
         ("handlingar", "Handlingar A–Ö", "all"), ("ar", "År", "years"), ("fokus", "Fokus", "taxonomy")]


def site(corpus, archive, target, spared=False):
    shutil.copytree(SITE / "site", target)
    copy_assets(target / "static/assets")
    rows = csv.DictReader((ROOT / "data/kommuner.tsv").open(), delimiter="\t")
    register = {row["kommunkod"]: row for row in rows}
    write_data(target / "data", register)
    content, documents = target / "content", {it.address: it for it in archive.documents}
    for source in (corpus / "content").rglob("*.md"):
        path = source.relative_to(corpus / "content")
        if path.name == "index.md":
            write_place(source, content / path, register)
        else:
            document = documents[str(path.with_suffix(""))]
            write_source(source, content / path, {"record": record(document, archive.today)} if spared else {})
    for folder, title, layout in LISTS:
        write(content / folder / "_index.md", {"title": title, "layout": layout})
    for place in archive.municipalities + archive.areas:
        for year in place.years():
            write(content / place.address / year / "_index.md", {"title": year, "layout": "place-year"})
            write(content / "ar" / year / "_index.md", {"title": year, "layout": "year"})
    if spared:
        shutil.copytree(SITE / "spared", target, dirs_exist_ok=True)
        shutil.copy(HERE / "signs.svg", target / "static/assets")
        settings = (target / "hugo.toml").read_text()
        (target / "hugo.toml").write_text(re.sub("(relativeURLs|canonifyURLs) = true", r"\1 = false", settings))


def write_data(data, register):
    """The texts of the default theme, its signs, and each municipality's county."""
    data.mkdir()
    shutil.copy(ROOT / "themes/default/strings/sv.toml", data / "strings.toml")
    (data / "signs.json").write_text(json.dumps(signs()))
    (data / "counties.json").write_text(json.dumps({code: row["lan"] for code, row in register.items()}))


def write_place(source, target, register):
    code = re.search('^code = "(.*)"', source.read_text(), flags=re.M)
    write_source(source, target.with_name("_index.md"),
                 PLACE | ({"linkTitle": register[code[1]]["namn"]} if code else {}))


def write_source(source, target, more):
    """A file with the keys that Hugo has names for, and with some more of them."""
    text = source.read_text()
    for ours, theirs in NAMES.items():
        text = re.sub(f"^{ours} = ", f"{theirs} = ", text, count=1, flags=re.M)
    lines = "".join(f"{key} = {toml(value)}\n" for key, value in more.items())
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text.replace("+++\n", f"+++\n{lines}", 1))


def record(document, today):
    """What the templates else find out: as the partial of this name does."""
    found = {"related": {key: [f"/{it.address}" for it in sorted(them, key=lambda it: it.day, reverse=True)]
                         for key, them in document.relations.items()},
             "promised": [document.promised] if document.promised else []}
    if document.period:
        first, last = document.period
        found |= {"from": str(first), "until": str(last), "first": f"{first}-01-01", "last": f"{last}-12-31",
                  "state": document.state, "over": document.state in ("ended", "replaced"),
                  "late": "signed" in document.toml and document.day > f"{first}-01-01"}
    if document.planned:
        found["planned"] = [planned(month, answer, today) for month, answer in document.planned]
    return found


def planned(month, answer, today):
    last = last_day(month)
    state = "published" if answer else "missing" if last < str(today) else "upcoming"
    return {"month": month, "last": last, "answer": f"/{answer.address}" if answer else "", "state": state}
