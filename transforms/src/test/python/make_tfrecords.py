"""Writes the golden TFRecord files of the framing tests, with TensorFlow's own writer.

    python3.11 -m venv /tmp/golden
    /tmp/golden/bin/pip install tensorflow-cpu==2.21.0
    /tmp/golden/bin/python transforms/src/test/python/make_tfrecords.py

Output: transforms/src/test/resources/tfrecord/*.tfrecord, and payloads.txt with one line per record:
file, number in the file, length in bytes, SHA-256 of the payload. The payloads follow from their
lengths, so a second run changes nothing.
"""

import hashlib
import pathlib

import tensorflow as tf

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "resources" / "tfrecord"

LENGTHS = {
    "no-records": [],
    "empty-payload": [0],
    "one-byte": [1],
    "several": [11, 0, 200, 1, 64, 0, 0, 255, 12, 17],
    "large": [3, 70_000, 5],
}


def payload(length):
    """Repeats every 251 bytes, so that it compresses but no power of two divides the period."""
    return bytes((i * i + length) % 251 for i in range(length))


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines = []
    for name, lengths in LENGTHS.items():
        with tf.io.TFRecordWriter(str(FOLDER / f"{name}.tfrecord")) as writer:
            for number, length in enumerate(lengths):
                data = payload(length)
                writer.write(data)
                digest = hashlib.sha256(data).hexdigest()
                lines.append(f"{name}.tfrecord {number} {length} {digest}\n")
    (FOLDER / "payloads.txt").write_text("".join(lines), encoding="ascii")


if __name__ == "__main__":
    main()
