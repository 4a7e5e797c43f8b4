#!/usr/bin/env python3
"""Checks yearly packages with validators that share no code with the program: METS's own schema,
the E-ARK rules, sizes, checksums and stray files, that every XML file is sound, and that the words
of each page's heading are in its PDF. The PDFs themselves are for tests/pdf/validate.

usage: package.py [--pdfs DIR] ZIP…     exit 1 if anything is wrong; every fault is one line on stdout
"""
import concurrent.futures
import html
import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

here = pathlib.Path(__file__).parent
SCHEMA = pathlib.Path(importlib.util.find_spec("eark_validator").origin).parent / "ipxml/resources/schema"


# The schema of METS imports that of XLink from the web; it is beside it.
CATALOG = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
<system systemId="http://www.loc.gov/standards/xlink/xlink.xsd" uri="{0}"/>
<uri name="http://www.loc.gov/standards/xlink/xlink.xsd" uri="{0}"/></catalog>"""


def run(name, *command, **where):
    """The fault that a validator finds, if it finds any."""
    done = subprocess.run(command, capture_output=True, text=True, **where)
    return [f"{name}: {(done.stdout + done.stderr).strip()[-800:]}"] if done.returncode else []


# Each looks at folders of packages, all of them at once, so that a validator starts only once.

def mets_schema(roots):
    described = [path for root in roots
                 for path in (root / "METS.xml", *sorted(root.glob("representations/*/METS.xml")))]
    schema = str(SCHEMA / "mets.xsd")
    with tempfile.NamedTemporaryFile("w", suffix=".xml") as catalog:
        catalog.write(CATALOG.format((SCHEMA / "xlink.xsd").as_uri()))
        catalog.flush()
        return run("mets.xsd", "xmllint", "--noout", "--nonet", "--schema", schema, *map(str, described),
                   env={**os.environ, "XML_CATALOG_FILES": catalog.name})


def well_formed(roots):
    xml = [str(path) for root in roots for path in root.glob("metadata/**/*.xml")]
    faults = run("xmllint", "xmllint", "--noout", "--nonet", *xml)
    for root in roots:
        faults += run("dc.xsd", "xmllint", "--noout", "--nonet", "--schema", str(root / "schemas/dc.xsd"),
                      str(root / "metadata/descriptive/dc.xml"))
    return faults


def eark(roots):
    return run("eark", sys.executable, str(here / "eark_check.py"), *map(str, roots))


def sums(roots):
    return [fault for root in roots for fault in
            run("sha256sum", "sha256sum", "--quiet", "-c", "metadata/other/sha256sums.txt", cwd=root)]


def headings(roots):
    """Each document of the list has its PDF, and that has the words of the page's heading."""
    faults = []
    for root in roots:
        data = root / "representations/pdf/data"
        for pdf in sorted(data.rglob("*.pdf")):
            page = root / "representations/webb/data" / pdf.relative_to(data).with_suffix(".html")
            heading = re.search(r"<h1[^>]*>(.*?)</h1>", page.read_text(encoding="utf-8"), re.S).group(1)
            words = html.unescape(re.sub(r"<[^>]*>", "", heading)).replace("\u00ad", "").split()
            text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True).stdout
            text = re.sub(r"\s+", "", text.replace("\u00ad", ""))
            if re.sub(r"\s+", "", "".join(words)) not in text:
                faults.append(f"pdftotext: {pdf.relative_to(root)} lacks its heading: {words}")
    return faults


def zip_form(path):
    """The checksum beside the file, and one root folder with entries in order."""
    faults = run("sha256", "sha256sum", "--quiet", "-c", f"{path.name}.sha256", cwd=path.parent)
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
    roots = {name.split("/")[0] for name in names}
    if roots != {path.stem} or names != sorted(names):
        faults.append(f"zip: not one root folder in order: {roots}")
    return [f"{path.name}: {fault}" for fault in faults]


def unpacked(path, to):
    with zipfile.ZipFile(path) as package:
        package.extractall(to)
    return pathlib.Path(to) / path.stem


def replaced(name, old, new):
    def damage(root):
        file = root / name
        raw = file.read_bytes()
        assert old in raw, f"{name} has no {old!r}"
        file.write_bytes(raw.replace(old, new, 1))
    return damage


def without_its_pdf_text(root):
    pdfs = sorted((root / "representations/pdf/data").rglob("*.pdf"))
    assert pdfs, "no PDF"
    pdfs[0].write_bytes(b"%PDF-1.7\n")


# What is damaged, which validator must find it, and what it then says first.
DAMAGE = {
    "an element that METS does not know": (mets_schema, "mets.xsd", replaced("METS.xml", b"<metsHdr", b"<metsHead")),
    "another profile": (eark, "eark", replaced("METS.xml", b"E-ARK-SIP.xml", b"E-ARK.xml")),
    "a file that was changed": (sums, "sha256sum", replaced("documentation/LASMIG.txt", b"dokument", b"dokumenT")),
    "a stray file": (eark, "eark", lambda root: (root / "documentation/mera.txt").write_text("x")),
    "a file that is gone": (eark, "eark", lambda root: (root / "documentation/front-matter.md").unlink()),
    "XML that is not well-formed": (
        well_formed, "xmllint", replaced("metadata/preservation/premis.xml", b"</premis>", b"")),
    "a description that is none": (
        well_formed, "dc.xsd", replaced("metadata/descriptive/dc.xml", b"<dc:title", b"<title/><dc:title")),
    "a PDF without its text": (headings, "pdftotext", without_its_pdf_text),
}


def missed(path):
    """Damages copies of a package, one fault at a time; returns what was not found."""
    def tried(item):
        what, (validator, expected, damage) = item
        with tempfile.TemporaryDirectory() as scratch:
            root = unpacked(path, scratch)
            damage(root)
            faults = validator([root])
            found = any(fault.startswith(expected) for fault in faults)
            return [] if found else [f"not found: {what} (expected {expected}): {faults}"]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        not_found = [line for lines in pool.map(tried, DAMAGE.items()) for line in lines]
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch) / path.name
        shutil.copy(f"{path}.sha256", f"{copy}.sha256")
        copy.write_bytes(path.read_bytes() + b"x")
        if not zip_form(copy):
            not_found.append("not found: another ZIP file")
    return not_found


def main(arguments):
    pdfs = None
    if arguments[0] == "--pdfs":
        pdfs, arguments = pathlib.Path(arguments[1]), arguments[2:]
    packages = [pathlib.Path(path) for path in arguments]
    faults = [fault for path in packages for fault in zip_form(path)]
    with tempfile.TemporaryDirectory() as scratch:
        roots = [unpacked(path, scratch) for path in packages]
        validators = [mets_schema, well_formed, eark, sums, headings]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            faults += [fault for found in pool.map(lambda it: it(roots), validators) for fault in found]
        if pdfs:
            pdfs.mkdir(parents=True, exist_ok=True)
            for root in roots:
                data = root / "representations/pdf/data"
                for pdf in sorted(data.rglob("*.pdf")):
                    name = "_".join([root.name, *pdf.relative_to(data).parts])
                    shutil.copy(pdf, pdfs / name)
    faults += missed(packages[0])
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
