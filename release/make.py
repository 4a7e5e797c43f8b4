"""Makes what is given away and tries each piece; run by release/make."""

import argparse
import hashlib
import shutil
import tempfile
import time
from pathlib import Path

from release import handbook, packages, registries, sbom, tried
from release.build import LINUX, WINDOWS, build
from release.facts import OUT, PACKAGE, ROOT, SET, VERSION
from release.licences import third_party


def main() -> None:
    arguments = argparse.ArgumentParser(prog="release/make")
    arguments.add_argument("--profile", default="dist", help="how cargo builds (dist)")
    arguments.add_argument("--again", action="store_true", help="only pack and try what is built")
    arguments.add_argument(
        "--address",
        default="https://example.invalid/loftesarkiv",
        help="where the set will be, for winget's description",
    )
    given = arguments.parse_args()

    begun = time.monotonic()
    for system in (WINDOWS, LINUX):
        if not given.again:
            say(begun, f"builds {system.target}")
            build(system, given.profile)
    windows, linux = WINDOWS.program(given.profile), LINUX.program(given.profile)

    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    pages = handbook.pages()
    shared = {
        "LICENSE-MIT": (ROOT / "LICENSE-MIT").read_text(encoding="utf-8"),
        "LICENSE-APACHE": (ROOT / "LICENSE-APACHE").read_text(encoding="utf-8"),
    }
    say(begun, "packs")
    (OUT / f"loftesarkiv-{VERSION}.cdx.json").write_text(sbom.sbom(), encoding="utf-8")
    for_windows = shared | {"LICENSES-THIRD-PARTY.txt": third_party(WINDOWS.target)}
    for_linux = shared | {"LICENSES-THIRD-PARTY.txt": third_party(LINUX.target)}
    # It needs no C library, so it runs under the old ones of manylinux2014 and under musl alike.
    every_linux = ["manylinux_2_17_x86_64", "manylinux2014_x86_64", "musllinux_1_2_x86_64"]
    pieces = {
        "zip": lambda: packages.zip_archive(windows, for_windows, pages),
        "msi": lambda: packages.msi(windows, for_windows),
        "msi-user": lambda: packages.msi(windows, for_windows, per_user=True),
        "tar": lambda: packages.tar_archive(linux, for_linux, pages),
        "deb": lambda: packages.deb(linux, for_linux),
        "wheel-win": lambda: packages.wheel(windows, for_windows, ["win_amd64"]),
        "wheel-linux": lambda: packages.wheel(linux, for_linux, every_linux),
        "npm": lambda: registries.npm(windows, linux, for_linux | for_windows),
        "sdist": packages.source,
    }
    made, seconds = {}, {}
    for name, make in pieces.items():
        started = time.monotonic()
        made[name] = make()
        seconds[made[name].name] = time.monotonic() - started
    scopes = {"machine": made["msi"], "user": made["msi-user"]}
    scopes = {it: (path, packages.product_code(it), digest(path)) for it, path in scopes.items()}
    registries.winget(given.address, scopes)
    lost = {name for name in binstall() if not (OUT / name).exists()}
    if lost:
        raise SystemExit(f"Cargo.toml says that cargo-binstall fetches {sorted(lost)}, which are not made")
    sums = "".join(f"{digest(path)}  {path.name}\n" for path in sorted(OUT.iterdir()))
    (OUT / "SHA256SUMS").write_text(sums, encoding="utf-8")

    say(begun, "tries each piece on the included archive")
    built = tried.all_of(made)
    wrong = [name for name, trial in built.items() if trial.digest != built["tar"].digest]
    for name, trial in built.items():
        print(f"  {name:12} {trial.seconds:4.0f} s  SHA256SUMS {trial.digest}")
    if wrong:
        raise SystemExit(f"they do not build the same: {', '.join(wrong)}")
    with tempfile.TemporaryDirectory(prefix="source-", dir=SET) as folder:
        files = tried.source_is_whole(made["sdist"], linux, Path(folder))
    print(f"  sdist        has all {files} files of which the program is built")
    say(begun, "done")
    print(f"\n{PACKAGE['name']} {VERSION}, in {OUT.relative_to(ROOT)}: bytes, seconds to pack, name")
    for path in sorted(OUT.iterdir()):
        took = f"{seconds[path.name]:4.1f}" if path.name in seconds else "    "
        print(f"  {path.stat().st_size:>10}  {took}  {path.name}")


def binstall() -> list[str]:
    """The files that cargo-binstall looks for, by Cargo.toml, of those that are made here."""
    overrides = PACKAGE["metadata"]["binstall"]["overrides"]
    wanted = (it["pkg-url"].rsplit("/", 1)[1] for name, it in overrides.items() if "apple" not in name)
    return [name.replace("{ version }", VERSION) for name in wanted]


def digest(path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def say(begun: float, what: str) -> None:
    print(f"[{time.monotonic() - begun:6.0f} s] {what}", flush=True)


if __name__ == "__main__":
    main()
