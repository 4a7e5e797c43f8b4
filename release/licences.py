"""The crates that are in the program, and their licence texts, which go with every copy of it; run with a
target, it prints them."""

import json
import subprocess
import sys
from pathlib import Path

from release.facts import ROOT


def crates(target: str) -> list[dict]:
    """The crates that are in the program on a system, as cargo describes them, by name and version."""
    command = ["cargo", "metadata", "--format-version=1", "--locked", "--filter-platform", target]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    described = json.loads(said)
    packages = {package["id"]: package for package in described["packages"]}
    uses = {node["id"]: node["deps"] for node in described["resolve"]["nodes"]}
    root = described["resolve"]["root"]
    found, waiting = set(), [root]
    while waiting:
        for used in uses[waiting.pop()]:
            # Not what only builds or tests it.
            in_program = any(kind["kind"] is None for kind in used["dep_kinds"])
            if in_program and used["pkg"] not in found:
                found.add(used["pkg"])
                waiting.append(used["pkg"])
    return sorted((packages[it] for it in found), key=lambda it: (it["name"], it["version"]))


def third_party(target: str) -> str:
    """The licence texts of every crate in the program; equal texts once."""
    texts: dict[str, list[str]] = {}
    for crate in crates(target):
        name = f"{crate['name']} {crate['version']} ({crate['license'] or 'see the text'})"
        folder = Path(crate["manifest_path"]).parent
        files = [
            path
            for path in sorted(folder.iterdir())
            if path.is_file() and path.name.upper().startswith(("LICEN", "COPYING", "UNLICENSE", "NOTICE"))
        ]
        said = "\n\n".join(path.read_text(encoding="utf-8", errors="replace").strip() for path in files)
        texts.setdefault(said or "The crate has no text of its own; its licence is named above.", []).append(name)
    intro = "What the program is made of besides its own source, and under which licences.\n"
    rule = "\n" + "=" * 78 + "\n"
    return intro + "".join(rule + "\n".join(names) + "\n\n" + text + "\n" for text, names in texts.items())


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    print(third_party(sys.argv[1]), end="")
