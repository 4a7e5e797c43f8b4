"""Archives with the same bytes wherever and whenever they are made."""

import gzip
import io
import tarfile

from release.facts import EPOCH


def tar_gz(root: str, files: dict[str, bytes], form: int) -> bytes:
    """Files below one folder; those in bin/ and scripts can be run."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=form) as archive:
        for name in sorted(files):
            entry = tarfile.TarInfo(f"{root}/{name}")
            entry.size, entry.mtime = len(files[name]), EPOCH
            entry.mode = 0o755 if name.startswith("bin/") or name.endswith(".js") else 0o644
            archive.addfile(entry, io.BytesIO(files[name]))
    return gzip.compress(raw.getvalue(), 9, mtime=0)
