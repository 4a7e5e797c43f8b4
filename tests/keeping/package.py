#!/usr/bin/env python3
"""Checks yearly packages with validators that share no code with the program: METS's own schema,
the E-ARK rules, sizes, checksums and stray files, and that every XML and PDF in them is sound.

usage: package.py ZIP…     exit 1 if anything is wrong; every fault is one line on stdout
"""
import importlib.util
import pathlib
import subprocess
import sys
import tempfile
import zipfile

here = pathlib.Path(__file__).parent
SCHEMA = pathlib.Path(importlib.util.find_spec("eark_validator").origin).parent / "ipxml/resources/schema"


def run(name, faults, *command, **where):
    done = subprocess.run(command, capture_output=True, text=True, **where)
    if done.returncode:
        faults.append(f"{name}: {(done.stdout + done.stderr).strip()[-800:]}")


def folder_faults(root):
    faults = []
    described = [root / "METS.xml", *sorted(root.glob("representations/*/METS.xml"))]
    run("mets.xsd", faults, "xmllint", "--noout", "--nonet", "--schema", str(SCHEMA / "mets.xsd"),
        *map(str, described))
    xml = [str(path) for path in root.glob("metadata/**/*.xml")]
    run("xmllint", faults, "xmllint", "--noout", "--nonet", *xml)
    run("eark", faults, sys.executable, str(here / "eark_check.py"), str(root))
    run("sha256sum", faults, "sha256sum", "--quiet", "-c", "metadata/other/sha256sums.txt", cwd=root)
    return faults


def zip_faults(path):
    path = pathlib.Path(path)
    faults = []
    run("sha256", faults, "sha256sum", "--quiet", "-c", f"{path.name}.sha256", cwd=path.parent)
    with zipfile.ZipFile(path) as package, tempfile.TemporaryDirectory() as scratch:
        names = package.namelist()
        roots = {name.split("/")[0] for name in names}
        if roots != {path.stem} or names != sorted(names):
            faults.append(f"{path.name}: not one root folder in order: {roots}")
        package.extractall(scratch)
        faults += folder_faults(pathlib.Path(scratch) / path.stem)
    return [f"{path.name}: {fault}" for fault in faults]


def damaged(path):
    """Damages copies of a package, one fault at a time; returns what was not found."""
    path = pathlib.Path(path)

    def replaced(name, old, new):
        def damage(root):
            file = root / name
            raw = file.read_bytes()
            assert old in raw, f"{name} has no {old!r}"
            file.write_bytes(raw.replace(old, new, 1))
        return damage

    kinds = {
        "an element that METS does not know": ("mets.xsd", replaced("METS.xml", b"<metsHdr", b"<metsHead")),
        "another profile": ("eark", replaced("METS.xml", b"E-ARK-SIP.xml", b"E-ARK.xml")),
        "a file that was changed": ("sha256sum", replaced("documentation/LASMIG.txt", b"dokument", b"dokumenT")),
        "a stray file": ("eark", lambda root: (root / "documentation/mera.txt").write_text("x")),
        "a file that is gone": ("eark", lambda root: (root / "documentation/front-matter.md").unlink()),
        "XML that is not well-formed": (
            "xmllint", replaced("metadata/preservation/premis.xml", b"</premis>", b"")),
    }
    missed = []
    with zipfile.ZipFile(path) as package:
        for what, (expected, damage) in kinds.items():
            with tempfile.TemporaryDirectory() as scratch:
                package.extractall(scratch)
                root = pathlib.Path(scratch) / path.stem
                damage(root)
                faults = folder_faults(root)
                if not any(fault.startswith(expected) for fault in faults):
                    missed.append(f"not found: {what} (expected {expected}): {faults}")
    return missed


def main(packages):
    faults = [fault for path in packages for fault in zip_faults(path)]
    faults += damaged(packages[0])
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
