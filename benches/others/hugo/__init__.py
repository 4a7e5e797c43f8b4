"""The archive as a Hugo site: pages that refer to each other by path, looked up by the templates.

Sections hold what a page lists, so that no template filters all pages: a place's years are its
sections, their pages its documents. Labels and years are taxonomies.
"""
import datetime, json, pathlib, shutil

from ..archive import KINDS, STATUS, VALIDITY, segment
from ..front import copy_assets, write

THEME = pathlib.Path(__file__).parent / "site"
PLACE_OUTPUTS = ["html", "embed", "feed", "timeline"]


def site(archive, target):
    shutil.copytree(THEME, target)
    copy_assets(target / "static/assets")
    for name, words in ("status", STATUS), ("validity", VALIDITY), ("relations", RELATIONS):
        path = target / f"data/{name}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(words))
    content = target / "content"
    for folder, title in ("kommuner", "Kommuner"), ("lokalpolisomraden", "Lokalpolisområden"):
        write(content / folder / "_index.md", {"title": title, "layout": "places"})
    write(content / "handlingar/_index.md", {"title": "Handlingar A–Ö", "layout": "all"})
    write(content / "ar/_index.md", {"title": "År"})
    years = sorted({it.folder_year for it in archive.documents})
    for place in archive.municipalities + archive.areas:
        write_place(content, place, years)
    for document in archive.documents:
        write_document(content, document)
    labels = {segment(label): label for it in archive.documents for label in it.toml.get("focus", [])}
    for address, label in labels.items():
        write(content / "fokus" / address / "_index.md", {"title": f"Fokus: {label}"})


def path(page):
    return "/" + page.address


def paths(pages):
    return [path(page) for page in pages]


def write_place(content, place, years):
    municipality = place.toml["kind"] == "municipality"
    members = [place] if municipality else place.others
    def current(kind):
        return paths(it for member in members for it in member.in_force(kind))
    write(content / place.address / "_index.md", {
        "title": place.title, "layout": "timeline", "outputs": PLACE_OUTPUTS,
        "kind_name": "Kommun" if municipality else "Lokalpolisområde",
        "code": place.toml.get("code", ""), "region": place.toml.get("region", ""), "place_id": place.id,
        "others": paths(place.others), "pledges": current("pledge"), "agreements": current("agreement"),
    }, place.body)
    for before, year, after in zip([None, *years], years, [*years[1:], None]):
        folders = [] if municipality else [f"{path(member)}/{year}" for member in members]
        write(content / place.address / year / "_index.md", {
            "title": f"{place.title} {year}", "layout": "place-year", "date": datetime.date(int(year), 1, 1),
            "year": year, "folders": folders,
            "previous": f"{path(place)}/{before}" if before else "",
            "next": f"{path(place)}/{after}" if after else "",
            "covering": paths(it for member in members for it in member.covering(int(year))),
        })


def words(value):
    """The same with dates as text, which is how Hugo keeps those within tables."""
    if isinstance(value, list):
        return [words(it) for it in value]
    if isinstance(value, dict):
        return {key: words(it) for key, it in value.items()}
    return str(value) if isinstance(value, datetime.date) else value


RELATIONS = {"agreement": "Bygger på överenskommelsen", "follows_up": "Följer upp", "about": "Handlar om",
             "replaces": "Ersätter", "pledges": "Medborgarlöften enligt den här överenskommelsen",
             "follow_ups": "Uppföljningar", "replaced_by": "Ersattes av", "notices": "Nyheter om handlingen"}


def write_document(content, document):
    toml, front = document.toml, {"title": document.title, "date": datetime.date.fromisoformat(document.day)}
    front |= {"doc_kind": document.kind, "kind_name": KINDS[document.kind], "ar": [document.day[:4]]}
    if "summary" in toml:
        front["description"] = toml["summary"]
    if document.period:
        front |= {"period": list(map(str, document.period)), "state": document.state}
    if "focus" in toml:
        front["fokus"] = [segment(label) for label in toml["focus"]]
        front["labels"] = toml["focus"]
    for key in "signed", "archived", "assessed_by", "signatories", "sources", "commitments", "outcomes":
        if key in toml:
            front[key] = words(toml[key])
    if document.promised:
        front["promised"] = document.promised
    if document.planned:
        front["planned"] = [{"month": month, "answered_by": path(answer) if answer else ""}
                            for month, answer in document.planned]
        front["missing"] = [month for month, answer in document.planned if not answer]
    front["relations"] = {key: paths(sorted(document.relations[key], key=lambda it: it.day))
                          for key in RELATIONS if key in document.relations}
    write(content / f"{document.address}.md", front, document.body)

