"""The archive as a Blades site: all that its templates cannot look up stands in the front matter.

A place is a section and each of its years a section within it, which is how Blades nests lists. What
crosses places (areas, years, labels, the list of all) is taxonomies, and so is what is embedded: a page's
parent, by which a second page in a place's folder could show the place's list, is another once Blades
has sorted the folders. Strings are escaped here and put
in as they are, since Blades would else read each as Markdown.
"""
import datetime, html, pathlib, re, shutil

from ..archive import KINDS, STATUS, VALIDITY, counting, history, in_words, segment, status
from ..front import copy_assets, signs, write

THEME = pathlib.Path(__file__).parent / "site"
ROOT = "/loften/"
SIGNS = signs()
FAR = datetime.date(9999, 12, 31)
RELATIONS = {"agreement": "Bygger på överenskommelsen", "follows_up": "Följer upp", "about": "Handlar om",
             "replaces": "Ersätter", "pledges": "Medborgarlöften enligt den här överenskommelsen",
             "follow_ups": "Uppföljningar", "replaced_by": "Ersattes av", "notices": "Nyheter om handlingen"}


def site(archive, target):
    shutil.copytree(THEME, target)
    copy_assets(target / "assets")
    content = target / "content"
    write_home(content, archive)
    by_title = sorted(archive.municipalities, key=lambda it: it.title)
    write(content / "kommuner/index.md", {"title": "Kommuner", "template": "places.html", "sort_by_weight": True,
                                          "section_template": "timeline.html"})
    for weight, place in enumerate(by_title):
        write_municipality(content, place, weight)
    write(content / "omraden/index.md", {"title": "Lokalpolisområden", "template": "areas.html",
                                         "page_template": "area.html", "sort_by_weight": True})
    for weight, place in enumerate(archive.areas):
        write_area(content, place, weight)
    for weight, document in enumerate(sorted(archive.documents, key=lambda it: it.title)):
        write_document(content, document, weight)


def text(value):
    return html.escape(str(value))


def time(date):
    return f'<time datetime="{date}">{in_words(date)}</time>'


def link(page):
    """A document as others link to it, with what tells it apart."""
    return {"href": f"{ROOT}{page.address}.html", "name": text(page.title),
            "kind_name": KINDS[page.kind], "when": time(page.day)}


def places(them):
    return [{"href": f"{ROOT}{it.address}/", "name": text(it.title)} for it in them]


def slugs(them):
    return [{"slug": it} for it in sorted(set(them))]


def write_home(content, archive):
    write(content / "index.md", {
        "title": "Löftesarkivet", "template": "home.html", "documents": str(len(archive.documents)),
        "all_places": places(sorted(archive.municipalities, key=lambda it: it.title) + archive.areas),
        "all_years": slugs(it.day[:4] for it in archive.documents),
        "all_labels": slugs(segment(label) for it in archive.documents for label in it.toml.get("focus", [])),
    })


def answers(members):
    """What applies in a place, and what has become of it."""
    pledges = [it for member in members for it in member.in_force("pledge")]
    agreements = [it for member in members for it in member.in_force("agreement")]
    return {"pledges_now": [link(it) | {"counting": counting(it)} for it in pledges],
            "agreements_now": list(map(link, agreements))}


def write_municipality(content, place, weight):
    folder = content / place.address
    years = sorted({it.folder_year for it in place.documents})
    write(folder / "index.md", {
        "title": place.title, "weight": weight, "section_template": "place-year.html",
        "is_place": True, "date": FAR, "about": f"Kommun&nbsp;· kommunkod {place.toml['code']}", "address_id": place.id,
        "others_name": "Lokalpolisområde", "others": places(place.others), **answers([place]),
        "taxonomies": {"inbaddat": [place.id]},
    }, place.body)
    for before, year, after in zip([""] + years, years, years[1:] + [""]):
        write(folder / year / "index.md", {
            "title": f"{place.title} {year}", "date": datetime.date(int(year), 1, 1), "year": year,
            "home_name": text(place.title), "home_href": f"{ROOT}{place.address}/", "before": before, "after": after, "covering": [entry(it) for it in place.covering(int(year))],
        })


def write_area(content, place, weight):
    """An area's page is a taxonomy's; this document stands first on it and says what the area is."""
    write(content / f"omraden/{place.id}.md", {
        "title": place.title, "weight": weight, "date": FAR, "path": f"lokalpolisomraden/{place.id}", "slug": "om",
        "is_place": True, "about": f"Lokalpolisområde&nbsp;· Polisregion {text(place.toml.get('region', ''))}",
        "others_name": "Kommuner", "others": places(place.others), **answers(place.others),
        "taxonomies": {"lokalpolisomraden": [place.id], "inbaddat": [place.id]},
    }, place.body)


