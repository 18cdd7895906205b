"""Opens reports in headless Chromium, as wide as a desk's and a phone's screen, and looks for what is wrong.

    python3 benchmark/src/test/python/check_report.py report.html [--screenshots=FOLDER]

Checked: the console holds no error; every chart and every mark in it is drawn and lies within its
chart's width; the page is no wider than the screen; nothing is fetched; a click on a heading sorts
the trials. Without Chromium the check installs Debian's where it may, and else is skipped, saying so.
Exit codes: 0 sound or skipped; 1 not sound; 2 usage.
"""

import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SCREENS = {"desk": 1280, "phone": 400}

FRAME = """<!DOCTYPE html>
<body style="margin:0"><iframe id="page" src="%s" style="border:0;width:%dpx;height:900px"></iframe>
<pre id="found"></pre>
<script>
document.getElementById("page").addEventListener("load", (event) => {
  const page = event.target.contentDocument;
  const faults = [];
  const charts = [...page.querySelectorAll("svg.plot")];
  for (const chart of charts) {
    const box = chart.getBoundingClientRect();
    if (box.width < 100 || box.height < 20) faults.push(`${chart.id} is ${box.width} by ${box.height}`);
    const marks = [...chart.querySelectorAll(".mark, .line")];
    if (marks.length === 0) faults.push(`${chart.id} is empty`);
    for (const mark of marks) {
      const drawn = mark.getBoundingClientRect();
      if (drawn.width + drawn.height === 0 && mark.getAttribute("width") !== "0") {
        faults.push(`${chart.id}: a ${mark.tagName} has no size`);
      }
      if (drawn.left < box.left - 2 || drawn.right > box.right + 2) {
        faults.push(`${chart.id}: a ${mark.tagName} lies outside`);
      }
      if (getComputedStyle(mark).fill === "none" && getComputedStyle(mark).stroke === "none") {
        faults.push(`${chart.id}: a ${mark.tagName} has no colour`);
      }
    }
    for (const text of chart.querySelectorAll("text")) {
      const drawn = text.getBoundingClientRect();
      if (drawn.left < box.left - 8 || drawn.right > box.right + 16) {
        faults.push(`${chart.id}: "${text.textContent}" lies outside`);
      }
    }
  }
  const root = page.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide`);
  const fetched = event.target.contentWindow.performance.getEntriesByType("resource");
  for (const entry of fetched) if (!entry.name.startsWith("data:")) faults.push(`it fetches ${entry.name}`);
  const table = page.querySelector("table.sortable");
  const column = [...table.tHead.rows[0].cells].findIndex((head) => head.textContent === "seconds");
  table.closest("details").open = true;
  table.tHead.rows[0].cells[column].querySelector("button").click();
  const values = [...table.tBodies[0].rows].map((row) => Number(row.cells[column].dataset.v));
  if (values.some((value, i) => i > 0 && value < values[i - 1])) faults.push("a click does not sort");
  document.getElementById("found").textContent = JSON.stringify({ charts: charts.length, faults });
});
</script>
"""


def chromium():
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], stdout=subprocess.DEVNULL, check=False)
        found = next(filter(None, map(shutil.which, NAMES)), None)
    return found


def run(browser, *arguments):
    with tempfile.TemporaryDirectory() as profile:
        return subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-background-networking",
                f"--user-data-dir={profile}",
                *arguments,
            ],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )


def faults_of(browser, report, width):
    with tempfile.TemporaryDirectory() as folder:
        frame = pathlib.Path(folder, "frame.html")
        frame.write_text(FRAME % (report.as_uri(), width))
        result = run(
            browser,
            "--allow-file-access-from-files",
            "--enable-logging=stderr",
            "--virtual-time-budget=20000",
            f"--window-size={max(width, 500)},900",
            "--dump-dom",
            frame.as_uri(),
        )
    found = re.search(r'<pre id="found">(.+?)</pre>', result.stdout)
    if not found:
        return 0, ["the page was not loaded: " + result.stderr[-2000:]]
    answer = json.loads(html.unescape(found.group(1)))
    console = [line for line in result.stderr.splitlines() if "CONSOLE" in line]
    return answer["charts"], answer["faults"] + console


def main(arguments):
    reports = [pathlib.Path(a).resolve() for a in arguments if not a.startswith("--")]
    folders = [a.split("=", 1)[1] for a in arguments if a.startswith("--screenshots=")]
    if not reports or len(folders) + len(reports) != len(arguments):
        print(__doc__, file=sys.stderr)
        return 2
    browser = chromium()
    if browser is None:
        print("skipped: there is no Chromium here, and none could be installed")
        return 0
    sound = True
    for report in reports:
        for screen, width in SCREENS.items():
            charts, faults = faults_of(browser, report, width)
            print(f"{report}, {screen}: {charts} charts, {len(faults)} faults")
            for fault in faults:
                print("  " + fault)
            sound = sound and not faults
        for folder in folders:
            target = pathlib.Path(folder)
            target.mkdir(parents=True, exist_ok=True)
            picture = target / (report.stem + ".png")
            run(browser, "--window-size=1280,1800", f"--screenshot={picture.resolve()}", report.as_uri())
            print(f"screenshot: {picture}")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
