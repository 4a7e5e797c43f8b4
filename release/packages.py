"""The packages of a release: made of finished files, in a fixed order and with one time."""

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import uuid
import zipfile
from pathlib import Path

from wheel.wheelfile import WheelFile

from release.archives import tar_gz
from release.facts import EPOCH, OUT, PACKAGE, ROOT, VERSION

HERE = Path(__file__).resolve().parent


def crlf(text: str) -> bytes:
    """A text as every editor of Windows shows it."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode()


def zip_archive(program: Path, texts: dict[str, str], pages: dict[str, str]) -> Path:
    """What a user of Windows unpacks: the program, what to read first, the handbook, the licences."""
    files = {"loftesarkiv.exe": program.read_bytes()}
    files["LASMIG.txt"] = crlf((HERE / "LASMIG.txt").read_text(encoding="utf-8").format(version=VERSION))
    files |= {f"licenser/{name}": crlf(text) for name, text in texts.items()}
    files |= {f"handbok/{name}": text.encode() for name, text in pages.items()}
    files["SHA256SUMS"] = sums(files)
    path = OUT / f"loftesarkiv-{VERSION}-windows.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"loftesarkiv/{name}", time.gmtime(EPOCH)[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return path


def sums(files: dict[str, bytes]) -> bytes:
    """A list as `sha256sum` reads it."""
    digests = ((hashlib.sha256(files[name]).hexdigest(), name) for name in sorted(files))
    return "".join(f"{digest}  {name}\n" for digest, name in digests).encode()


def said(program: Path, *arguments: str) -> bytes:
    return subprocess.run([program, *arguments], check=True, capture_output=True).stdout


def completions(program: Path) -> dict[str, bytes]:
    """What a shell reads to complete commands, by where Debian keeps it."""
    share = "usr/share"
    return {
        f"{share}/bash-completion/completions/loftesarkiv": said(program, "completions", "bash"),
        f"{share}/zsh/vendor-completions/_loftesarkiv": said(program, "completions", "zsh"),
        f"{share}/fish/vendor_completions.d/loftesarkiv.fish": said(program, "completions", "fish"),
    }


def manual(program: Path) -> bytes:
    return gzip.compress(said(program, "man"), 9, mtime=0)


def tar_archive(program: Path, texts: dict[str, str], pages: dict[str, str]) -> Path:
    """For any Linux: unpacked anywhere, it runs."""
    files = {"bin/loftesarkiv": program.read_bytes(), "share/man/man1/loftesarkiv.1.gz": manual(program)}
    files |= {name.removeprefix("usr/"): text for name, text in completions(program).items()}
    files |= {f"share/doc/loftesarkiv/{name}": text.encode() for name, text in (texts | pages).items()}
    root = f"loftesarkiv-{VERSION}-linux-x86_64"
    path = OUT / f"{root}.tar.gz"
    path.write_bytes(tar_gz(root, files, tarfile.PAX_FORMAT))
    return path


CONTROL = """Package: loftesarkiv
Version: {version}
Section: web
Priority: optional
Architecture: amd64
Maintainer: Löftesarkiv <{contact}>
Installed-Size: {size}
Recommends: openssh-client, curl
Description: static archive sites of pledges to citizens
 Turns a folder of Markdown files about what Swedish police and
 municipalities promised into an archive that needs no server, no
 database and no JavaScript, at addresses that never die.
"""


def deb(program: Path, texts: dict[str, str]) -> Path:
    """For Debian and Ubuntu. The program needs nothing of the system."""
    path = OUT / f"loftesarkiv_{VERSION}_amd64.deb"
    files = {"usr/bin/loftesarkiv": program.read_bytes(), "usr/share/man/man1/loftesarkiv.1.gz": manual(program)}
    files |= completions(program)
    doc = "usr/share/doc/loftesarkiv"
    files[f"{doc}/copyright"] = "\n\n".join(texts.values()).encode()
    files[f"{doc}/changelog.gz"] = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), 9, mtime=0)
    size = sum(map(len, files.values())) // 1024
    control = CONTROL.format(version=VERSION, size=size, contact="loftesarkiv@example.invalid")
    files["DEBIAN/control"] = control.encode()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        for name, contents in files.items():
            file = tree / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(contents)
            file.chmod(0o755 if name == "usr/bin/loftesarkiv" else 0o644)
        for entry in [tree, *tree.rglob("*")]:
            if entry.is_dir():
                entry.chmod(0o755)
            os.utime(entry, (EPOCH, EPOCH))
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, path],
            check=True,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"SOURCE_DATE_EPOCH": str(EPOCH)},
        )
    return path


def msi(program: Path, texts: dict[str, str], per_user: bool = False) -> Path:
    """For software distribution (Intune, SCCM): per machine, or per user without administrator."""
    kind = "user" if per_user else "machine"
    path = OUT / f"loftesarkiv-{VERSION}-windows-{'per-user' if per_user else 'per-machine'}.msi"
    product = product_code(kind)
    source = (HERE / "loftesarkiv.wxs").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        shutil.copy(program, folder / "loftesarkiv.exe")
        licence = "\n\n".join(texts.values())
        (folder / "LICENSES.txt").write_bytes(crlf(licence))
        (folder / "loftesarkiv.wxs").write_text(source, encoding="utf-8")
        for file in folder.iterdir():
            os.utime(file, (EPOCH, EPOCH))
        # It writes the time of day into the package.
        command = ["faketime", "--exclude-monotonic", "-f", day(), "wixl", "--arch", "x64", "-o", folder / "it.msi"]
        for name, value in {
            "Version": VERSION,
            "Product": str(product).upper(),
            "Scope": "perUser" if per_user else "perMachine",
            "Root": "HKCU" if per_user else "HKLM",
            "Folder": "LocalAppDataFolder" if per_user else "ProgramFiles64Folder",
            "Upgrade": UPGRADES[kind],
        }.items():
            command += ["-D", f"{name}={value}"]
        wixl = subprocess.run([*command, "loftesarkiv.wxs"], cwd=folder, env=same_time(), check=False)
        if wixl.returncode:
            raise SystemExit("wixl could not make the MSI")
        on_path(folder / "it.msi", per_user)
        same_bytes(folder / "it.msi", product)
        shutil.copy(folder / "it.msi", path)
    return path


def product_code(kind: str) -> uuid.UUID:
    """A new version has a new product code, and the same upgrade code, by which it replaces the old."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"loftesarkiv {kind} {VERSION}")


