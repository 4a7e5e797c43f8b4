"""What package registries other than PyPI take: a package for npm, and a description for winget. Both
lie ready for the day when the project has a public address."""

import json
import tarfile
import uuid
from pathlib import Path

from release.archives import tar_gz
from release.facts import OUT, PACKAGE, SET, VERSION

LAUNCHER = """#!/usr/bin/env node
// Runs the program for this system, which lies beside this file.
"use strict";
const { spawn } = require("node:child_process");
const { join } = require("node:path");

const name = process.platform === "win32" ? "loftesarkiv.exe" : "loftesarkiv";
const program = spawn(join(__dirname, "bin", name), process.argv.slice(2), { stdio: "inherit" });
// Ctrl-C reaches the program by itself; what is sent to this process alone is passed on.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => program.kill(signal));
program.on("error", (error) => {
  console.error(`loftesarkiv: ${error.message}`);
  process.exitCode = 2;
});
program.on("exit", (status) => process.exit(status ?? 2));
"""


def npm(windows: Path, linux: Path, texts: dict[str, str]) -> Path:
    """For `npm install`: the programs for both systems, and what starts the right one."""
    described = {
        "name": "loftesarkiv",
        "version": VERSION,
        "description": PACKAGE["description"],
        "license": f"({PACKAGE['license']})",
        "keywords": PACKAGE["keywords"],
        "bin": {"loftesarkiv": "loftesarkiv.js"},
        "os": ["linux", "win32"],
        "cpu": ["x64"],
        "engines": {"node": ">=18"},
    }
    files = {
        "package.json": json.dumps(described, indent=2, ensure_ascii=False).encode() + b"\n",
        "loftesarkiv.js": LAUNCHER.encode(),
        "bin/loftesarkiv": linux.read_bytes(),
        "bin/loftesarkiv.exe": windows.read_bytes(),
    }
    files |= {name: text.encode() for name, text in texts.items()}
    path = OUT / f"loftesarkiv-{VERSION}-npm.tgz"
    path.write_bytes(tar_gz("package", files, tarfile.USTAR_FORMAT))
    return path


IDENTITY = f"""PackageIdentifier: Loftesarkiv.Loftesarkiv
PackageVersion: {VERSION}
"""

INSTALLER = """  - Architecture: x64
    Scope: {scope}
    InstallerUrl: {address}/{name}
    InstallerSha256: {digest}
    ProductCode: '{{{product}}}'
"""


def winget(address: str, packages: dict[str, tuple[Path, uuid.UUID, str]]) -> Path:
    """The three files that winget's repository takes: for each scope the package, its product code and its
    digest. They lie beside what is given away, since the address stands in them."""
    folder = SET / "winget"
    folder.mkdir(parents=True, exist_ok=True)
    end = "ManifestType: {}\nManifestVersion: 1.6.0\n"
    installers = "".join(
        INSTALLER.format(
            scope=scope, address=address, name=path.name, digest=digest.upper(), product=str(product).upper()
        )
        for scope, (path, product, digest) in packages.items()
    )
    files = {
        "Loftesarkiv.Loftesarkiv.yaml": IDENTITY + "DefaultLocale: sv-SE\n" + end.format("version"),
        "Loftesarkiv.Loftesarkiv.installer.yaml": IDENTITY
        + "InstallerType: wix\nUpgradeBehavior: install\nCommands:\n  - loftesarkiv\nInstallers:\n"
        + installers
        + end.format("installer"),
        "Loftesarkiv.Loftesarkiv.locale.sv-SE.yaml": IDENTITY
        + "PackageLocale: sv-SE\nPublisher: Löftesarkiv\nPackageName: Löftesarkiv\n"
        + f"License: {PACKAGE['license']}\n"
        + "ShortDescription: Arkiv över medborgarlöften; vad polis och kommun lovade, och vad det blev av det\n"
        + end.format("defaultLocale"),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
