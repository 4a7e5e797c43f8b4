"""Runs a command and says what it took."""
import dataclasses, re, subprocess, sys


@dataclasses.dataclass
class Measured:
    """Seconds, megabytes; what was written is counted afterwards."""
    wall: float
    cpu: float
    memory: float
    files: int = 0
    size: float = 0.0


def measure(command, folder, output):
    """The time and the most memory that a command takes, and what then stands in `output`."""
    done = subprocess.run(["/usr/bin/time", "-f", "measured %e %U %S %M", *map(str, command)],
                          cwd=folder, capture_output=True, text=True)
    told = re.search(r"measured (\S+) (\S+) (\S+) (\d+)", done.stderr)
    if done.returncode or not told:
        sys.exit(f"{command[0]} ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    wall, user, system, memory = map(float, told.groups())
    sizes = [path.stat().st_size for path in output.rglob("*") if path.is_file()]
    if not sizes:
        # Blades ends with 0 when it fails.
        sys.exit(f"{command[0]} wrote nothing:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return Measured(wall, user + system, memory / 1024, len(sizes), sum(sizes) / 1e6)
