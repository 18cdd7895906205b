"""Writes lossy WebP of headers that no encoder makes: key frames of VP8 whose other decisions are noise.

An arithmetic decoder takes any bytes for decisions, of the frequencies that its probabilities tell of.
"""

import struct

EVEN = 128


class Coder:
    """RFC 6386, section 7.3, in one large number."""

    def __init__(self):
        self.low, self.width, self.bits = 0, 255, 8

    def flag(self, value):
        split = 1 + ((self.width - 1) * EVEN >> 8)
        self.low, self.width = (self.low + split, self.width - split) if value else (self.low, split)
        while self.width < 128:
            self.low, self.width, self.bits = self.low << 1, self.width << 1, self.bits + 1

    def number(self, value, size):
        for i in reversed(range(size)):
            self.flag(value >> i & 1)

    def signed(self, value, size):
        self.flag(value != 0)
        if value:
            self.number(abs(value), size)
            self.flag(value < 0)

    def bytes(self, random):
        """All that was coded, and a few decisions more."""
        spare = -self.bits % 8
        value = (self.low + random.randrange(self.width)) << spare | random.getrandbits(8) >> (8 - spare)
        return value.to_bytes((self.bits + spare) // 8, "big")


def frame(random, size, simple, level, sharpness, deltas, segments, partitions, quantiser, coefficients,
          start=b""):
    """Content of a VP8 chunk; `segments` are relative quantisers and levels, `coefficients` a partition's bytes."""
    coder = Coder()
    coder.number(0, 2)
    coder.number(0b1110, 4)  # segments: mapped, given, relative
    for values, bits in zip(segments, (7, 6)):
        for value in values:
            coder.signed(value, bits)
    for probability in (90, 128, 170):
        coder.flag(1)
        coder.number(probability, 8)
    coder.flag(simple)
    coder.number(level, 6)
    coder.number(sharpness, 3)
    coder.number(0b11, 2)
    for delta in deltas:
        coder.signed(delta, 6)
    coder.number(partitions, 2)
    coder.number(quantiser, 7)
    first = coder.bytes(random) + random.randbytes(60 + size[0] * size[1] // 16)
    parts = [start + random.randbytes(coefficients - len(start)) for _ in range(1 << partitions)]
    tag = 1 << 4 | len(first) << 5
    return (struct.pack("<I", tag)[:3] + b"\x9d\x01\x2a" + struct.pack("<HH", *size) + first
            + b"".join(struct.pack("<I", len(part))[:3] for part in parts[:-1]) + b"".join(parts))


def chunk(name, body):
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) & 1)


def file(*chunks):
    return chunk(b"RIFF", b"WEBP" + b"".join(chunks))


def with_alpha(size, alpha, picture):
    """A file of the contents of an ALPH and a VP8 chunk."""
    sides = b"".join(struct.pack("<I", side - 1)[:3] for side in size)
    return file(chunk(b"VP8X", b"\x10" + bytes(3) + sides), chunk(b"ALPH", alpha), chunk(b"VP8 ", picture))


def filtered(size, alpha, kind):
    """Uncompressed alpha, less what it is predicted from: the left (1), what is above (2), or both (3)."""
    width = size[0]
    out = bytearray([kind << 2])
    for i, value in enumerate(alpha):
        left, above = alpha[i - 1] if i % width else None, alpha[i - width] if i >= width else None
        if left is None or above is None:
            guess = above if left is None else left
        elif kind == 3:
            guess = max(0, min(255, left + above - alpha[i - width - 1]))
        else:
            guess = left if kind == 1 else above
        out.append((value - (guess or 0)) % 256)
    return bytes(out)
