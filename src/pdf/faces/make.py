"""Makes the faces beside this file from those of the npm package @expo-google-fonts/source-sans-3
(0.4.1), unpacked in the folder that is given: `python3 make.py package`. Needs fonttools (PyPI).

The licence reserves the name "Source" for the complete typeface, so the cut-down one has another."""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

RANGES = """0020-007E 00A0-024F 0259 0292 02BB-02BC 02C6-02C7 02D8-02DD 0300-030C 0323 0326-0328 0331
0370-03FF 0400-045F 0490-0491 1E00-1EFF 2000-200A 2010-2015 2018-201E 2020-2022 2026 2030 2032-2033
2039-203A 203E 2044 2070-209C 20AC 2116 2122 2126 212E 2150-215E 2190-2199 2202-2265 25A0-25FF
2605-2606 2610-2612 2713-2717"""
FACES = {
    "regular": "400Regular/SourceSans3_400Regular.ttf",
    "semibold": "600SemiBold/SourceSans3_600SemiBold.ttf",
    "italic": "400Regular_Italic/SourceSans3_400Regular_Italic.ttf",
}


def characters():
    for part in RANGES.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def main(package):
    for name, path in FACES.items():
        font = TTFont(package / path)
        options = Options()
        options.layout_features = []
        options.hinting = False
        options.glyph_names = False
        options.notdef_outline = True
        options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
        options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "gasp"]
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=list(characters()))
        subsetter.subset(font)
        for record in font["name"].names:
            if record.nameID in (1, 3, 4, 6):
                record.string = f"LoftesarkivSans-{name}" if record.nameID in (3, 6) else "Loftesarkiv Sans"
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        font.save(Path(__file__).parent / f"{name}.ttf")


main(Path(sys.argv[1]))
