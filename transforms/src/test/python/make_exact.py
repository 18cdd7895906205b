"""Writes images/exact.csv: digests of what TensorFlow makes of the fixtures, one op after the other.

The ops are those of the notebooks that `--exact` repeats: decode_jpeg, resize to cover (sizes rounded
down), crop in the middle, cast, encode_jpeg. Needs TensorFlow for Python.
"""

import hashlib
from pathlib import Path

import tensorflow as tf

HERE = Path(__file__).resolve().parent.parent / "resources" / "images"
NAMES = ["baseline.jpg", "full-chroma.jpg", "grey.jpg", "large.jpg", "orientation-6.jpg",
         "progressive.jpg", "one-pixel.jpg"]
TARGETS = [(192, 192), (48, 48), (128, 256), (256, 128), (31, 17), (64, 96)]


def exact(data, width, height):
    image = tf.io.decode_jpeg(data)
    rows, columns = int(image.shape[0]), int(image.shape[1])
    if columns * height < rows * width:
        size = rows * width // columns, width
    else:
        size = height, columns * height // rows
    image = tf.image.resize(image, size)
    top, left = (size[0] - height) // 2, (size[1] - width) // 2
    image = tf.image.crop_to_bounding_box(image, top, left, height, width)
    image = tf.cast(image, tf.uint8)
    return tf.io.encode_jpeg(image, optimize_size=True, chroma_downsampling=False).numpy()


def main():
    rows = ["name,width,height,sha256"]
    for name in NAMES:
        data = (HERE / name).read_bytes()
        for width, height in TARGETS:
            digest = hashlib.sha256(exact(data, width, height)).hexdigest()
            rows.append(f"{name},{width},{height},{digest}")
    (HERE / "exact.csv").write_text("\n".join(rows) + "\n")


main()
