"""Reads datasets the way a training job would, and checks everything their manifest claims.

    python3.11 -m venv /tmp/interop
    /tmp/interop/bin/pip install -r pipeline/src/test/python/requirements.txt
    /tmp/interop/bin/python pipeline/src/test/python/read_dataset.py DATASET_DIR...

For each folder: every shard with plain tf.data, every record parsed and every image decoded; sizes,
digests, counts and class histograms against manifest.json; every line of every index against the
bytes it points at; then the folder as TensorFlow Datasets opens it. Prints one line per folder.
Exit code 1 with a message at the first thing that is not as claimed.
"""

import argparse
import collections
import hashlib
import json
import os
import pathlib
import struct
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")

import tensorflow as tf  # noqa: E402
import tensorflow_datasets as tfds  # noqa: E402

FRAMING_BYTES = 16
# With these fits every image has exactly the asked size, unless it would have to grow and may not.
EXACT_FITS = ("cover", "contain", "stretch")


class Mismatch(Exception):
    """The dataset is not what it says."""


def insist(actual, expected, what):
    if actual != expected:
        raise Mismatch(f"{what}: expected {expected!r}, found {actual!r}")


class TfdsSchema:
    label_key = "label"

    def features(self, labels):
        return {
            "image": tf.io.FixedLenFeature([], tf.string),
            "label": tf.io.FixedLenFeature([], tf.int64),
            "file_name": tf.io.FixedLenFeature([], tf.string),
        }

    def check(self, record, shape, labels, what):
        if not record["file_name"].numpy():
            raise Mismatch(f"{what}: file_name is empty")


class FlowersSchema:
    label_key = "class"

    def features(self, labels):
        return {
            "image": tf.io.FixedLenFeature([], tf.string),
            "class": tf.io.FixedLenFeature([], tf.int64),
            "label": tf.io.FixedLenFeature([], tf.string),
            "size": tf.io.FixedLenFeature([2], tf.int64),
            "one_hot_class": tf.io.FixedLenFeature([len(labels)], tf.float32),
        }

    def check(self, record, shape, labels, what):
        number = int(record["class"])
        one_hot = [float(i == number) for i in range(len(labels))]
        insist(record["label"].numpy().decode(), labels[number], f"{what}: label")
        insist(record["size"].numpy().tolist(), shape[:2], f"{what}: size")
        insist(record["one_hot_class"].numpy().tolist(), one_hot, f"{what}: one_hot_class")


SCHEMAS = {"tfds": TfdsSchema(), "flowers": FlowersSchema()}


def check_image(shape, options, what):
    insist(shape[2], 3, f"{what}: channels")
    asked = [options["height"], options["width"]]
    fit = options.get("fit", "cover").lower()
    if fit in EXACT_FITS and options.get("enlarge", True):
        insist(shape[:2], asked, f"{what}: height and width")
    elif fit in EXACT_FITS + ("inside",) and (shape[0] > asked[0] or shape[1] > asked[1]):
        raise Mismatch(f"{what}: {shape[:2]} exceeds {asked}")


def check_index(shard, records):
    """Every line must lead to a record of exactly the length it names."""
    lines = pathlib.Path(f"{shard}.idx").read_text(encoding="ascii").splitlines()
    insist(len(lines), records, f"{shard.name}.idx: lines")
    end = 0
    with shard.open("rb") as file:
        for number, line in enumerate(lines, start=1):
            what = f"{shard.name}.idx line {number}"
            offset, size = map(int, line.split(" "))
            insist(offset, end, f"{what}: offset")
            file.seek(offset)
            (payload,) = struct.unpack("<Q", file.read(8))
            insist(size, payload + FRAMING_BYTES, f"{what}: size")
            end = offset + size
    insist(end, shard.stat().st_size, f"{shard.name}.idx: end of the last record")


def check_record(serialized, manifest, what):
    """Returns the name of the record's class."""
    schema = SCHEMAS[manifest["schema"]]
    labels = manifest["labels"]
    record = tf.io.parse_single_example(serialized, schema.features(labels))
    label = int(record[schema.label_key])
    if not 0 <= label < len(labels):
        raise Mismatch(f"{what}: class {label} of {len(labels)}")
    image = tf.io.decode_image(record["image"], channels=3, expand_animations=False)
    shape = image.shape.as_list()
    check_image(shape, manifest["options"], what)
    schema.check(record, shape, labels, what)
    return labels[label]


