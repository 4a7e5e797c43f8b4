"""What the pieces of a release have in common."""

import os
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SET = ROOT / "target" / "release-set"
# What is to be given away, and nothing else.
OUT = SET / "loftesarkiv"

PACKAGE = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))["package"]
VERSION = PACKAGE["version"]


def _epoch() -> int:
    """The time that everything is given: that of the commit, so that it depends on nothing else."""
    command = ["git", "log", "-1", "--format=%ct"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    # In a source archive there is no commit. ZIP knows no time before 1980.
    return int(found.stdout) if found.returncode == 0 and found.stdout.strip() else 315_532_800


EPOCH = _epoch()
# What writes archives reads it here.
os.environ["SOURCE_DATE_EPOCH"] = str(EPOCH)
