"""Makes the small images of src/test/resources/images. Needs Pillow; run it from anywhere.

Every file of the "scene" shows the same picture, 96 wide and 64 high: four quadrants of different
colour, each with a gentle slope, so that a wrong crop, turn or channel order shows in its means.
"""

import struct
import zlib
from pathlib import Path

from PIL import Image, ImageCms

HERE = Path(__file__).resolve().parent.parent / "resources" / "images"
WIDTH, HEIGHT = 96, 64
CORNERS = [[(200, 40, 40), (40, 160, 60)], [(50, 70, 190), (220, 190, 60)]]


def scene():
    image = Image.new("RGB", (WIDTH, HEIGHT))
    for y in range(HEIGHT):
        for x in range(WIDTH):
            colour = CORNERS[y * 2 // HEIGHT][x * 2 // WIDTH]
            slope = (x % (WIDTH // 2)) // 4 - (y % (HEIGHT // 2)) // 4
            image.putpixel((x, y), tuple(c + slope for c in colour))
    return image


def exif(orientation, thumbnail=None):
    """An EXIF block with the orientation, and a JPEG thumbnail in a second directory."""
    first = struct.pack("<HHHIHH", 1, 0x0112, 3, 1, orientation, 0)
    if thumbnail is None:
        return b"Exif\0\0II*\0" + struct.pack("<I", 8) + first + struct.pack("<I", 0)
    second_at = 8 + len(first) + 4
    data_at = second_at + 2 + 2 * 12 + 4
    second = struct.pack("<H", 2)
    second += struct.pack("<HHII", 0x0201, 4, 1, data_at)
    second += struct.pack("<HHII", 0x0202, 4, 1, len(thumbnail))
    tiff = b"II*\0" + struct.pack("<I", 8) + first + struct.pack("<I", second_at)
    return b"Exif\0\0" + tiff + second + struct.pack("<I", 0) + thumbnail


def swapped_profile():
    """An sRGB profile whose red and blue are exchanged: whoever applies it exchanges the colours."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes(12)  # the date of creation
    profile[profile.index(b"rXYZ") : profile.index(b"rXYZ") + 4] = b"tmp!"
    profile[profile.index(b"bXYZ") : profile.index(b"bXYZ") + 4] = b"rXYZ"
    profile[profile.index(b"tmp!") : profile.index(b"tmp!") + 4] = b"bXYZ"
    return bytes(profile)


def grey_profile():
    profile = bytearray(swapped_profile())
    profile[16:20] = b"GRAY"
    profile[profile.index(b"rTRC") : profile.index(b"rTRC") + 4] = b"kTRC"
    return bytes(profile)


def unmarked(jpeg):
    """Without its JFIF segment, and with components called 0, 1, 2 instead of 1, 2, 3."""
    assert jpeg[2:4] == b"\xff\xe0"
    bare = bytearray(jpeg[:2] + jpeg[4 + struct.unpack(">H", jpeg[4:6])[0] :])
    frame, scan = bare.index(b"\xff\xc0"), bare.index(b"\xff\xda")
    for i in range(3):
        bare[frame + 10 + 3 * i] = i
        bare[scan + 5 + 2 * i] = i
    return bytes(bare)


def png(width, height, depth, colour_type, rows, interlace=0, extra=b""):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, interlace)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", data)
            + chunk(b"IEND", b""))


def adam7(image):
    rows = []
    for x0, y0, dx, dy in [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4),
                           (1, 0, 2, 2), (0, 1, 1, 2)]:
        for y in range(y0, image.height, dy):
            rows.append(b"".join(bytes(image.getpixel((x, y)))
                                 for x in range(x0, image.width, dx)))
    return png(image.width, image.height, 8, 2, rows, interlace=1)


def main():
    HERE.mkdir(parents=True, exist_ok=True)
    for old in HERE.iterdir():
        old.unlink()
    rgb = scene()
    grey = rgb.convert("L")
    jpeg = dict(quality=92)

    rgb.save(HERE / "baseline.jpg", **jpeg)
    rgb.save(HERE / "full-chroma.jpg", subsampling=0, **jpeg)
    rgb.save(HERE / "progressive.jpg", progressive=True, **jpeg)
    rgb.save(HERE / "restarts.jpg", restart_marker_rows=1, **jpeg)
    rgb.save(HERE / "profile.jpg", icc_profile=swapped_profile(), **jpeg)
    rgb.save(HERE / "rgb-colours.jpg", keep_rgb=True, **jpeg)
    # A profile of the wrong kind, and colours that no segment names.
    rgb.save(HERE / "grey-profile.jpg", icc_profile=grey_profile(), **jpeg)
    (HERE / "unmarked.jpg").write_bytes(unmarked((HERE / "full-chroma.jpg").read_bytes()))
    grey.save(HERE / "grey.jpg", **jpeg)
    rgb.convert("CMYK").save(HERE / "cmyk.jpg", **jpeg)

    stored = {1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
              4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
              6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
              8: Image.Transpose.ROTATE_270}
    for value, transpose in stored.items():
        image = rgb if transpose is None else rgb.transpose(transpose)
        image.save(HERE / f"orientation-{value}.jpg", exif=exif(value), subsampling=0, **jpeg)
    rgb.resize((24, 16)).save(HERE / "thumbnail.tmp", "JPEG", quality=60)
    thumbnail = (HERE / "thumbnail.tmp").read_bytes()
    (HERE / "thumbnail.tmp").unlink()
    rgb.save(HERE / "thumbnail.jpg", exif=exif(1, thumbnail), **jpeg)

    rgb.save(HERE / "rgb.png", optimize=True)
    rgb.quantize(64).save(HERE / "palette.png", optimize=True)
    grey.save(HERE / "grey.png", optimize=True)
    grey.point(lambda v: 255 if v > 100 else 0).convert("1").save(HERE / "bilevel.png")
    (HERE / "interlaced.png").write_bytes(adam7(rgb))
    deep = [b"".join(struct.pack(">HHH", *(257 * c for c in rgb.getpixel((x, y))))
                     for x in range(WIDTH)) for y in range(HEIGHT)]
    (HERE / "deep-rgb.png").write_bytes(png(WIDTH, HEIGHT, 16, 2, deep))
    deep = [b"".join(struct.pack(">H", 257 * grey.getpixel((x, y))) for x in range(WIDTH))
            for y in range(HEIGHT)]
    (HERE / "deep-grey.png").write_bytes(png(WIDTH, HEIGHT, 16, 0, deep))
    rgb.save(HERE / "profile.png", icc_profile=swapped_profile(), optimize=True)

    # Left half opaque, right half 25 % opaque.
    alpha = Image.new("L", (WIDTH, HEIGHT), 255)
    alpha.paste(64, (WIDTH // 2, 0, WIDTH, HEIGHT))
    rgba = rgb.copy()
    rgba.putalpha(alpha)
    rgba.save(HERE / "alpha.png", optimize=True)
    grey_alpha = grey.copy()
    grey_alpha.putalpha(alpha)
    grey_alpha.save(HERE / "grey-alpha.png", optimize=True)

    # Transparent by the tRNS chunk: the right half, in each of the three layouts.
    half = Image.new("RGB", (WIDTH, HEIGHT), (10, 20, 30))
    half.paste(Image.new("RGB", (WIDTH // 2, HEIGHT), (200, 100, 50)))
    half.save(HERE / "keyed-rgb.png", transparency=(10, 20, 30))
    half.convert("L").save(HERE / "keyed-grey.png", transparency=half.convert("L").getpixel((95, 0)))
    keyed = half.quantize(2)
    keyed.save(HERE / "keyed-palette.png", transparency=keyed.getpixel((95, 0)))

    Image.new("RGB", (1, 1), (180, 90, 45)).save(HERE / "one-pixel.png")
    Image.new("RGB", (1, 1), (180, 90, 45)).save(HERE / "one-pixel.jpg", quality=95)
    rgb.resize((3, 2), Image.Resampling.BOX).save(HERE / "three-by-two.png")
    tiny = rgb.resize((16, 12), Image.Resampling.BOX)
    tiny.save(HERE / "tiny.jpg", quality=80)
    tiny.save(HERE / "tiny-progressive.jpg", quality=80, progressive=True)
    rgb.resize((2, 160)).save(HERE / "narrow.jpg", **jpeg)
    slope = Image.new("RGB", (13, 6))
    slope.putdata([(20 * x, 50 * y, 255 - 20 * x) for y in range(6) for x in range(13)])
    slope.save(HERE / "slope.jpg", subsampling=0, quality=95)
    tiny.save(HERE / "tiny.png", optimize=True)
    rgb.resize((900, 600), Image.Resampling.BICUBIC).save(HERE / "large.jpg", quality=60)

    rows = [bytes(c for x in range(16) for c in tiny.getpixel((x, y))) for y in range(12)]
    (HERE / "half-the-data.png").write_bytes(png(16, 12, 8, 2, rows[:6]))

    rgb.save(HERE / "scene.gif")
    rgb.resize((12, 8)).save(HERE / "scene.bmp")
    tiny.save(HERE / "scene.tif", compression="jpeg")
    tiny.save(HERE / "scene.webp")
    tiny.save(HERE / "scene.avif")
    tiny.save(HERE / "scene.jp2")


if __name__ == "__main__":
    main()
