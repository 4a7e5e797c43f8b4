#!/usr/bin/env python3
"""Shows that each validator of data.py finds a fault: damages copies of a site that is whole, one
fault at a time, and expects to be told of each.

usage: damaged.py SITE     exit 1 if a fault is not found
"""
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

here = pathlib.Path(__file__).parent


def replaced(file, old, new):
    raw = file.read_bytes()
    assert old in raw, f"{file.name} has no {old!r}"
    file.write_bytes(raw.replace(old, new, 1))


def in_workbook(file, part, old, new):
    with zipfile.ZipFile(file) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    assert old in parts[part], f"{part} has no {old!r}"
    parts[part] = parts[part].replace(old, new, 1)
    with zipfile.ZipFile(file, "w") as book:
        for name, raw in parts.items():
            book.writestr(name, raw)


def calendar(site):
    return next(iter(sorted(site.rglob("kalender.ics"))))


# What is damaged, how, and what the validator must say of it. Each is tried with one check of
# data.py alone, so that this takes seconds.
CHECKS = {"csvw": "tables", "check-jsonschema": "as_json", "the rows of JSON": "as_json",
          "is no text": "workbook", "rapper": "catalogue", "pyshacl": "catalogue",
          "is relative": "catalogue", "has another size": "catalogue", "without ['UID']": "calendars",
          "75 octets": "calendars", "JSON-LD": "page"}

DAMAGE = {
    "a reference to a document that is not there": (
        "csvw", lambda site: replaced(site / "data/ataganden.csv", b"\r\nkommuner/", b"\r\nkommunr/")),
    "a day that does not exist": (
        "csvw", lambda site: replaced(site / "data/dokument.csv", b",2018-01-01,", b",2018-13-01,")),
    "a code that has lost its zero": (
        "check-jsonschema", lambda site: replaced(site / "data/arkivet.json", b'"0484"', b'"484"')),
    "a row that only CSV has": (
        "the rows of JSON", lambda site: replaced(
            site / "data/luckor.csv", b"plats_id,saknar,fran,till\r\n",
            b"plats_id,saknar,fran,till\r\nkommuner/eskilstuna,x,2001,2001\r\n")),
    "a number in the workbook": (
        "is no text", lambda site: in_workbook(
            site / "data/arkivet.xlsx", "xl/worksheets/sheet5.xml",
            b'<c s="0" t="inlineStr"><is><t>0484</t></is></c>', b"<c><v>484</v></c>")),
    "no longer RDF": (
        "rapper", lambda site: replaced(site / "data/catalog.rdf", b"</rdf:RDF>", b"")),
    "a format that the portal does not know": (
        "pyshacl", lambda site: replaced(
            site / "data/catalog.rdf", b"/authority/file-type/CSV", b"/authority/filetype/CSV")),
    "an address without a host": (
        "is relative", lambda site: replaced(
            site / "data/catalog.rdf", b'<foaf:homepage rdf:resource="', b'<foaf:homepage rdf:resource="x:')),
    "a size that is not the file's": (
        "has another size", lambda site: (site / "data/arkivet.xlsx").write_bytes(
            (site / "data/arkivet.xlsx").read_bytes() + b" ")),
    "an event without an identity": (
        "without ['UID']", lambda site: replaced(calendar(site), b"\r\nUID:", b"\r\nX-UID:")),
    "a line that is not folded": (
        "75 octets", lambda site: replaced(calendar(site), b"\r\nSUMMARY:", b"\r\nSUMMARY:" + b"a" * 80)),
    "JSON-LD that is none": (
        "JSON-LD", lambda site: replaced(
            site / "data/index.html", b'<script type="application/ld+json">{', b'<script type="application/ld+json">{{')),
}


def missed(site, item):
    """What was not found, if it was not."""
    what, (expected, damage) = item
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch) / "site"
        copy.mkdir()
        shutil.copytree(pathlib.Path(site) / "data", copy / "data")
        for file in sorted(pathlib.Path(site).rglob("kalender.ics"))[:1]:
            to = copy / file.relative_to(site)
            to.parent.mkdir(parents=True)
            shutil.copy(file, to)
        damage(copy)
        command = [sys.executable, here / "data.py", copy, CHECKS[expected]]
        told = subprocess.run(command, capture_output=True, text=True)
        if told.returncode == 0 or expected not in told.stdout:
            return f"not found: {what} (expected “{expected}”): {told.stdout}"
    return None


def main(site):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        lines = [line for line in pool.map(lambda item: missed(site, item), DAMAGE.items()) if line]
    print("\n".join(lines), end="\n" if lines else "")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