UPGRADES = {
    "machine": "8F1F5C0B-6C4B-5B52-8C67-5E0C62B3F8A1",
    "user": "2B0E8C0E-0B6D-5D3F-9B67-4A0B6C1E7D52",
}


def on_path(path: Path, per_user: bool) -> None:
    """Adds the program's folder to the path, and takes it away with the program. wixl has no word for
    it, so it is said to the database of the package itself."""
    # "=-": set when installed, removed with it; "*": of the computer, not of the user.
    name = "=-PATH" if per_user else "=-*PATH"
    for query in (
        "CREATE TABLE `Environment` (`Environment` CHAR(72) NOT NULL, `Name` CHAR(255) NOT NULL LOCALIZABLE,"
        " `Value` CHAR(255) LOCALIZABLE, `Component_` CHAR(72) NOT NULL PRIMARY KEY `Environment`)",
        "INSERT INTO `Environment` (`Environment`, `Name`, `Value`, `Component_`)"
        f" VALUES ('Path', '{name}', '[~];[INSTALLDIR]', 'Program')",
        "INSERT INTO `InstallExecuteSequence` (`Action`, `Sequence`) VALUES ('RemoveEnvironmentStrings', 3300)",
        "INSERT INTO `InstallExecuteSequence` (`Action`, `Sequence`) VALUES ('WriteEnvironmentStrings', 5200)",
    ):
        subprocess.run(["msibuild", path, "-q", query], check=True, env=same_time())


def day() -> str:
    """The one time, as faketime reads it: standing still."""
    return time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(EPOCH))


def same_time() -> dict[str, str]:
    return os.environ | {"SOURCE_DATE_EPOCH": str(EPOCH), "TZ": "UTC"}


def same_bytes(path: Path, product: uuid.UUID) -> None:
    """Gives the package the code and the times that would otherwise be those of its making."""
    code = uuid.uuid5(product, "package")
    subprocess.run(
        ["faketime", "--exclude-monotonic", "-f", day(), "msibuild", path, "-s", f"Löftesarkiv {VERSION}", "Löftesarkiv", "x64;1053", f"{{{code}}}".upper()],
        check=True,
        env=same_time(),
    )


METADATA = """Metadata-Version: 2.4
Name: loftesarkiv
Version: {version}
Summary: {summary}
License-Expression: {licence}
License-File: LICENSE-MIT
License-File: LICENSE-APACHE
License-File: LICENSES-THIRD-PARTY.txt
Requires-Python: >=3.8
Description-Content-Type: text/markdown

{readme}"""


def wheel(program: Path, texts: dict[str, str], tags: list[str]) -> Path:
    """The very program that the other packages hold, for pip to put on the path."""
    name = f"loftesarkiv-{VERSION}"
    path = OUT / f"{name}-py3-none-{'.'.join(tags)}.whl"
    info = f"{name}.dist-info"
    metadata = METADATA.format(
        version=VERSION,
        summary=PACKAGE["description"],
        licence=PACKAGE["license"],
        readme=(ROOT / "README.md").read_text(encoding="utf-8"),
    )
    described = "Wheel-Version: 1.0\nGenerator: loftesarkiv release\nRoot-Is-Purelib: false\n"
    described += "".join(f"Tag: py3-none-{tag}\n" for tag in tags)
    files = {f"{info}/licenses/{it}": text.encode() for it, text in texts.items()}
    files |= {f"{info}/METADATA": metadata.encode(), f"{info}/WHEEL": described.encode()}
    files[f"{name}.data/scripts/{program.name}"] = program.read_bytes()
    with WheelFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(files):
            entry = zipfile.ZipInfo(file, time.gmtime(EPOCH)[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Regular files; pip keeps that this one may be run.
            entry.external_attr = (0o100755 if "/scripts/" in file else 0o100644) << 16
            packed.writestr(entry, files[file])
    return path


def source() -> Path:
    """The source for PyPI, from which pip builds where no wheel fits."""
    with tempfile.TemporaryDirectory() as folder:
        maturin = [sys.executable, "-m", "maturin", "sdist", "--out", folder]
        subprocess.run(maturin, cwd=ROOT, env=same_time(), check=True, capture_output=True)
        made = next(Path(folder).glob("*.tar.gz"))
        return Path(shutil.copy(made, OUT))
