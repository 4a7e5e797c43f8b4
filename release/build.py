"""Builds the program for each system, so that two folders and two days give the same bytes."""

import os
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from release.facts import EPOCH, ROOT, SET


@dataclass(frozen=True)
class System:
    """A system that the program is built for."""

    target: str
    ending: str

    def program(self, profile: str) -> Path:
        # What cargo calls the folder of its usual profile.
        folder = "debug" if profile == "dev" else profile
        return SET / "build" / self.target / folder / f"loftesarkiv{self.ending}"


WINDOWS = System("x86_64-pc-windows-gnu", ".exe")
# With its C library within it, so that it runs on every Linux.
LINUX = System("x86_64-unknown-linux-musl", "")
SYSTEMS = (WINDOWS, LINUX)


def environment(system: System) -> dict[str, str]:
    """What makes builds alike: no path of this computer and no time of day is left in the program."""
    cargo = Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo"))
    sysroot = subprocess.run(
        ["rustc", "--print", "sysroot"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()
    away = {str(ROOT): "loftesarkiv", str(cargo): "cargo", sysroot: "rust"}
    flags = [f"--remap-path-prefix={path}={name}" for path, name in away.items()]
    if system is WINDOWS:
        flags.append("-Clink-arg=-Wl,--no-insert-timestamp")
    c_flags = [f"-ffile-prefix-map={path}={name}" for path, name in away.items()]
    return os.environ | {
        "SOURCE_DATE_EPOCH": str(EPOCH),
        "CARGO_INCREMENTAL": "0",
        "CARGO_TARGET_DIR": str(SET / "build"),
        # A path may have spaces in it.
        "CARGO_ENCODED_RUSTFLAGS": "\x1f".join(flags),
        "CC_x86_64_unknown_linux_musl": "musl-gcc",
        "CC_SHELL_ESCAPED_FLAGS": "1",
        "CFLAGS_x86_64_unknown_linux_musl": shlex.join(c_flags),
    }


def build(system: System, profile: str) -> Path:
    """Builds the program and returns where it is."""
    command = ["cargo", "build", "--locked", "--profile", profile, "--target", system.target]
    subprocess.run(command, cwd=ROOT, env=environment(system), check=True)
    return system.program(profile)
