"""Makes what is given away and tries each piece; run by release/make."""

import argparse
import hashlib
import shutil
import time

from release import handbook, packages, sbom, tried
from release.build import LINUX, WINDOWS, build
from release.facts import OUT, PACKAGE, ROOT, VERSION
from release.licences import third_party


def main() -> None:
    arguments = argparse.ArgumentParser(prog="release/make")
    arguments.add_argument("--profile", default="dist", help="how cargo builds (dist)")
    arguments.add_argument("--again", action="store_true", help="only pack and try what is built")
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
    made = {
        "zip": packages.zip_archive(windows, for_windows, pages),
        "msi": packages.msi(windows, for_windows),
        "msi-user": packages.msi(windows, for_windows, per_user=True),
        "tar": packages.tar_archive(linux, for_linux, pages),
        "deb": packages.deb(linux, for_linux),
        "wheel-win": packages.wheel(windows, for_windows, ["win_amd64"]),
        # It needs no C library, so it runs under the old ones of manylinux2014 and under musl alike.
        "wheel-linux": packages.wheel(
            linux,
            for_linux,
            ["manylinux_2_17_x86_64", "manylinux2014_x86_64", "musllinux_1_2_x86_64"],
        ),
        "sdist": packages.source(),
    }
    sums = "".join(f"{digest(path)}  {path.name}\n" for path in sorted(OUT.iterdir()))
    (OUT / "SHA256SUMS").write_text(sums, encoding="utf-8")

    say(begun, "tries each piece on the included archive")
    built = tried.all_of(made)
    wrong = {name: list_ for name, list_ in built.items() if list_ != next(iter(built.values()))}
    for name, list_ in built.items():
        print(f"  {name:10} built the archive: SHA256SUMS {list_}")
    if wrong:
        raise SystemExit(f"they do not build the same: {', '.join(wrong)}")
    say(begun, "done")
    print(f"\n{PACKAGE['name']} {VERSION}, in {OUT.relative_to(ROOT)}:")
    for path in sorted(OUT.iterdir()):
        print(f"  {path.stat().st_size:>10}  {path.name}")


def digest(path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def say(begun: float, what: str) -> None:
    print(f"[{time.monotonic() - begun:6.0f} s] {what}", flush=True)


if __name__ == "__main__":
    main()
