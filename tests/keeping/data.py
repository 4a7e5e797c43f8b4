#!/usr/bin/env python3
"""Checks the open data of a built site with validators that share no code with the program.

usage: data.py SITE [CHECK]        exit 1 if anything is wrong; every fault is one line on stdout
"""
import csv
import glob
import json
import os
import pathlib
import re
import subprocess
import sys

here = pathlib.Path(__file__).parent
TABLES = ["dokument", "ataganden", "utfall", "utlovade-uppfoljningar", "platser", "luckor",
          "rad-och-samordnare"]
faults = []


def run(name, *command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        faults.append(f"{name}: {(done.stdout + done.stderr).strip()[-600:]}")


def beside(program):
    """A program that is installed beside this Python."""
    return str(pathlib.Path(sys.executable).parent / program)


def tables(data):
    """CSVW: types, required values, keys and references; and that the files are RFC 4180."""
    run("csvw", beside("csvwvalidate"), str(data / "csv-metadata.json"))
    for table in TABLES:
        raw = (data / f"{table}.csv").read_bytes()
        if raw.startswith(b"\xef\xbb\xbf") or not raw.endswith(b"\r\n"):
            faults.append(f"{table}.csv: a byte order mark, or no CRLF at the end")
        rows = list(csv.reader(raw.decode("utf-8").splitlines()))
        if any(len(row) != len(rows[0]) for row in rows):
            faults.append(f"{table}.csv: rows of different lengths")


def as_json(data):
    schema = str(data / "arkivet-schema.json")
    run("check-jsonschema", beside("check-jsonschema"), "--check-metaschema", schema)
    files = [str(path) for path in data.rglob("*.json")
             if path.name not in ("arkivet-schema.json", "csv-metadata.json")]
    run("check-jsonschema", beside("check-jsonschema"), "--schemafile", schema, *files)
    # The same rows as in CSV, in all parts together.
    for table in TABLES:
        there = []
        for file in files:
            there += json.load(open(file)).get(table.replace("-", "_"), [])
        rows = list(csv.DictReader(open(data / f"{table}.csv", encoding="utf-8", newline="")))
        flat = [{key: "|".join(value) if isinstance(value, list) else value
                 for key, value in row.items()} for row in there]
        key = lambda row: sorted(row.items())
        if sorted(rows, key=key) != sorted(flat, key=key):
            faults.append(f"{table}: the rows of JSON are not those of CSV")


def workbook(data):
    """Every cell is text, and what stands in it is what stands in CSV."""
    import openpyxl
    book = openpyxl.load_workbook(data / "arkivet.xlsx")
    if book.sheetnames != TABLES:
        faults.append(f"arkivet.xlsx: sheets {book.sheetnames}")
        return
    for table in TABLES:
        rows = list(csv.reader(open(data / f"{table}.csv", encoding="utf-8", newline="")))
        sheet = [[cell.value or "" for cell in row] for row in book[table].iter_rows()]
        if rows != sheet:
            faults.append(f"arkivet.xlsx: {table} is not as in CSV")
        for row in book[table].iter_rows():
            for cell in row:
                if cell.value is not None and (cell.data_type, cell.number_format) != ("s", "@"):
                    faults.append(f"arkivet.xlsx: {table} {cell.coordinate} is no text: {cell.data_type}")


def catalogue(data):
    file = data / "catalog.rdf"
    if not file.exists():
        return
    run("rapper", "rapper", "-q", "-c", "-i", "rdfxml", str(file))
    run("pyshacl", beside("pyshacl"), "-df", "xml", "-s", str(here / "dcat-ap-se.shacl.ttl"), str(file))
    import rdflib
    graph = rdflib.Graph().parse(file, format="xml")
    for node in set(graph.subjects()) | set(graph.objects()):
        if isinstance(node, rdflib.BNode):
            faults.append("catalog.rdf: a blank node")
        if isinstance(node, rdflib.URIRef) and not re.match(r"(https?|mailto):", str(node)):
            faults.append(f"catalog.rdf: {node} is relative")
    size = rdflib.URIRef("http://www.w3.org/ns/dcat#byteSize")
    download = rdflib.URIRef("http://www.w3.org/ns/dcat#downloadURL")
    for part, stated in graph.subject_objects(size):
        url = str(graph.value(part, download))
        if os.path.getsize(data / url.rsplit("/", 1)[1]) != int(stated):
            faults.append(f"catalog.rdf: {url} has another size")


def calendars(data):
    site = data.parent
    import icalendar
    for file in site.rglob("kalender.ics"):
        raw = file.read_bytes()
        name = file.relative_to(site)
        if any(len(line) > 75 for line in raw.split(b"\r\n")):
            faults.append(f"{name}: a line of more than 75 octets")
        try:
            calendar = icalendar.Calendar.from_ical(raw)
        except ValueError as error:
            faults.append(f"{name}: {error}")
            continue
        events = calendar.walk("VEVENT")
        wrong = calendar.errors + [error for event in events for error in event.errors]
        if wrong or not events:
            faults.append(f"{name}: {wrong or 'no events'}")
        for event in events:
            missing = [key for key in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if key not in event]
            if missing:
                faults.append(f"{name}: an event without {missing}")


def page(data):
    """The JSON-LD of the page about the data is JSON, and leads to the files."""
    html = (data / "index.html").read_text(encoding="utf-8")
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    if len(blocks) != 1:
        faults.append(f"data/index.html: {len(blocks)} blocks of JSON-LD")
        return
    try:
        about = json.loads(blocks[0])
    except ValueError as error:
        faults.append(f"data/index.html: JSON-LD: {error}")
        return
    for part in about["distribution"]:
        if not (data / part["contentUrl"].rsplit("/", 1)[1]).is_file():
            faults.append(f"data/index.html: {part['contentUrl']} does not exist")


def main(site, only=None):
    data = pathlib.Path(site) / "data"
    for check in (tables, as_json, workbook, catalogue, page, calendars):
        if only not in (None, check.__name__):
            continue
        try:
            check(data)
        except Exception as error:  # a validator that gives up has found a fault too
            faults.append(f"{check.__name__}: {type(error).__name__}: {error}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
