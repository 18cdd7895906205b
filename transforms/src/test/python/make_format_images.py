"""Makes src/test/resources/formats: one small file for every way of storing a picture.

Needs requirements.txt, cjpeg (libjpeg-turbo-progs), cwebp (webp) and tiffcp (libtiff-tools); run it from anywhere.
All show the scene of make_images.py, at one of two sizes, but for those whose name says otherwise:
"alpha" is a quarter opaque on the right, "cut" transparent on the right, "inset" covers the right half.
"""

import ctypes
import io
import random
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

from PIL import Image, ImageCms

sys.path.insert(0, str(Path(__file__).parent))
import noisy_webp  # noqa: E402
from make_images import exif, scene, swapped_profile  # noqa: E402

HERE = Path(__file__).resolve().parent.parent / "resources" / "formats"
SCENE = scene()
SMALL = SCENE.resize((24, 16), Image.Resampling.BOX)
QUALITY = dict(quality=92)


def write(name, data):
    (HERE / name).write_bytes(data)


def saved(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def pixels(image):
    return [image.getpixel((x, y)) for y in range(image.height) for x in range(image.width)]


def run(*command, stdin=None):
    return subprocess.run(command, input=stdin, check=True, capture_output=True).stdout


def half(image, value, right=True):
    """A mask that is opaque on one side, and has the value on the other."""
    mask = Image.new("L", image.size, 255)
    width, height = image.size
    mask.paste(value, (width // 2 if right else 0, 0, width if right else width // 2, height))
    return mask


def with_alpha(image, value):
    copy = image.copy()
    copy.putalpha(half(image, value))
    return copy


# JPEG


def cjpeg(*options):
    return run("cjpeg", "-quality", "92", *options, stdin=saved(SCENE, "PPM"))


def segment(code, body):
    return bytes([0xFF, code]) + struct.pack(">H", len(body) + 2) + body


def behind_start(jpeg, *segments):
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def without(jpeg, *codes):
    out, at = jpeg[:2], 2
    while jpeg[at + 1] != 0xDA:
        end = at + 2 + struct.unpack(">H", jpeg[at + 2 : at + 4])[0]
        if jpeg[at + 1] not in codes:
            out += jpeg[at:end]
        at = end
    return out + jpeg[at:]


def one_name(jpeg):
    """Of components that are all called 1."""
    copy = bytearray(jpeg)
    frame, scan = copy.index(b"\xff\xc0"), copy.index(b"\xff\xda")
    for i in range(3):
        copy[frame + 10 + 3 * i] = copy[scan + 5 + 2 * i] = 1
    return bytes(copy)


def adobe(transform):
    return segment(0xEE, b"Adobe" + struct.pack(">HHHB", 100, 0, 0, transform))


def inks():
    """The scene in cyan, magenta, yellow and black, with all the black there can be."""
    rgb = SCENE.tobytes()
    out = bytearray()
    for i in range(0, len(rgb), 3):
        white = max(rgb[i : i + 3])
        out += bytes(255 - round(255 * c / white) for c in rgb[i : i + 3]) + bytes([255 - white])
    return Image.frombytes("CMYK", SCENE.size, bytes(out))


def inverted(image):
    return image.point(lambda v: 255 - v)


def icc(colours, tags):
    """A version 2 profile."""
    at = 128 + 4 + 12 * len(tags)
    table, body = b"", b""
    for name, data in tags.items():
        table += name + struct.pack(">II", at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    header = struct.pack(">I4sI4s4s4s", at + len(body), bytes(4), 0x02400000, b"prtr", colours,
                         b"Lab " if colours == b"CMYK" else b"XYZ ")
    header += bytes(12) + b"acsp" + bytes(28) + struct.pack(">III", 0xF6D6, 0x10000, 0xD32D)
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def description(text):
    return b"desc" + bytes(4) + struct.pack(">I", len(text) + 1) + text + bytes(1 + 4 + 4 + 3 + 67)


def ink_profile():
    """The corners of the cube of inks, in Lab, with the inks of a dull printer."""
    corners = {0: (95, 0, -2), 1: (55, -36, -48), 2: (48, 73, -3), 4: (89, -5, 92),
               3: (24, 20, -46), 5: (50, -66, 26), 6: (47, 68, 47), 7: (23, 0, 0)}
    grid = b""
    for node in range(16):  # the last ink varies fastest
        c, m, y, k = node >> 3 & 1, node >> 2 & 1, node >> 1 & 1, node & 1
        light, a, b = corners[c | m << 1 | y << 2]
        light, a, b = (16 + light * 0.05, a * 0.1, b * 0.1) if k else (light, a, b)
        grid += bytes(round(v) for v in (light * 2.55, a + 128, b + 128))
    table = b"mft1" + bytes(4) + bytes([4, 3, 2, 0])
    table += struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    table += bytes(range(256)) * 4 + grid + bytes(range(256)) * 3
    return icc(b"CMYK", {b"desc": description(b"dull inks"), b"A2B0": table,
                         b"wtpt": b"XYZ " + bytes(4) + struct.pack(">III", 0xF6D6, 0x10000, 0xD32D)})


def grey_profile():
    """Grey with a gamma of 1."""
    return icc(b"GRAY", {b"desc": description(b"linear grey"), b"kTRC": b"curv" + bytes(8),
                         b"wtpt": b"XYZ " + bytes(4) + struct.pack(">III", 0xF6D6, 0x10000, 0xD32D)})


def wide_profile():
    """Display P3's primaries with sRGB's curve."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes(12)
    for i in range(struct.unpack(">I", profile[128:132])[0]):
        tag, at, _ = struct.unpack(">4sII", profile[132 + 12 * i : 144 + 12 * i])
        colorant = {b"rXYZ": (0.51512, 0.24120, -0.00105), b"gXYZ": (0.29198, 0.69225, 0.04189),
                    b"bXYZ": (0.15710, 0.06657, 0.78407)}.get(tag)
        if colorant:
            profile[at + 8 : at + 20] = struct.pack(">3i", *(round(65536 * v) for v in colorant))
        if tag == b"desc":
            profile[132 + 12 * i : 136 + 12 * i] = b"desd"
    return bytes(profile)


def jpegs():
    write("422.jpg", cjpeg("-sample", "2x1"))
    write("440.jpg", cjpeg("-sample", "1x2"))
    write("411.jpg", cjpeg("-sample", "4x1"))
    write("410.jpg", cjpeg("-sample", "4x2"))
    write("odd-sampling.jpg", cjpeg("-sample", "2x2,1x2,2x1"))
    write("most-chroma.jpg", cjpeg("-sample", "1x1,2x2,2x2"))
    write("progressive-422.jpg", cjpeg("-progressive", "-sample", "2x1"))
    write("progressive-410.jpg", cjpeg("-progressive", "-sample", "4x2"))
    write("progressive-444.jpg", cjpeg("-progressive", "-sample", "1x1", "-restart", "3B"))
    write("arithmetic.jpg", cjpeg("-arithmetic"))
    write("arithmetic-progressive.jpg", cjpeg("-arithmetic", "-progressive"))
    write("grey-sampled.jpg", cjpeg("-grayscale", "-sample", "2x2"))
    plain = saved(SCENE, "JPEG", subsampling=0, **QUALITY)
    bare = without(plain, 0xE0)
    write("adobe-1.jpg", behind_start(bare, adobe(1)))
    write("adobe-2.jpg", behind_start(bare, adobe(2)))
    write("jfif-adobe-0.jpg", behind_start(plain, adobe(0)))
    write("one-name.jpg", one_name(bare))
    write("two-exifs.jpg", behind_start(plain, segment(0xE1, exif(1)), segment(0xE1, exif(6))))
    rgb = saved(SCENE, "JPEG", keep_rgb=True, **QUALITY)
    write("adobe-0.jpg", rgb)
    write("named-rgb.jpg", without(rgb, 0xEE, 0xE0))
    write("fill-bytes.jpg", plain[:2] + b"\xff" * 5 + plain[2:])
    write("trailing.jpg", plain + b"not a part of the picture" * 9)
    write("damaged-exif.jpg", behind_start(plain, segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\x7f")))
    write("damaged-jfif.jpg", behind_start(bare, segment(0xE0, b"JFIF\0")))
    write("damaged-icc.jpg", behind_start(plain, segment(0xE2, b"ICC_PROFILE\0\x01\x02" + bytes(9))))
    write("wide.jpg", saved(SCENE, "JPEG", icc_profile=wide_profile(), subsampling=0, **QUALITY))
    write("linear-grey.jpg", saved(SCENE.convert("L"), "JPEG", icc_profile=grey_profile(), **QUALITY))
    srgb = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    srgb[24:36] = bytes(12)
    write("srgb.jpg", saved(SCENE, "JPEG", icc_profile=bytes(srgb), subsampling=0, **QUALITY))
    parts = wide_profile()
    halves = parts[: len(parts) // 2], parts[len(parts) // 2 :]
    write("wide-in-parts.jpg", behind_start(
        plain, *(segment(0xE2, b"ICC_PROFILE\0" + bytes([2 - i, 2]) + halves[1 - i])
                 for i in range(2))))
    write("mpo.jpg", saved(SCENE, "MPO", save_all=True, append_images=[inverted(SCENE)], **QUALITY))
    write("gain-map.jpg", behind_start(plain, segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0"
          b"<x:xmpmeta xmlns:hdrgm='http://ns.adobe.com/hdr-gain-map/1.0/' hdrgm:Version='1.0'/>"))
          + saved(SMALL.convert("L"), "JPEG", **QUALITY))

    cmyk = saved(inks(), "JPEG", subsampling=0, **QUALITY)
    write("cmyk-adobe.jpg", cmyk)
    write("cmyk-subsampled.jpg", saved(inks(), "JPEG", subsampling=2, **QUALITY))
    write("cmyk-unmarked.jpg", without(
        saved(inverted(inks()), "JPEG", subsampling=0, **QUALITY), 0xEE))
    write("cmyk-profile.jpg", saved(inks(), "JPEG", subsampling=0, icc_profile=ink_profile(), **QUALITY))
    c, m, y, k = inks().split()
    ycc = Image.merge("RGB", (c, m, y)).convert("YCbCr")
    ycck = saved(Image.merge("CMYK", (*inverted(ycc).split(), k)), "JPEG", subsampling=0, **QUALITY)
    ycck = behind_start(without(ycck, 0xEE), adobe(2))
    write("ycck-adobe.jpg", ycck)
    write("ycck-adobe-1.jpg", behind_start(without(ycck, 0xEE), adobe(1)))
    frame = plain.index(b"\xff\xc0")
    write("12-bit.jpg", plain[: frame + 4] + b"\x0c" + plain[frame + 5 :])
    write("lossless.jpg", plain[:frame] + b"\xff\xc3" + plain[frame + 2 :])
    write("two-components.jpg", plain[:frame] + segment(
        0xC0, struct.pack(">BHHB", 8, 64, 96, 2) + bytes([1, 0x11, 0, 2, 0x11, 1])) + b"\xff\xd9")


# PNG


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def packed(values, depth):
    """A row of samples, most significant bit first."""
    bits = "".join(format(v, f"0{depth}b") for v in values)
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def png(size, depth, colour, samples, interlaced=False, extra=b"", behind=b""):
    """`samples` gives a pixel's samples for its place."""
    width, height = size
    data = b""
    for x0, y0, dx, dy in PASSES if interlaced else [(0, 0, 1, 1)]:
        for y in range(y0, height, dy):
            row = [s for x in range(x0, width, dx) for s in samples(x, y)]
            data += b"\0" + packed(row, depth) if row else b""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(data, 9))
            + behind + chunk(b"IEND", b""))


def pngs():
    grey = SMALL.convert("L")
    opaque = half(SMALL, 64)
    for interlaced in (False, True):
        kind = "-interlaced.png" if interlaced else ".png"
        for depth in (1, 2, 4, 8, 16):
            most = (1 << depth) - 1
            level = lambda v, most=most: round(v * most / 255)  # noqa: E731
            write(f"grey-{depth}{kind}", png(
                SMALL.size, depth, 0, lambda x, y: [level(grey.getpixel((x, y)))], interlaced))
            if depth < 16:
                few = SMALL.quantize(1 << depth)
                colours = bytes(few.getpalette()[: 3 << depth])
                write(f"palette-{depth}{kind}", png(
                    SMALL.size, depth, 3, lambda x, y: [few.getpixel((x, y))], interlaced,
                    chunk(b"PLTE", colours)))
            if depth >= 8:
                rgb = lambda x, y: [level(v) for v in SMALL.getpixel((x, y))]  # noqa: E731
                write(f"rgb-{depth}{kind}", png(SMALL.size, depth, 2, rgb, interlaced))
                cover = lambda x, y: [level(opaque.getpixel((x, y)))]  # noqa: E731
                write(f"alpha-rgb-{depth}{kind}", png(
                    SMALL.size, depth, 6, lambda x, y: rgb(x, y) + cover(x, y), interlaced))
                write(f"alpha-grey-{depth}{kind}", png(
                    SMALL.size, depth, 4,
                    lambda x, y: [level(grey.getpixel((x, y)))] + cover(x, y), interlaced))
    cut = SMALL.copy()
    cut.paste((1, 2, 3), (12, 0, 24, 16))
    key = struct.pack(">HHH", 257, 514, 771)
    write("cut-rgb-16.png", png(SMALL.size, 16, 2, lambda x, y: [257 * v for v in cut.getpixel((x, y))],
                                extra=chunk(b"tRNS", key)))
    write("cut-grey-16.png", png(
        SMALL.size, 16, 0, lambda x, y: [257 * grey.getpixel((x, y)) if x < 12 else 257],
        extra=chunk(b"tRNS", key[:2])))
    write("cut-grey-2.png", png(
        SMALL.size, 2, 0, lambda x, y: [1 if x < 12 else 2], extra=chunk(b"tRNS", b"\0\2")))
    write("wide.png", saved(SMALL, "PNG", icc_profile=wide_profile()))
    write("gamma.png", png(SMALL.size, 8, 2, lambda x, y: SMALL.getpixel((x, y)),
                           extra=chunk(b"gAMA", struct.pack(">I", 100000))))
    write("damaged-icc.png", png(SMALL.size, 8, 2, lambda x, y: SMALL.getpixel((x, y)),
                                 extra=chunk(b"iCCP", b"x\0\0not compressed")))
    write("animated.png", saved(SMALL, "PNG", save_all=True, append_images=[inverted(SMALL)]))
    for value in range(1, 9):
        write(f"orientation-{value}.png",
              png(turned(SMALL, value).size, 8, 2, turned(SMALL, value).getpixel_at,
                  extra=chunk(b"eXIf", exif(value)[6:])))


class Turned:
    """The picture as it has to be stored so that the orientation shows it upright."""

    TRANSPOSES = [None, None, Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_180,
                  Image.Transpose.FLIP_TOP_BOTTOM, Image.Transpose.TRANSPOSE, Image.Transpose.ROTATE_90,
                  Image.Transpose.TRANSVERSE, Image.Transpose.ROTATE_270]

    def __init__(self, image, value):
        transpose = self.TRANSPOSES[value]
        self.image = image if transpose is None else image.transpose(transpose)
        self.size = self.image.size

    def getpixel_at(self, x, y):
        return self.image.getpixel((x, y))


def turned(image, value):
    return Turned(image, value)


# GIF


def gif_frame(image, x=0, y=0, palette=None, transparent=None, interlaced=False, delay=10, most=255):
    """One frame, with its own palette, in codes of 9 bits that never refer back."""
    indices = image.quantize(16)
    colours = bytes(indices.getpalette()[:48]).ljust(48, b"\0")
    width, height = image.size
    rows = list(range(height))
    if interlaced:
        rows = [*range(0, height, 8), *range(4, height, 8), *range(2, height, 4), *range(1, height, 2)]
    values = [16 if transparent and transparent(x, y) else indices.getpixel((x, y))
              for y in rows for x in range(width)]
    bits, count = 0, 0
    for i, value in enumerate(values):
        if i % 100 == 0:
            bits |= 256 << count
            count += 9
        bits |= value << count
        count += 9
    bits |= 257 << count
    data = bits.to_bytes((count + 9 + 7) // 8, "little")
    blocks = b"".join(bytes([len(data[i : i + most])]) + data[i : i + most]
                      for i in range(0, len(data), most))
    control = b"!\xf9\x04" + struct.pack("<BHBB", 1 if transparent else 0, delay, 16, 0)
    flags = 0x84 | (0x40 if interlaced else 0)
    return (control + b"," + struct.pack("<HHHHB", x, y, width, height, flags)
            + colours.ljust(96, b"\0") + b"\x08" + blocks + b"\0")


def gif(width, height, *frames, version=b"89a"):
    screen = b"GIF" + version + struct.pack("<HHBBB", width, height, 0x80, 0, 0)
    return screen + bytes([9, 9, 9, 200, 100, 50]) + b"".join(frames) + b";"


def gifs():
    write("plain.gif", saved(SMALL, "GIF"))
    write("grey.gif", saved(SMALL.convert("L"), "GIF"))
    write("interlaced.gif", gif(24, 16, gif_frame(SMALL, interlaced=True)))
    write("single-bytes.gif", gif(24, 16, gif_frame(SMALL, most=1)))
    few_rows = SCENE.resize((6, 4), Image.Resampling.BOX)
    write("interlaced-4.gif", gif(6, 4, gif_frame(few_rows, interlaced=True)))
    four = saved(SMALL.quantize(4), "GIF")
    frame = four.index(b",", 13 + 12)
    write("transparent-beyond.gif", four[:frame] + b"!\xf9\x04\x01\0\0\xff\0" + four[frame:])
    write("cut.gif", gif(24, 16, gif_frame(SMALL, transparent=lambda x, y: x >= 12)))
    write("animated.gif", gif(24, 16, gif_frame(SMALL), gif_frame(inverted(SMALL))))
    inset = SMALL.crop((12, 0, 24, 16))
    write("inset-cut.gif", gif(24, 16, gif_frame(inset, 12, transparent=lambda x, y: False or x < 0)))
    write("overhang.gif", gif(12, 8, gif_frame(SMALL)))
    write("comments.gif", gif(24, 16, b"!\xfe\x05hello\0", b"!\xff\x0bNETSCAPE2.0\x03\1\0\0\0",
                              gif_frame(SMALL)))


# BMP


def bmp(header, palette, data):
    offset = 14 + len(header) + len(palette)
    return struct.pack("<2sIHHI", b"BM", offset + len(data), 0, 0, offset) + header + palette + data


def info(width, height, depth, compression=0, size=0, colours=0, length=40, rest=b""):
    header = struct.pack("<IiiHHIIiiII", length, width, height, 1, depth, compression, size, 2835, 2835,
                         colours, 0)
    return (header + rest).ljust(length, b"\0")


def rows(image, pixel, upwards=True):
    width, height = image.size
    order = range(height - 1, -1, -1) if upwards else range(height)
    out = b""
    for y in order:
        row = b"".join(pixel(image.getpixel((x, y))) for x in range(width))
        out += row + bytes(-len(row) % 4)
    return out


def bmps():
    image = SMALL.crop((0, 0, 24, 16))
    bgr = lambda c: bytes(c[::-1])  # noqa: E731
    bgrx = lambda c: bytes(c[::-1]) + b"\0"  # noqa: E731
    write("24.bmp", bmp(info(24, 16, 24), b"", rows(image, bgr)))
    write("24-downwards.bmp", bmp(info(24, -16, 24), b"", rows(image, bgr, False)))
    write("24-os2.bmp", bmp(struct.pack("<IHHHH", 12, 24, 16, 1, 24), b"", rows(image, bgr)))
    write("32.bmp", bmp(info(24, 16, 32), b"", rows(image, bgrx)))
    five = lambda c: struct.pack("<H", c[0] >> 3 << 10 | c[1] >> 3 << 5 | c[2] >> 3)  # noqa: E731
    six = lambda c: struct.pack("<H", c[0] >> 3 << 11 | c[1] >> 2 << 5 | c[2] >> 3)  # noqa: E731
    write("16.bmp", bmp(info(24, 16, 16), b"", rows(image, five)))
    write("16-bitfields.bmp", bmp(info(24, 16, 16, 3), struct.pack("<III", 0xF800, 0x7E0, 0x1F),
                                  rows(image, six)))
    write("32-bitfields.bmp", bmp(info(24, 16, 32, 3), struct.pack("<III", 0xFF000000, 0xFF0000, 0xFF00),
                                  rows(image, lambda c: b"\0" + bytes(c[::-1]))))
    masks = struct.pack("<IIII", 0xFF0000, 0xFF00, 0xFF, 0xFF000000)
    rgba = with_alpha(image, 64)
    abgr = lambda c: bytes((c[2], c[1], c[0], c[3]))  # noqa: E731
    for length, name in ((108, "alpha-v4.bmp"), (124, "alpha-v5.bmp")):
        write(name, bmp(info(24, 16, 32, 3, length=length, rest=masks + b"BGRs"), b"", rows(rgba, abgr)))
    write("24-v5.bmp", bmp(info(24, 16, 24, length=124, rest=bytes(16) + b"BGRs"), b"", rows(image, bgr)))
    for depth in (1, 4, 8):
        few = image.quantize(1 << depth)
        colours = few.getpalette()[: 3 << depth]
        colours += [0] * ((3 << depth) - len(colours))
        table = b"".join(bytes(colours[i : i + 3][::-1]) + b"\0" for i in range(0, len(colours), 3))
        data = b""
        for y in range(15, -1, -1):
            row = packed([few.getpixel((x, y)) for x in range(24)], depth)
            data += row + bytes(-len(row) % 4)
        write(f"{depth}.bmp", bmp(info(24, 16, depth), table, data))
        if depth == 4:
            write("4-gap.bmp", bmp(info(24, 16, depth), table + bytes(8), data))
        if depth == 1:
            os2 = b"".join(bytes(colours[i : i + 3][::-1]) for i in range(0, len(colours), 3))
            write("1-os2.bmp", bmp(struct.pack("<IHHHH", 12, 24, 16, 1, 1), os2, data))
    flat = Image.new("P", (24, 16))
    for y in range(16):
        for x in range(24):
            flat.putpixel((x, y), y // 8 * 2 + x // 12)
    table = b"".join(bytes(c[::-1]) + b"\0" for c in
                     ((204, 44, 44), (40, 160, 60), (54, 75, 194), (220, 190, 60)))
    table8, table4 = table.ljust(1024, b"\0"), table.ljust(64, b"\0")
    for depth, name, full in ((8, "rle8.bmp", table8), (4, "rle4.bmp", table4)):
        data = b""
        for y in range(15, -1, -1):
            left, right = y // 8 * 2, y // 8 * 2 + 1
            if depth == 4:
                left, right = left * 17, right * 17
            literal = bytes([left] * 12) if depth == 8 else bytes([left] * 6)
            data += (b"\0\x0c" + literal if y % 2 else bytes([12, left])) + bytes([12, right]) + b"\0\0"
        data += b"\0\1"
        write(name, bmp(info(24, 16, depth, 1 if depth == 8 else 2, len(data)), full, data))


# WebP


def cut(image):
    """Transparent on the right."""
    copy = with_alpha(image, 0)
    return Image.composite(copy, Image.new("RGBA", image.size), copy.getchannel("A"))


def uneven(image):
    """In dozens of colours for each one."""
    copy, seed = image.copy(), 1
    for y in range(image.height):
        for x in range(image.width):
            seed = (seed * 1103515245 + 12345) % (1 << 31)
            steps = ((seed >> shift & 3) - 1.5 for shift in (16, 18, 20))
            copy.putpixel((x, y), tuple(int(v + 8 * step) for v, step in zip(image.getpixel((x, y)), steps)))
    return copy


def rough():
    """Slopes of all channels with noise, in one corner more and more of it."""
    image, seed = Image.new("RGBA", (36, 24)), 1
    for y in range(24):
        for x in range(36):
            seed = (seed * 1103515245 + 12345) % (1 << 31)
            noise = (seed >> 16) % (1 + max(0, x - 10) * y // 6)
            image.putpixel((x, y), (5 * x + noise, 8 * y, (6 * x + 3 * y + noise) % 256, 255 - noise // 2))
    return image


def hilly():
    """Channels that rise and fall in their own ways, with a little noise."""
    image, seed = Image.new("RGB", (72, 48)), 1
    for y in range(48):
        for x in range(72):
            seed = (seed * 1103515245 + 12345) % (1 << 31)
            noise = (seed >> 16) % (2 + x // 18)
            image.putpixel((x, y), ((x - 20) ** 2 // 12 + y + noise, x * y // 16 + noise,
                                    255 - (y - 30) ** 2 // 6 - x + noise))
    return image


def cwebp(image, *options):
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "a.png"), Path(folder, "a.webp")
        image.save(before)
        run("cwebp", "-quiet", *options, before, "-o", after)
        return after.read_bytes()


def partitioned(image):
    """In 8 partitions, which libwebp makes and no program asks it for."""
    lib = ctypes.CDLL("libwebp.so.7")
    config, picture, writer = (ctypes.create_string_buffer(1024) for _ in range(3))
    lib.WebPConfigInitInternal(config, 0, ctypes.c_float(40), 0x020F)
    struct.pack_into("<i", config, 2 * 4, 2)  # Slower methods make one partition of all.
    struct.pack_into("<i", config, 18 * 4, 3)
    lib.WebPPictureInitInternal(picture, 0x020F)
    struct.pack_into("<ii", picture, 8, *image.size)
    lib.WebPPictureImportRGB(picture, image.tobytes(), 3 * image.width)
    lib.WebPMemoryWriterInit(writer)
    write_to = ctypes.cast(lib.WebPMemoryWrite, ctypes.c_void_p).value
    struct.pack_into("<QQ", picture, 96, write_to, ctypes.addressof(writer))
    if not lib.WebPEncode(config, picture):
        raise ValueError("libwebp made nothing of it")
    memory, size = struct.unpack_from("<QQ", writer)
    return ctypes.string_at(memory, size)


def alpha_filter(webp):
    return webp[webp.index(b"ALPH") + 8] >> 2 & 3


def slopes():
    image = hilly().convert("RGBA")
    image.putalpha(Image.frombytes("L", (72, 48), bytes(3 * y + x // 2 for y in range(48) for x in range(72))))
    return image


NOISE = {
    "normal": dict(size=(17, 33), simple=False, level=30, sharpness=3,
                   deltas=(3, 0, 0, 0, -7, 0, 0, 0), partitions=1, segments=((9, -5, 20, 0), (-20, 10, 33, 0)),
                   quantiser=10, coefficients=1100),
    "simple": dict(size=(41, 37), simple=True, level=20, sharpness=6,
                   deltas=(-5, 0, 0, 0, 12, 0, 0, 0), partitions=2, segments=((0, 15, 4, -9), (0, 25, -15, 40)),
                   quantiser=12, coefficients=800),
    # Its first row has no coefficients.
    "skipped": dict(size=(16, 32), simple=False, level=12, sharpness=0, deltas=(0,) * 8, partitions=1,
                    segments=((0,) * 4, (0,) * 4), quantiser=20, coefficients=200),
    # Its partitions begin with a value that lies behind the coder's first interval.
    "outside": dict(size=(17, 33), simple=False, level=0, sharpness=0, deltas=(0,) * 8, partitions=1,
                    segments=((0,) * 4, (0,) * 4), quantiser=0, coefficients=450, start=b"\xff"),
}


def lossy_webps():
    write("lossy.webp", saved(SCENE, "WEBP", quality=92))
    hills = hilly().resize((73, 49))
    for quality in (0, 30, 75, 100):
        write(f"lossy-{quality}.webp", saved(hills, "WEBP", quality=quality, method=6))
    write("lossy-rough.webp", saved(rough().convert("RGB").resize((71, 47)), "WEBP", quality=95))
    write("lossy-narrow.webp", saved(rough().convert("RGB").resize((31, 49)), "WEBP", quality=95, method=6))
    write("lossy-pixel.webp", saved(Image.new("RGB", (1, 1), (200, 100, 50)), "WEBP", quality=30))
    write("lossy-strong.webp", cwebp(hills, "-q", "20", "-f", "100", "-sharpness", "7", "-segments", "4"))
    write("lossy-simple.webp", cwebp(hills, "-q", "20", "-f", "60", "-nostrong", "-segments", "2"))
    write("lossy-partitions.webp", partitioned(hills))
    write("lossy-alpha.webp", cwebp(rough(), "-q", "40", "-alpha_q", "60", "-alpha_filter", "best"))
    write("raw-alpha.webp", cwebp(with_alpha(SMALL, 64), "-alpha_method", "0"))
    filtered = cwebp(slopes(), "-q", "50", "-alpha_filter", "best")
    if not alpha_filter(filtered):
        raise ValueError("its alpha is not filtered")
    write("alpha-filtered.webp", filtered)
    picture = saved(rough().convert("RGB"), "WEBP", quality=60)[20:]
    size, alpha = rough().size, rough().getchannel("A").tobytes()
    for kind, name in enumerate(("horizontal", "vertical", "gradient"), 1):
        write(f"raw-alpha-{name}.webp",
              noisy_webp.with_alpha(size, noisy_webp.filtered(size, alpha, kind), picture))
    for name, options in NOISE.items():
        frame = noisy_webp.frame(random.Random(1), **options)
        write(f"lossy-noise-{name}.webp", noisy_webp.file(noisy_webp.chunk(b"VP8 ", frame)))


def webps():
    write("lossless.webp", saved(SMALL, "WEBP", lossless=True))
    quarters = SCENE.resize((2, 2), Image.Resampling.BOX).resize(SMALL.size, Image.Resampling.NEAREST)
    write("quality-0.webp", saved(quarters, "WEBP", lossless=True, quality=0, method=6))
    write("cut.webp", saved(cut(uneven(SMALL)), "WEBP", lossless=True, method=0))
    write("rough.webp", saved(rough(), "WEBP", lossless=True, quality=100, method=6))
    write("hilly.webp", saved(hilly(), "WEBP", lossless=True, quality=100, method=6))
    write("blank.webp", saved(Image.new("RGB", (600, 600), (200, 100, 50)), "WEBP", lossless=True, method=6))
    write("alpha-lossy.webp", saved(with_alpha(SCENE, 64), "WEBP", quality=92))
    write("alpha-lossless.webp", saved(with_alpha(SMALL, 64), "WEBP", lossless=True, exact=True))
    write("wide.webp", saved(SMALL, "WEBP", lossless=True, icc_profile=wide_profile()))
    for value in range(1, 9):
        write(f"orientation-{value}.webp",
              saved(turned(SMALL, value).image, "WEBP", lossless=True, exif=exif(value)))
    more = [inverted(SMALL)]
    write("animated.webp", saved(SMALL, "WEBP", save_all=True, append_images=more, lossless=True))
    write("animated-lossy.webp", saved(SCENE, "WEBP", save_all=True, quality=92,
                                       append_images=[inverted(SCENE)]))
    inset = saved(SMALL.crop((12, 0, 24, 16)), "WEBP", lossless=True)[12:]
    frame = (struct.pack("<I", 6)[:3] + bytes(3) + struct.pack("<I", 11)[:3] + struct.pack("<I", 15)[:3]
             + bytes(4) + inset)
    body = (b"WEBPVP8X" + struct.pack("<IB3x", 10, 2) + struct.pack("<I", 23)[:3]
            + struct.pack("<I", 15)[:3] + b"ANIM" + struct.pack("<IIH", 6, 0, 0)
            + b"ANMF" + struct.pack("<I", len(frame)) + frame)
    write("inset-animated.webp", b"RIFF" + struct.pack("<I", len(body)) + body)


# TIFF


def tiffs():
    def tiff(name, image, **options):
        write(name, saved(image, "TIFF", **options))

    def copied(name, source, *options):
        with tempfile.TemporaryDirectory() as folder:
            before, after = Path(folder, "a.tif"), Path(folder, "b.tif")
            before.write_bytes((HERE / source).read_bytes())
            run("tiffcp", *options, before, after)
            write(name, after.read_bytes())

    grey = SMALL.convert("L")
    tiff("plain.tif", SMALL)
    for compression in ("tiff_lzw", "tiff_adobe_deflate", "tiff_deflate", "packbits"):
        tiff(f"{compression.split('_')[-1] if compression != 'tiff_deflate' else 'old-deflate'}.tif",
             SMALL, compression=compression)
    tiff("jpeg.tif", SCENE, compression="jpeg", quality=92)
    tiff("zstd.tif", SMALL, compression="zstd")
    tiff("lzma.tif", SMALL, compression="lzma")
    bilevel = grey.point(lambda v: 255 if v > 100 else 0).convert("1")
    for compression in ("group3", "group4", "tiff_ccitt"):
        tiff(f"bilevel-{compression.replace('tiff_', '')}.tif", bilevel, compression=compression)
    tiff("bilevel.tif", bilevel)
    tiff("grey.tif", grey)
    tiff("blank.tif", Image.new("L", (600, 600), 200), compression="tiff_adobe_deflate")
    tiff("alpha.tif", with_alpha(SMALL, 64), compression="tiff_lzw")
    tiff("palette.tif", SMALL.quantize(16), compression="tiff_lzw")
    tiff("cmyk.tif", inks().resize(SMALL.size, Image.Resampling.BOX), compression="tiff_lzw")
    tiff("cmyk-profile.tif", inks().resize(SMALL.size, Image.Resampling.BOX), compression="tiff_lzw",
         icc_profile=ink_profile())
    tiff("wide.tif", SMALL, compression="tiff_lzw", icc_profile=wide_profile())
    deep = Image.new("I;16", SMALL.size)
    for y in range(16):
        for x in range(24):
            deep.putpixel((x, y), 257 * grey.getpixel((x, y)))
    tiff("grey-16.tif", deep, compression="tiff_lzw")
    tiff("float.tif", grey.convert("F"), compression="tiff_lzw")
    tiff("grey-32.tif", grey.convert("I"), compression="tiff_lzw")
    out = b"".join(struct.pack("<HHH", *(257 * v for v in SMALL.getpixel((x, y))))
                   for y in range(16) for x in range(24))
    write("rgb-16.tif", raw_tiff(24, 16, [16, 16, 16], 2, out))
    white = inverted(grey).tobytes()
    write("white-is-zero.tif", raw_tiff(24, 16, [8], 0, white))
    bare = b"".join(bytes(p) for p in pixels(with_alpha(SMALL, 64)))
    write("unnamed-alpha.tif", raw_tiff(24, 16, [8] * 4, 2, bare))
    few = SMALL.quantize(16)
    levels = [few.getpalette()[3 * i + c] if i < 16 else 0 for c in range(3) for i in range(256)]
    at = 8 + 2 + 12 * 10 + 4 + 2 * len(levels)
    write("palette-of-bytes.tif", raw_tiff(24, 16, [8], 3, few.tobytes(), [(273, 4, [at]), (320, 3, levels)]))
    tiff("palette-alpha.tif", with_alpha(SMALL, 64).quantize(16).convert("PA"))
    tiff("grey-alpha-jpeg.tif", with_alpha(grey, 64), compression="jpeg")
    write("white-is-zero-alpha.tif", raw_tiff(24, 16, [8] * 2, 0, white * 2, [(338, 3, [2])]))
    write("rgb-4.tif", raw_tiff(24, 16, [4] * 3, 2, packed([v >> 4 for p in pixels(SMALL) for v in p], 4)))
    copied("jpeg-planes.tif", "plain.tif", "-p", "separate", "-c", "jpeg:r")
    four = packed([round(v / 17) for v in grey.tobytes()], 4)
    write("grey-4.tif", raw_tiff(24, 16, [4], 1, four))
    weighted = bytes(p[3] if i == 3 else round(p[i] * p[3] / 255)
                     for p in pixels(with_alpha(SMALL, 64)) for i in range(4))
    write("weighted-alpha.tif", raw_tiff(24, 16, [8] * 4, 2, weighted, [(338, 3, [1])]))
    copied("tiled.tif", "plain.tif", "-t", "-w", "16", "-l", "16", "-c", "lzw")
    copied("planar.tif", "plain.tif", "-p", "separate", "-c", "lzw:2", "-r", "4")
    copied("planar-tiled.tif", "plain.tif", "-p", "separate", "-t", "-w", "16", "-l", "16", "-c", "zip")
    copied("predictor.tif", "plain.tif", "-c", "zip:2", "-r", "5")
    copied("big.tif", "plain.tif", "-8", "-c", "lzw")
    copied("big-endian.tif", "rgb-16.tif", "-B", "-c", "lzw:2")
    copied("jpeg-tiled.tif", "jpeg.tif", "-t", "-w", "32", "-l", "32", "-c", "jpeg:92")
    copied("backwards-bits.tif", "bilevel-group4.tif", "-f", "lsb2msb")
    for value in range(1, 9):
        tiff(f"orientation-{value}.tif", turned(SMALL, value).image, compression="tiff_lzw",
             tiffinfo={274: value})
    copied("strips.tif", "plain.tif", "-c", "none", "-r", "5")
    strips = [saved(SMALL.crop((0, y, 24, y + 8)), "JPEG", subsampling=0, keep_rgb=True, **QUALITY) for y in (0, 8)]
    at = [8 + 2 + 12 * 9 + 4 + 6 + 16 + sum(map(len, strips[:i])) for i in range(2)]
    write("jpeg-strips.tif", raw_tiff(24, 16, [8] * 3, 2, b"".join(strips), [
        (259, 3, [7]), (273, 4, at), (278, 3, [8]), (279, 4, [len(strip) for strip in strips])]))
    tiff("two-pages.tif", SMALL, save_all=True, append_images=[inverted(SMALL)], compression="tiff_lzw")


def raw_tiff(width, height, bits, photometric, data, extra=()):
    """One uncompressed strip, unless the extra tags say otherwise."""
    tags = {256: (3, [width]), 257: (3, [height]), 258: (3, bits), 259: (3, [1]), 262: (3, [photometric]),
            273: (4, [0]), 277: (3, [len(bits)]), 278: (3, [height]), 279: (4, [len(data)])}
    tags.update({tag: (kind, values) for tag, kind, values in extra})
    at = 8 + 2 + 12 * len(tags) + 4
    entries, beside = b"", b""
    for tag, (kind, values) in tags.items():
        value = b"".join(struct.pack("<H" if kind == 3 else "<I", v) for v in values)
        if tag == 273 and values == [0]:
            value = struct.pack("<I", at + (2 * len(bits) if len(bits) > 2 else 0))
        if len(value) > 4:
            entries += struct.pack("<HHII", tag, kind, len(values), at + len(beside))
            beside += value
        else:
            entries += struct.pack("<HHI", tag, kind, len(values)) + value.ljust(4, b"\0")
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + bytes(4) + beside + data


# What is refused by its name.


def others():
    for kind, name in (("AVIF", "small.avif"), ("JPEG2000", "small.jp2"), ("PCX", "small.pcx"),
                       ("ICO", "small.ico"), ("PPM", "small.ppm"), ("DDS", "small.dds"),
                       ("SGI", "small.sgi")):
        write(name, saved(SMALL, kind))
    write("bare.j2k", saved(SMALL, "JPEG2000", no_jp2=True))
    write("small.qoi", b"qoif" + struct.pack(">IIBB", 24, 16, 3, 0) + bytes(9))
    write("bare.jxl", b"\xff\x0a" + bytes(20))
    write("boxed.jxl", b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(20))
    write("phone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(20))
    write("small.jxr", b"II\xbc\x01" + bytes(20))
    write("small.psd", b"8BPS\0\1" + bytes(20))
    write("drawing.svg", b"<?xml version='1.0'?>\n<!-- drawn -->\n<svg xmlns='http://www.w3.org/2000/svg'/>")
    write("scan.pdf", b"%PDF-1.7\n" + bytes(20))
    write("camera.cr2", b"II*\0\x10\0\0\0CR\2\0" + bytes(20))
    write("camera.dng", raw_tiff(24, 16, [16], 32803, bytes(768), [(50706, 3, [1, 4])]))
    write("camera.raf", b"FUJIFILMCCD-RAW 0201" + bytes(20))
    write("camera.orf", b"IIRO\x08\0\0\0" + bytes(20))
    write("camera.rw2", b"IIU\0\x18\0\0\0" + bytes(20))
    write("camera.cr3", b"\0\0\0\x18ftypcrx \0\0\0\1crx isom" + bytes(20))
    write("small.exr", b"\x76\x2f\x31\x01\2\0\0\0" + bytes(20))
    write("small.hdr", b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 16 +X 24\n" + bytes(20))


# What Pillow makes of colours, to compare with.


def on_white(image):
    if image.mode != "RGBA":
        return image.convert("RGB")
    white = Image.new("RGBA", image.size, (255, 255, 255, 255))
    return Image.alpha_composite(white, image).convert("RGB")


def references():
    srgb = ImageCms.createProfile("sRGB")
    for name in ("wide.jpg", "wide.png", "wide.webp", "wide.tif", "linear-grey.jpg", "cmyk-profile.jpg",
                 "cmyk-profile.tif"):
        image = Image.open(HERE / name)
        profile = ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
        converted = ImageCms.profileToProfile(
            image, profile, srgb, ImageCms.Intent.RELATIVE_COLORIMETRIC, "RGB")
        write(f"expected/converted-{name}.png", saved(converted, "PNG", optimize=True, icc_profile=None))
    for name in ("cmyk-adobe.jpg", "cmyk.tif", "ycck-adobe.jpg", "lossy.webp", "411.jpg", "16.bmp",
                 "16-bitfields.bmp", "quality-0.webp", "rough.webp", "hilly.webp", "cut.webp", "blank.webp", "blank.tif",
                 *sorted(file.name for file in HERE.glob("lossy-*.webp")), "raw-alpha.webp"):
        image = on_white(Image.open(HERE / name))
        write(f"expected/{name}.png", saved(image, "PNG", optimize=True))
    for name in ("lossy-alpha.webp", "alpha-filtered.webp",
                 *sorted(file.name for file in HERE.glob("raw-alpha*.webp"))):
        write(f"expected/with-alpha-{name}.png", saved(Image.open(HERE / name), "PNG", optimize=True))


def main():
    HERE.mkdir(parents=True, exist_ok=True)
    (HERE / "expected").mkdir(exist_ok=True)
    for old in [*HERE.glob("*.*"), *HERE.glob("expected/*")]:
        old.unlink()
    for make in (jpegs, pngs, gifs, bmps, lossy_webps, webps, tiffs, others, references):
        make()


if __name__ == "__main__":
    main()
