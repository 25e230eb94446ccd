#!/usr/bin/env python3
"""How long the link chart takes from its data to its picture, and a frame while it is moved, in a real browser.

    python3 benchmarks/Networks/draw_chart.py [ITEMS TIES] [--chromium PATH]

Builds nothing: the project must have been built, so that the scripts of the pages are there. The network is made with a fixed seed; places are given, as in a chart that
was kept. Printed, as medians of five mounts: milliseconds from the call to the second animation frame after it (the first picture is on the screen by then), milliseconds
that one drawing took, and milliseconds between frames while the whole chart is moved and zoomed in sixty steps.
"""
import argparse
import http.server
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOUNTS = 5

PAGE = """<!doctype html><html lang="en" data-theme="light"><meta charset="utf-8"><link rel="stylesheet" href="/ui/app.css">
<style>body { margin: 0 } #chart { width: 1300px; height: 700px }</style><div id="chart"></div>
<script type="module">
import { mount } from "/ui/chart.js";
const frame = () => new Promise(requestAnimationFrame);
const [chart, captions] = await Promise.all([fetch("/chart.json"), fetch("/captions.json")].map(async answer => (await answer).json()));
const element = document.getElementById("chart"), rounds = [];
for (let n = 0; n < MOUNTS; n++) {
  const data = structuredClone(chart);
  await frame();
  const from = performance.now();
  const handle = mount(element, { chart: data, captions, direction: "ltr", language: "en", digits: "latn", readOnly: true }, {});
  await frame(); await frame();
  const drawn = performance.now() - from, { frame: cost, items, ties } = handle.state();
  const place = element.querySelector(".chart-place"), box = place.getBoundingClientRect(), between = [];
  let last = performance.now();
  for (let step = 0; step < 60; step++) {
    place.dispatchEvent(new WheelEvent("wheel", { deltaY: step % 20 < 10 ? -60 : 60, clientX: box.x + 400 + step, clientY: box.y + 300, bubbles: true, cancelable: true }));
    await frame();
    const now = performance.now();
    between.push(now - last);
    last = now;
  }
  rounds.push({ drawn, cost, items, ties, between });
  await handle.dispose();
}
await fetch("/done", { method: "POST", body: JSON.stringify(rounds) });
</script>""".replace("MOUNTS", str(MOUNTS))


def network(items, ties):
    """Persons, phones and places in clusters; half of the ties stay within one."""
    drawn = random.Random(7)
    at = [(drawn.gauss(0, 1), drawn.gauss(0, 1)) for _ in range(max(1, items // 50))]
    grade = lambda: {"text": drawn.choice(["1A", "2B", "2C", "3D"]), "rank": drawn.randrange(5)}
    handling = {"code": "C·A1·S1", "level": 1}
    icon = '<circle cx="12" cy="8" r="4"/><path d="M4 20c0-4 4-6 8-6s8 2 8 6z"/>'
    types = [{"name": name, "of": "item", "label": name, "plural": name, "icon": icon} for name in ("person", "phone", "place")] + [
        {"name": name, "of": "tie", "label": name, "directed": name != "contact"} for name in ("contact", "use", "residence")]
    spread = 60 * items ** 0.5
    nodes, positions = [], {}
    for n in range(items):
        cluster = at[n % len(at)]
        nodes.append({"id": f"E-{n}", "type": drawn.choice(["person", "person", "phone", "place"]), "caption": f"Invented {n}", "grade": grade(), "handling": handling})
        positions[f"E-{n}"] = [round(spread * cluster[0] + drawn.gauss(0, 120), 1), round(spread * cluster[1] + drawn.gauss(0, 120), 1)]
    edges = []
    for n in range(ties):
        one = drawn.randrange(items)
        other = (one + len(at) * drawn.randrange(1, 20)) % items if n % 2 else drawn.randrange(items)
        if other == one:
            other = (one + 1) % items
        best = grade()
        edges.append({"id": f"L-{n}", "links": [f"L-{n}"], "source": f"E-{one}", "target": f"E-{other}", "type": drawn.choice(["contact", "use", "residence"]), "directed": n % 3 > 0,
                      "caption": "", "grade": {"best": best, "worst": best}, "standing": drawn.choice(["confirmed", "unconfirmed", "tentative"]), "handling": handling})
    content = {"format": 1, "positions": positions, "ties": [edge["id"] for edge in edges], "pins": [], "hidden": [], "groups": [], "annotations": [], "styles": [], "window": None,
               "unbundled": [], "faces": 2, "annotated": True, "snap": False, "view": None}
    return {"id": "H-1", "title": "Drawn", "version": 1, "handling": {"text": "C·A1·S1", "level": 1}, "today": "2026-03-31", "types": types, "items": nodes, "ties": edges, "content": content}


def captions():
    words = json.loads((ROOT / "src/Web/Captions/chart.en.json").read_text(encoding="utf-8"))
    flat = {}
    for key, value in words.items():
        flat.update({f"{key}#{form}": text for form, text in value.items()} if isinstance(value, dict) else {key: value})
    return flat


def serve(pages, done):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            path = self.path.split("?")[0]
            file = ROOT / "src/Web/wwwroot" / path.lstrip("/")
            body = pages.get(path) or (file.read_bytes() if file.is_file() else None)
            self.send_response(200 if body else 404)
            kind = {".js": "text/javascript", ".css": "text/css", ".json": "application/json", "": "text/html"}.get(os.path.splitext(path)[1], "application/octet-stream")
            self.send_header("content-type", f"{kind}; charset=utf-8")
            self.end_headers()
            self.wfile.write(body or b"")

        def do_POST(self):
            done.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(204)
            self.end_headers()
            ready.set()

        def log_message(self, *_):
            pass

    ready = threading.Event()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, ready


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("items", nargs="?", type=int, default=10_000)
    asked.add_argument("ties", nargs="?", type=int, default=20_000)
    asked.add_argument("--chromium", default=shutil.which("chromium-headless-shell") or shutil.which("chromium"))
    told = asked.parse_args()
    done = []
    pages = {"/": PAGE.encode(), "/chart.json": json.dumps(network(told.items, told.ties)).encode(), "/captions.json": json.dumps(captions()).encode()}
    server, ready = serve(pages, done)
    with tempfile.TemporaryDirectory() as profile:
        browser = subprocess.Popen([told.chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1300,700", "--remote-debugging-port=0", f"--user-data-dir={profile}",
                                    f"http://127.0.0.1:{server.server_port}/"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            if not ready.wait(180):
                raise SystemExit("The page did not answer within three minutes.")
        finally:
            browser.terminate()
            browser.wait()
    rounds = done[0]
    middle = lambda values: statistics.median(values)
    between = [step for one in rounds for step in one["between"]]
    print(f"{rounds[0]['items']:,} items, {rounds[0]['ties']:,} ties: first picture {middle([one['drawn'] for one in rounds]):.0f} ms (greatest of {len(rounds)}: {max(one['drawn'] for one in rounds):.0f}), "
          f"one drawing {middle([one['cost'] for one in rounds]):.0f} ms, moved: {middle(between):.0f} ms a frame (95 of 100 within {sorted(between)[int(len(between) * 0.95)]:.0f})")


if __name__ == "__main__":
    main()
