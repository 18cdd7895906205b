"""Writes images/damage.csv: what libjpeg-turbo's djpeg says of damaged copies of the fixtures.

Each row is a fixture, a change to its bytes, and djpeg's first complaint; changes it does not complain of are left out.
Changes lie in the coded data: `flip` inverts the bit `value` of the byte at `position`, `delete` takes
`value` bytes out, `insert` puts `value` bytes of 0x55 in. Needs djpeg (Debian: libjpeg-turbo-progs).
"""

import random
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / "resources" / "images"
NAMES = ["baseline.jpg", "full-chroma.jpg", "grey.jpg", "progressive.jpg", "restarts.jpg",
         "tiny-progressive.jpg"]


def damaged(data, kind, position, value):
    copy = bytearray(data)
    if kind == "flip":
        copy[position] ^= 1 << value
    elif kind == "delete":
        del copy[position:position + value]
    else:
        copy[position:position] = b"\x55" * value
    return bytes(copy)


def complaint(data):
    run = subprocess.run(["djpeg", "-outfile", "/dev/null"], input=data, capture_output=True)
    lines = run.stderr.decode().splitlines()
    return lines[0] if lines else ""


def coded_positions(data):
    """Where the coded data lies."""
    positions, at = [], 2
    while data[at + 1] != 0xD9:
        scan = data[at + 1] == 0xDA
        at += 2 + (data[at + 2] << 8 | data[at + 3])
        first = at
        while scan and not (data[at] == 0xFF and data[at + 1] not in (0, *range(0xD0, 0xD8))):
            at += 1
        positions += range(first, at) if scan else []
    return positions


def main():
    chance = random.Random(7)
    rows = ["name,kind,position,value,complaint"]
    for name in NAMES:
        data = (HERE / name).read_bytes()
        positions = coded_positions(data)
        for _ in range(60):
            kind = chance.choice(["flip", "flip", "delete", "insert"])
            position = chance.choice(positions)
            value = chance.randrange(8) if kind == "flip" else chance.randrange(1, 12)
            said = complaint(damaged(data, kind, position, value))
            if said:
                rows.append(f"{name},{kind},{position},{value},{said}")
    (HERE / "damage.csv").write_text("\n".join(rows) + "\n")


main()