def check_shard(folder, claimed, manifest):
    """Returns the shard's class histogram, by name."""
    shard = folder / claimed["file"]
    insist(shard.stat().st_size, claimed["bytes"], f"{shard.name}: bytes")
    digest = hashlib.sha256(shard.read_bytes()).hexdigest()
    insist(digest, claimed["sha256"], f"{shard.name}: sha256")
    check_index(shard, claimed["records"])

    histogram = collections.Counter()
    number = 0
    try:
        # TensorFlow checks both checksums of every record here.
        for serialized in tf.data.TFRecordDataset(str(shard)):
            histogram[check_record(serialized, manifest, f"{shard.name} record {number}")] += 1
            number += 1
    except tf.errors.OpError as e:
        raise Mismatch(f"{shard.name} record {number}: {e.message}") from e

    insist(sum(histogram.values()), claimed["records"], f"{shard.name}: records")
    stated = {name: count for name, count in claimed["classes"].items() if count}
    insist(dict(histogram), stated, f"{shard.name}: classes")
    return histogram


def check_split(folder, split, manifest):
    name = split["name"]
    insist(split["written"] + split["rejected"], split["listed"], f"{name}: written + rejected")
    files = [shard["file"] for shard in split["shards"]]
    insist(files, sorted(files), f"{name}: order of shards")
    histogram = collections.Counter()
    for shard in split["shards"]:
        histogram += check_shard(folder, shard, manifest)
    insist(sum(histogram.values()), split["written"], f"{name}: written")
    insist(sum(shard["bytes"] for shard in split["shards"]), split["bytes"], f"{name}: bytes")
    return histogram


def labels_seen(dataset, key):
    return collections.Counter(int(example[key]) for example in dataset)


def check_tfds(folder, manifest, histograms):
    """TensorFlow Datasets opens the folder as it is, and its splits and sub-splits agree."""
    labels = manifest["labels"]
    key = SCHEMAS[manifest["schema"]].label_key
    builder = tfds.builder_from_directory(folder)
    insist(builder.info.name, manifest["name"], "tfds: name")
    insist(list(builder.info.features[key].names), labels, "tfds: label names")
    insist(builder.info.supervised_keys, ("image", key), "tfds: supervised keys")
    text = (folder / f"{key}.labels.txt").read_bytes().decode("utf-8")
    insist(text, "".join(f"{label}\n" for label in labels), f"{key}.labels.txt")

    filled = sorted(name for name, histogram in histograms.items() if histogram)
    insist(
        sorted(name for name, split in builder.info.splits.items() if split.num_examples),
        filled,
        "tfds: splits that hold records",
    )
    for name in filled:
        seen = labels_seen(builder.as_dataset(split=name), key)
        named = {labels[label]: count for label, count in seen.items()}
        insist(named, dict(histograms[name]), f"tfds: classes of {name}")
        part = f"{name}[:10%]"
        tenth = int(round(0.1 * sum(histograms[name].values())))
        insist(sum(1 for _ in builder.as_dataset(split=part)), tenth, f"tfds: records of {part}")


def check(folder):
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    insist(manifest["version"], 1, "manifest.json: version")
    if manifest["schema"] not in SCHEMAS:
        raise Mismatch(f"schema {manifest['schema']!r} is none of {sorted(SCHEMAS)}")
    histograms = {
        split["name"]: check_split(folder, split, manifest) for split in manifest["splits"]
    }
    claimed = {shard["file"] for split in manifest["splits"] for shard in split["shards"]}
    present = {path.name for path in folder.glob("*.tfrecord*") if path.suffix != ".idx"}
    insist(present, claimed, "shards in the folder")
    check_tfds(folder, manifest, histograms)

    records = sum(sum(histogram.values()) for histogram in histograms.values())
    splits = ", ".join(f"{name} {sum(h.values())}" for name, h in histograms.items())
    options = manifest["options"]
    return (
        f"{records} records, schema {manifest['schema']}, {len(claimed)} shards,"
        f" {len(manifest['labels'])} classes, {options['height']}x{options['width']}, {splits}"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", metavar="DATASET_DIR", type=pathlib.Path)
    for folder in parser.parse_args().folders:
        try:
            print(f"ok {folder}: {check(folder)}", flush=True)
        except Mismatch as e:
            sys.exit(f"FAILED {folder}: {e}")
        except Exception as e:  # Whatever a reader throws at a dataset is a finding.
            sys.exit(f"FAILED {folder}: {type(e).__name__}: {e}")


if __name__ == "__main__":
    main()
