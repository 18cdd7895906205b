"""Writes the golden records of the schema tests, with Python's protobuf.

    python3 -m venv /tmp/golden
    /tmp/golden/bin/pip install protobuf==7.36.2
    /tmp/golden/bin/python transforms/src/test/python/make_examples.py

Output: transforms/src/test/resources/example/*.bin, one serialised tf.train.Example each, of the image
images/tiny.jpg. The message is declared here from TensorFlow's example.proto and feature.proto, field by
field, so that nothing but the wire format is shared with what is tested. A second run changes nothing.
"""

import pathlib

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

RESOURCES = pathlib.Path(__file__).resolve().parents[1] / "resources"
FOLDER = RESOURCES / "example"

# Of images/tiny.jpg.
HEIGHT, WIDTH = 12, 16

Field = descriptor_pb2.FieldDescriptorProto


def message(file, name, *fields):
    declared = file.message_type.add(name=name)
    for number, (field, kind, label, type_name) in enumerate(fields, start=1):
        declared.field.add(name=field, number=number, type=kind, label=label, type_name=type_name)
    return declared


def example_class():
    one, many = Field.LABEL_OPTIONAL, Field.LABEL_REPEATED
    file = descriptor_pb2.FileDescriptorProto(name="example.proto", package="t", syntax="proto3")
    message(file, "BytesList", ("value", Field.TYPE_BYTES, many, None))
    message(file, "FloatList", ("value", Field.TYPE_FLOAT, many, None))
    message(file, "Int64List", ("value", Field.TYPE_INT64, many, None))
    feature = message(
        file,
        "Feature",
        ("bytes_list", Field.TYPE_MESSAGE, one, ".t.BytesList"),
        ("float_list", Field.TYPE_MESSAGE, one, ".t.FloatList"),
        ("int64_list", Field.TYPE_MESSAGE, one, ".t.Int64List"),
    )
    feature.oneof_decl.add(name="kind")
    for field in feature.field:
        field.oneof_index = 0
    features = message(file, "Features", ("feature", Field.TYPE_MESSAGE, many, ".t.Features.FeatureEntry"))
    entry = features.nested_type.add(name="FeatureEntry")
    entry.options.map_entry = True
    entry.field.add(name="key", number=1, type=Field.TYPE_STRING, label=one)
    entry.field.add(name="value", number=2, type=Field.TYPE_MESSAGE, label=one, type_name=".t.Feature")
    message(file, "Example", ("features", Field.TYPE_MESSAGE, one, ".t.Features"))
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName("t.Example"))


def write(name, features):
    example = example_class()()
    for key, values in features.items():
        feature = example.features.feature[key]
        if isinstance(values[0], bytes):
            feature.bytes_list.value.extend(values)
        elif isinstance(values[0], float):
            feature.float_list.value.extend(values)
        else:
            feature.int64_list.value.extend(values)
    (FOLDER / f"{name}.bin").write_bytes(example.SerializeToString(deterministic=True))


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    image = (RESOURCES / "images" / "tiny.jpg").read_bytes()
    key = "tulips/tiny цветок.jpg".encode()
    write("tfds", {"image": [image], "label": [2], "file_name": [key]})
    write(
        "flowers",
        {
            "image": [image],
            "class": [2],
            "label": ["tulips".encode()],
            "size": [HEIGHT, WIDTH],
            "one_hot_class": [0.0, 0.0, 1.0, 0.0],
        },
    )


if __name__ == "__main__":
    main()