def entry(document):
    """What stands of a document in every list."""
    toml = document.toml
    found = {"href": f"{ROOT}{document.address}.html", "name": text(document.title), "kind": document.kind,
             "kind_name": KINDS[document.kind], "kind_sign": SIGNS[document.kind],
             "when": time(document.day), "signed_on": "signed" in toml,
             "place_name": text(document.place.title), "place_href": f"{ROOT}{document.place.address}/",
             "lead": text(toml.get("summary", "")), "assessed": text(toml.get("assessed_by", "")),
             "now": document.state == "in-force", "validity": "", "counting": "",
             "followed": list(map(link, document.relations.get("follows_up", []))), "focused": False, "labels": [],
             "promised": time(document.promised) if document.promised else "",
             "commitments": [commitment(document, it) for it in toml.get("commitments", [])]}
    if document.period:
        first, last = (time(str(year)) for year in document.period)
        found["period"] = first if first == last else f"{first}–{last}"
        found["validity"] = f"{VALIDITY[document.state]} {found['period']}"
    if found["commitments"]:
        found["counting"] = counting(document)
    if "focus" in toml:
        found["focused"] = True
        found["labels"] = [{"name": text(label), "slug": segment(label)} for label in toml["focus"]]
    found["missing"] = [{"month": time(month)} for month, answer in document.planned if not answer]
    # A section over a list repeats itself, so whether there are any is told apart.
    found["some_missing"] = bool(found["missing"])
    return found


def commitment(pledge, it):
    key = status(pledge, it)
    return {"id": it["id"], "text": text(it["text"]), "by": text(", ".join(it["by"])), "status": key,
            "status_name": STATUS[key], "status_sign": SIGNS[key]}


def with_history(pledge, it):
    found = history(pledge, it)
    return commitment(pledge, it) | {"followed_up": bool(found), "history": [
        link(follow_up) | {"status": outcome["status"], "status_name": STATUS[outcome["status"]],
                           "status_sign": SIGNS[outcome["status"]], "outcome": text(outcome["text"]), "assessor": text(follow_up.toml["assessed_by"])}
        for follow_up, outcome in found]}


def write_document(content, document, weight):
    toml, front = document.toml, entry(document)
    front |= {"title": document.title, "date": datetime.date.fromisoformat(document.day), "weight": weight,
              "over": document.state in ("ended", "replaced"), "areas": places(document.place.others),
              "commitments": [with_history(document, it) for it in toml.get("commitments", [])],
              "signatories": [{"name": text(", ".join(filter(None, (it["name"], it.get("role"), it.get("organisation")))))}
                              for it in toml.get("signatories", [])],
              "sources": [{"source": f"{text(it['title'])}, {text(it['publisher'])}, hämtad {time(str(it['retrieved']))}"}
                          for it in toml.get("sources", [])],
              "archived": time(str(toml["archived"])) if "archived" in toml else "",
              "planned": [{"month": time(month), "answered": bool(answer)} | (link(answer) if answer else {})
                          for month, answer in document.planned],
              "signed_by": "signatories" in toml, "has_outcomes": "outcomes" in toml, "related": bool(document.relations),
              "outcomes": [outcome(document, it) for it in toml.get("outcomes", [])],
              "relations": [{"relation": name, "documents": [link(it) for it in
                             sorted(document.relations[key], key=lambda it: it.day)]}
                            for key, name in RELATIONS.items() if key in document.relations]}
    areas, year = [it.id for it in document.place.others], document.folder_year
    front["taxonomies"] = {"ar": [document.day[:4]], "handlingar": [document.title[0]], "lokalpolisomraden": areas,
                           "inbaddat": [document.place.id, *areas],
                           "omradesar": [f"{area}/{year}" for area in areas],
                           "fokus": [segment(label) for label in toml.get("focus", [])]}
    # Blades gives headings no anchors of their own, and does not follow links to files.
    body = re.sub(r"^(#+ )(.*)$", lambda it: f"{it[1]}{it[2]} {{#{segment(it[2])}}}", document.body, flags=re.M)
    write(content / f"{document.address}.md", front, re.sub(r"\]\(([^):]*)\.md", r"](\1.html", body))


def outcome(follow_up, it):
    """What a follow-up says of a commitment, in the commitment's words."""
    for pledge in follow_up.relations["follows_up"]:
        for promise in pledge.toml["commitments"]:
            if promise["id"] == it["commitment"]:
                return link(pledge) | {"id": it["commitment"], "promise": text(promise["text"]), "outcome": text(it["text"]),
                                       "status": it["status"], "status_name": STATUS[it["status"]],
                                       "status_sign": SIGNS[it["status"]]}
