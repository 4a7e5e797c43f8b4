"""Reads a generated archive and resolves what Löftesarkivet resolves itself.

References, follow-ups, statuses and states are found here, before anything is measured, for those who
cannot find them themselves: Blades gets them as text, and Hugo, where it is spared, as pages to look up.
"""
import calendar, dataclasses, datetime, pathlib, posixpath, re, tomllib, unicodedata

KINDS = {"agreement": "Samverkansöverenskommelse", "pledge": "Medborgarlöfte", "follow-up": "Uppföljning",
         "situation-report": "Lägesbild", "notice": "Nyhet"}
STATUS = {"kept": "Uppfyllt", "partly-kept": "Delvis uppfyllt", "not-kept": "Inte uppfyllt", "ongoing": "Pågår",
          "not-started": "Ej påbörjat", "not-assessable": "Går inte att bedöma", "cancelled": "Inställt",
          "missing": "Ingen uppföljning i arkivet"}
MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
VALIDITY = {"in-force": "Gäller", "ended": "Gällde", "replaced": "Gällde", "upcoming": "Ska gälla"}


def segment(text):
    """A piece of an address: å and ä become a, ö becomes o, all else outside a–z 0–9 a hyphen."""
    plain = unicodedata.normalize("NFD", text.lower())
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def in_words(date):
    """`2019-02-06`, `2019-02` or `2019` as a reader writes it."""
    parts = [int(part) for part in date.split("-")]
    return " ".join(str(part) for part in
                    (parts[2:] + [MONTHS[parts[1] - 1]] if len(parts) > 1 else []) + parts[:1])


def last_day(month):
    """The last day of `2019-02`."""
    year, number = map(int, month.split("-"))
    return f"{month}-{calendar.monthrange(year, number)[1]:02}"


@dataclasses.dataclass(eq=False)
class Document:
    """A document and the others that it has to do with."""
    address: str                    # without extension: kommuner/eskilstuna/2018/medborgarlofte
    toml: dict
    body: str
    place: "Place"
    relations: dict = dataclasses.field(default_factory=dict)   # agreement, pledges, follow_ups …: documents
    planned: list = dataclasses.field(default_factory=list)     # (month, follow-up or None)
    promised: str = ""              # the month that a follow-up was planned for
    state: str = ""

    kind = property(lambda self: self.toml["kind"])
    title = property(lambda self: self.toml["title"])
    day = property(lambda self: str(self.toml.get("signed") or self.toml["date"]))
    folder_year = property(lambda self: self.address.split("/")[2])

    @property
    def period(self):
        """First and last year."""
        period = self.toml.get("period")
        if period is None:
            return None
        return (period["from"], period["until"]) if isinstance(period, dict) else (period, period)

    def relate(self, relation, other):
        self.relations.setdefault(relation, []).append(other)


@dataclasses.dataclass(eq=False)
class Place:
    """A municipality or a police area."""
    id: str
    address: str
    toml: dict
    body: str
    documents: list = dataclasses.field(default_factory=list)   # newest first
    others: list = dataclasses.field(default_factory=list)      # a municipality's areas, an area's municipalities

    title = property(lambda self: self.toml["title"])

    def years(self):
        """Those that something happened in, or was promised for; an area's are its municipalities'."""
        found = {it.day[:4] for it in self.documents}
        found |= {month[:4] for it in self.documents for month, answer in it.planned if not answer}
        if self.toml["kind"] == "police-area":
            found |= {year for member in self.others for year in member.years()}
        return sorted(found)

    def covering(self, year):
        """The agreements and pledges of other years that applied during this one."""
        return [it for it in self.documents
                if it.period and it.period[0] <= year <= it.period[1] and it.folder_year != str(year)]

    def in_force(self, kind):
        return [it for it in self.documents if it.kind == kind and it.state == "in-force"]


@dataclasses.dataclass
class Archive:
    municipalities: list
    areas: list
    documents: list
    today: datetime.date


def history(pledge, commitment):
    """The outcomes of a commitment, the latest first, with the follow-up that tells of each."""
    return [(follow_up, outcome)
            for follow_up in sorted(pledge.relations.get("follow_ups", []), key=lambda it: it.day, reverse=True)
            for outcome in follow_up.toml.get("outcomes", []) if outcome["commitment"] == commitment["id"]]


def status(pledge, commitment):
    found = history(pledge, commitment)
    return found[0][1]["status"] if found else "missing"


def counting(pledge):
    """How many commitments have each status, as words."""
    statuses = [status(pledge, it) for it in pledge.toml.get("commitments", [])]
    return f"{len(statuses)} löften: " + ", ".join(
        f"{statuses.count(key)} {name.lower()}" for key, name in STATUS.items() if key in statuses)


def read(corpus, today=None):
    today = today or datetime.date.today()
    places, documents = {}, {}
    sources = sorted((corpus / "content").rglob("*.md"), key=lambda path: (path.name != "index.md", path))
    for source in sources:
        _, toml, body = source.read_text().split("+++\n", 2)
        toml, path = tomllib.loads(toml), source.relative_to(corpus / "content").with_suffix("")
        if path.name == "index":
            places[str(path.parent)] = Place(path.parent.name, str(path.parent), toml, body)
        else:
            documents[str(path)] = Document(str(path), toml, body, places["/".join(path.parts[:2])])
    for document in documents.values():
        document.place.documents.append(document)
        link(document, documents)
    for document in documents.values():
        settle(document, today)
    municipalities = [it for it in places.values() if it.toml["kind"] == "municipality"]
    areas = [it for it in places.values() if it.toml["kind"] == "police-area"]
    for area in areas:
        for member in area.toml.get("members", []):
            municipality = places[f"kommuner/{member['municipality']}"]
            area.others.append(municipality)
            municipality.others.append(area)
    for place in places.values():
        place.documents.sort(key=lambda it: (it.day, it.address), reverse=True)
    return Archive(municipalities, areas, list(documents.values()), today)


INVERSE = {"agreement": "pledges", "follows_up": "follow_ups", "about": "notices", "replaces": "replaced_by"}


def link(document, documents):
    """References, and the same from the other side."""
    for key, inverse in INVERSE.items():
        references = document.toml.get(key, [])
        for reference in [references] if isinstance(references, str) else references:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(document.address), reference))
            other = documents[path.removesuffix(".md")]
            document.relate(key, other)
            other.relate(inverse, document)


def settle(document, today):
    """Whether a document applies on the day, and which follow-up answers which planned one."""
    if document.period:
        first, last = document.period
        document.state = ("replaced" if "replaced_by" in document.relations else "ended" if last < today.year
                          else "upcoming" if first > today.year else "in-force")
    planned = document.toml.get("follow_ups_planned", [])
    answers = {}
    for follow_up in sorted(document.relations.get("follow_ups", []), key=lambda it: it.day, reverse=True):
        begun = [month for month in planned if month <= follow_up.day]
        if begun:
            answers[max(begun)] = follow_up
    for month, answer in answers.items():
        answer.promised = month
    document.planned = [(month, answers.get(month)) for month in planned]
