"""Each piece tried as its user would get it: unpacked or installed where nothing else is, it builds the
included archive. All must build the same, by the SHA-256 of the archive's own list of checksums."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

from release.facts import ROOT, SET, VERSION

TODAY = "2026-11-22"


@dataclass(frozen=True)
class Trial:
    """What a piece built, and how long that took, with the unpacking or installing."""

    digest: str
    seconds: float


def all_of(made: dict[str, Path]) -> dict[str, Trial]:
    """What came of each piece."""
    ways = {
        "tar": in_empty_root,
        "deb": installed_deb,
        "wheel-linux": installed_wheel,
        "npm": installed_npm,
        "zip": unpacked_zip,
        "wheel-win": windows_wheel,
        "msi": installed_msi,
        "msi-user": installed_msi,
    }
    built = {}
    with tempfile.TemporaryDirectory(prefix="release-", dir=SET) as folder:
        for name, way in ways.items():
            started = time.monotonic()
            digest = way(made[name], Path(folder) / name)
            built[name] = Trial(digest, time.monotonic() - started)
    return built


def archive(folder: Path) -> Path:
    """A copy of the included archive."""
    site = folder / "arkiv"
    site.mkdir(parents=True)
    for name in ("site.toml", "addresses.toml"):
        shutil.copy(ROOT / name, site)
    for name in ("content", "seals"):
        shutil.copytree(ROOT / name, site / name)
    return site


def digest_of_list(site: Path) -> str:
    return hashlib.sha256((site / "public" / "SHA256SUMS").read_bytes()).hexdigest()


def run(*command, fails: bool = False, **more) -> str:
    """Runs a command, and returns what it prints. It may fail only if that is said."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, **more)
    if done.returncode and not fails:
        raise SystemExit(f"{' '.join(map(str, command))}: {done.stdout}{done.stderr}")
    return done.stdout


def in_empty_root(piece: Path, room: Path) -> str:
    """A computer without a C library: nothing but the program and the site."""
    with tarfile.open(piece) as packed:
        packed.extractall(room, filter="data")
    root = room / f"loftesarkiv-{VERSION}-linux-x86_64"
    site = archive(root)
    (root / "tmp").mkdir()
    as_root = [] if os.geteuid() == 0 else ["unshare", "--map-root-user"]
    run(*as_root, "chroot", root, "/bin/loftesarkiv", "build", "--site", "/arkiv", "--today", TODAY)
    return digest_of_list(site)


def build(program: Path, room: Path) -> str:
    site = archive(room)
    run(program, "build", "--site", site, "--today", TODAY)
    return digest_of_list(site)


def installed_deb(piece: Path, room: Path) -> str:
    """Installed by dpkg in a root of its own, and removed without a trace."""
    root = room / "root"
    (root / "var/lib/dpkg/updates").mkdir(parents=True)
    (root / "var/lib/dpkg/info").mkdir()
    (root / "var/lib/dpkg/status").touch()
    dpkg = ["dpkg", f"--root={root}", "--force-not-root", "--force-script-chrootless"]
    run(*dpkg, "--install", piece)
    built = build(root / "usr/bin/loftesarkiv", room)
    for there in ("usr/share/man/man1/loftesarkiv.1.gz", "usr/share/bash-completion/completions/loftesarkiv"):
        if not (root / there).is_file():
            raise SystemExit(f"the .deb has no {there}")
    run(*dpkg, "--purge", "loftesarkiv")
    if (root / "usr/bin/loftesarkiv").exists():
        raise SystemExit("the .deb leaves its program behind")
    return built


def installed_wheel(piece: Path, room: Path) -> str:
    """Installed by pip in a fresh environment, without a network."""
    run(sys.executable, "-m", "venv", room / "venv")
    run(room / "venv/bin/pip", "install", "--no-index", "--no-deps", "--disable-pip-version-check", piece)
    return build(room / "venv/bin/loftesarkiv", room)


def source_is_whole(piece: Path, program: Path, room: Path) -> int:
    """What the program was built of is in the source archive, byte for byte, by the list that the compiler
    leaves beside the program; and cargo can read the archive. How many files that is."""
    with tarfile.open(piece) as packed:
        packed.extractall(room, filter="data")
    unpacked = next(room.iterdir())
    run("cargo", "metadata", "--locked", "--offline", "--format-version=1", cwd=unpacked)
    read = program.with_name("loftesarkiv.d").read_text(encoding="utf-8").split(": ", 1)[1]
    files = [Path(name.replace("\\ ", " ")) for name in re.split(r"(?<!\\)\s+", read.strip())]
    files = [path for path in files if path.is_file() and path.is_relative_to(ROOT)]
    files = [path for path in files if not path.is_relative_to(SET)]
    for path in files:
        there = unpacked / path.relative_to(ROOT)
        if not there.is_file() or there.read_bytes() != path.read_bytes():
            raise SystemExit(f"{piece.name} lacks {path.relative_to(ROOT)}, of which the program is built")
    return len(files)


def installed_npm(piece: Path, room: Path) -> str:
    """Installed by npm in a fresh folder, without a network."""
    room.mkdir()
    npm = ["npm", "install", "--offline", "--no-audit", "--no-fund", "--no-package-lock", "--prefix", room]
    run(*npm, piece)
    return build(room / "node_modules/.bin/loftesarkiv", room)


def windows_wheel(piece: Path, room: Path) -> str:
    """There is no Python for Wine here, so the program is taken out of it."""
    with zipfile.ZipFile(piece) as packed:
        packed.extractall(room)
    return under_wine(next(room.glob("*.data/scripts/loftesarkiv.exe")), room)


def unpacked_zip(piece: Path, room: Path) -> str:
    """Unpacked as Explorer does, each file as its own list says."""
    with zipfile.ZipFile(piece) as packed:
        packed.extractall(room)
    run("sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS", cwd=room / "loftesarkiv")
    return under_wine(room / "loftesarkiv/loftesarkiv.exe", room)


def installed_msi(piece: Path, room: Path) -> str:
    """Installed silently, found where it says, and removed without a trace."""
    room.mkdir()
    log = room / "msi.log"
    wine("msiexec", "/i", piece.name, "/qn", "/l*v", log, cwd=piece.parent)
    drive = prefix() / "drive_c"
    found = [*drive.glob("Program Files/Loftesarkiv/*.exe"), *drive.glob("users/*/AppData/Local/Loftesarkiv/*.exe")]
    if len(found) != 1:
        raise SystemExit(f"{piece.name} installs {found}")
    if not on_path():
        raise SystemExit(f"{piece.name} does not put the program on the path")
    built = under_wine(found[0], room)
    wine("msiexec", "/x", piece.name, "/qn", cwd=piece.parent)
    if found[0].exists():
        raise SystemExit(f"{piece.name} leaves its program behind")
    if on_path():
        raise SystemExit(f"{piece.name} leaves its folder on the path")
    return built


def on_path() -> bool:
    """Whether the folder of the installed program is on the path, for everybody or for this user."""
    keys = (r"HKLM\System\CurrentControlSet\Control\Session Manager\Environment", r"HKCU\Environment")
    return any("Loftesarkiv" in wine("reg", "query", key, "/v", "PATH", fails=True) for key in keys)


def under_wine(program: Path, room: Path) -> str:
    site = archive(room / "webbplats")
    wine(program, "build", "--site", f"Z:{site}", "--today", TODAY)
    return digest_of_list(site)


def prefix() -> Path:
    return ROOT / "target/wine/prefix"


def wine(*command, **more) -> str:
    """Under the Wine that tests/windows prepares."""
    environment = os.environ | {
        "WINEPREFIX": str(prefix()),
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=",
        "DISPLAY": "",
    }
    return run("wine", *command, env=environment, **more)
