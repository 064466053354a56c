#!/usr/bin/env python3
"""Labels of 60x40 mm, six Vietnamese lines, badge and a code of its own each, as vector PDF: CPU (user + system) of the
whole program, peak memory, and the same for the makers of labels that install here, in one run.

    tests/bench/press.py TEMSAO [--peers FOLDER] [COUNT ...]        COUNT: 1000 10000 100000 unless given

TEMSAO is the built program, of the preset `release`. With --peers, Typst (PyPI), pdfkit and pdfme (npm) are installed into
FOLDER unless they are there; gLabels is taken where glabels-3-batch is installed (Debian: glabels). A peer that is not
there is left out and named. Peers make 1,000 labels; Typst has no QR codes of its own and gets the modules as data, so
that their making is not in its time."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PEER_LABELS = 1000
LINES = [
    "Nước mắm cá cơm Kỳ Ninh Mẫu",
    "Cơ sở chế biến hải sản Nhất Khương Mẫu",
    "TDP Tân Thắng, Phường Hải Ninh, tỉnh Hà Tĩnh",
    "500 ml",
    "NSX 02/04/2026 · HSD 02/10/2028",
    "(10)NM-0426 (21)",
]
LINK = "https://id.ocop.vn/01/09521234000488/10/NM-0426/21/7KQ%05d?17=281002"


def measured(command, **options):
    """CPU seconds, wall seconds and peak memory in MB of one command."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    words = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(words.strip()[-300:])
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def quiet(*command, **options):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)


def show(name, cpu, wall, memory, labels, more=""):
    print(f"{name:44} {1000 * cpu / labels:8.3f} ms CPU a label {memory:7.0f} MB {wall:7.1f} s wall {more}", flush=True)


def ours(temsao, home, counts):
    """The best CPU of 1,000 unsigned labels, which the peers are compared with."""
    (home / "list.csv").write_text(
        "Mã vạch,Tên sản phẩm,Chủ thể,Địa chỉ,Hạng sao,Số QĐ,Ngày QĐ,Định lượng,Hạn sử dụng\n"
        f'09521234000488,{LINES[0]},{LINES[1]},"{LINES[2]}",4,1/QĐ-UBND,01/06/2026,500 ml,24 tháng\n'
    )
    environment = os.environ | {"TEMSAO_HOME": str(home / "home"), "TEMSAO_PASSPHRASE": "một lần đo tốc độ"}
    quiet(temsao, "--quiet", "list", "import", home / "list.csv", "--as-of", "2026-11-01", env=environment)
    quiet(temsao, "key", "new", "root", "--owner", "Tỉnh Mẫu", env=environment)
    quiet(temsao, "key", "new", "htx", "--owner", LINES[1], env=environment)
    quiet(temsao, "key", "certify", home / "home/keys/htx.pub", "--producer", LINES[1], env=environment)
    first = None
    for profile in ([], ["--profile", "signed", "--key", "htx"]):
        took = {}
        for threads in ("all cores", "one core"):
            for count in counts:
                command = [
                    temsao,
                    "--quiet",
                    "label",
                    "09521234000488",
                    "--date",
                    "2026-11-24",
                    "--serials",
                    "--check-labels",
                    "1",
                    "--count",
                    str(count),
                    "-o",
                    home / "labels.pdf",
                ]
                if threads == "one core":
                    command = ["taskset", "-c", "0"] + command
                command += profile
                start, _, _ = measured([str(part) if part != str(count) else "1" for part in command], env=environment)
                runs = [measured(command, env=environment) for _ in range(3 if count <= 10_000 else 1)]
                cpu, wall, memory = min(runs)
                what = "signed" if profile else "unsigned"
                took[threads, count] = min(run[1] for run in runs)
                show(
                    f"temsao, {what}, {count} labels, {threads}",
                    cpu,
                    wall,
                    memory,
                    count,
                    f"({1000 * (cpu - start) / count:.3f} without starting up)",
                )
                if first is None:
                    first = cpu / count
        print(f"  all cores are {took['one core', counts[-1]] / took['all cores', counts[-1]]:.2f} times one")
    return first


TYPST = """#set page(width: 60mm, height: 40mm, margin: 0mm)
#set text(font: "Be Vietnam Pro", size: 6.5pt)
#let labels = json("labels.json")
#let star(full) = polygon(fill: if full {cmyk(0%,30%,95%,5%)} else {none}, stroke: 0.1mm,
  ..range(10).map(i => { let r = if calc.even(i) {1.6mm} else {0.7mm}; let a = i*36deg - 90deg
    (1.6mm + r*calc.cos(a), 1.6mm + r*calc.sin(a)) }))
#for l in labels {
  place(dx: 3mm, dy: 3mm, block(width: 31mm, text(size: 11pt, weight: "bold", l.lines.at(0))))
  for i in range(1, 6) { place(dx: 3mm, dy: 11mm + i*4mm, block(width: 31mm, l.lines.at(i))) }
  for i in range(5) { place(dx: 38mm + i*3.8mm, dy: 6mm, star(i < 4)) }
  place(dx: 39mm, dy: 14mm, curve(fill: cmyk(0%,0%,0%,100%), ..l.runs.map(r => (
    curve.move((r.at(0)*0.5mm, r.at(1)*0.5mm)), curve.line(((r.at(0)+r.at(2))*0.5mm, r.at(1)*0.5mm)),
    curve.line(((r.at(0)+r.at(2))*0.5mm, (r.at(1)+1)*0.5mm)), curve.line((r.at(0)*0.5mm, (r.at(1)+1)*0.5mm)),
    curve.close())).flatten()))
  pagebreak(weak: true)
}
"""

CODES = """const QR = require("qrcode"), fs = require("fs"), {lines, link, count} = JSON.parse(fs.readFileSync("job.json"));
fs.writeFileSync("labels.json", JSON.stringify(Array.from({length: count}, (_, n) => {
  const number = String(n).padStart(5, "0"), m = QR.create(link.replace("%05d", number), {errorCorrectionLevel: "M"}).modules, runs = [];
  for (let y = 0; y < m.size; ++y) for (let x = 0, b; x < m.size; x = b + 1) {
    for (b = x; b < m.size && m.get(y, b); ++b); if (b > x) runs.push([x, y, b - x]); }
  return {lines: lines.map((l, i) => i == 5 ? l + "7KQ" + number : l), runs};
})));
"""

PDFKIT = """const PDF = require("pdfkit"), QR = require("qrcode"), fs = require("fs");
const {lines, link, count, font} = JSON.parse(fs.readFileSync("job.json"));
const mm = 72 / 25.4, doc = new PDF({autoFirstPage: false});
doc.pipe(fs.createWriteStream("pdfkit.pdf")); doc.registerFont("f", font);
for (let n = 0; n < count; ++n) {
  doc.addPage({size: [60 * mm, 40 * mm], margin: 0}); doc.font("f").fillColor([0, 0, 0, 100]);
  lines.forEach((l, i) => doc.fontSize(i ? 6.5 : 11).text(i == 5 ? l + "7KQ" + String(n).padStart(5, "0") : l, 3 * mm,
    (i ? 11 + 4 * i : 3) * mm, {width: 31 * mm}));
  for (let s = 0; s < 5; ++s) {
    for (let i = 0; i < 10; ++i) { const r = i % 2 ? 0.7 : 1.6, a = (i * 36 - 90) * Math.PI / 180,
      x = (39.6 + s * 3.8 + r * Math.cos(a)) * mm, y = (7.6 + r * Math.sin(a)) * mm;
      i ? doc.lineTo(x, y) : doc.moveTo(x, y); }
    s < 4 ? doc.fillColor([0, 30, 95, 5]).fill() : doc.closePath().lineWidth(0.3).stroke();
  }
  const m = QR.create(link.replace("%05d", String(n).padStart(5, "0")), {errorCorrectionLevel: "M"}).modules;
  for (let y = 0; y < m.size; ++y) for (let x = 0, b; x < m.size; x = b + 1) {
    for (b = x; b < m.size && m.get(y, b); ++b); if (b > x) doc.rect((39 + x * .5) * mm, (14 + y * .5) * mm, (b - x) * .5 * mm, .5 * mm); }
  doc.fillColor([0, 0, 0, 100]).fill();
}
doc.end();
"""

PDFME = """import {generate} from "@pdfme/generator"; import {text, barcodes, line} from "@pdfme/schemas"; import fs from "fs";
const {lines, link, count, font} = JSON.parse(fs.readFileSync("job.json"));
const box = (name, type, x, y, width, height, more) => ({name, type, position: {x, y}, width, height, ...more});
const schemas = [[...lines.map((l, i) => box("t" + i, "text", 3, i ? 11 + 4 * i : 3, 31, 5, {fontSize: i ? 6.5 : 11, fontName: "f"})),
  box("badge", "text", 38, 6, 20, 5, {fontSize: 9, fontName: "f"}), box("code", "qrcode", 39, 14, 18.5, 18.5)]];
const inputs = Array.from({length: count}, (_, n) => Object.fromEntries([...lines.map((l, i) => ["t" + i, i == 5 ? l + "7KQ" + n : l]),
  ["badge", "OCOP 4"], ["code", link.replace("%05d", String(n).padStart(5, "0"))]]));
const pdf = await generate({template: {basePdf: {width: 60, height: 40, padding: [0, 0, 0, 0]}, schemas}, inputs,
  plugins: {text, qrcode: barcodes.qrcode}, options: {font: {f: {data: fs.readFileSync(font), fallback: true}}}});
fs.writeFileSync("pdfme.pdf", pdf);
"""

GLABELS = """<?xml version="1.0"?>
<Glabels-document xmlns="http://glabels.org/xmlns/3.0/">
  <Template brand="Bench" part="60x40" size="Other" width="60mm" height="40mm">
    <Label-rectangle id="0" width="60mm" height="40mm" round="0pt" x_waste="0pt" y_waste="0pt">
      <Layout nx="1" ny="1" x0="0pt" y0="0pt" dx="60mm" dy="40mm"/></Label-rectangle></Template>
  <Objects id="0" rotate="False">%s
    <Object-barcode x="39mm" y="14mm" w="18.5mm" h="18.5mm" backend="libqrencode" style="IEC18004" text="False" checksum="False" color="0x000000ff" field="link"/>
  </Objects>
  <Merge type="Text/Comma/Line1Keys" src="labels.csv"/>
</Glabels-document>
"""


def peers(folder, best):
    folder.mkdir(parents=True, exist_ok=True)
    font = ROOT / "fonts/BeVietnamPro-Regular.ttf"
    (folder / "job.json").write_text(
        json.dumps({"lines": LINES, "link": LINK, "count": PEER_LABELS, "font": str(font)}), encoding="utf-8"
    )

    def npm(*packages):
        if not all((folder / "node_modules" / package).exists() for package in packages):
            quiet("npm", "--silent", "install", *packages, cwd=folder)

    def typst():
        python = folder / "venv/bin/python3"
        if not python.exists():
            quiet(sys.executable, "-m", "venv", folder / "venv")
            quiet(folder / "venv/bin/pip", "install", "typst")
        npm("pdfkit", "qrcode")
        quiet("node", "-e", CODES, cwd=folder)
        (folder / "job.typ").write_text(TYPST, encoding="utf-8")
        code = f"import typst; typst.compile('job.typ', output='typst.pdf', font_paths=['{ROOT / 'fonts'}'])"
        return [python, "-c", code]

    def pdfkit():
        npm("pdfkit", "qrcode")
        (folder / "job.js").write_text(PDFKIT, encoding="utf-8")
        return ["node", "job.js"]

    def pdfme():
        npm("@pdfme/generator", "@pdfme/schemas", "@pdfme/common")
        (folder / "job.mjs").write_text(PDFME, encoding="utf-8")
        return ["node", "job.mjs"]

    def glabels():
        if not shutil.which("glabels-3-batch"):
            raise RuntimeError("glabels-3-batch is not installed (Debian: glabels)")
        texts = ""
        for i, line in enumerate(LINES):
            inner = line + '<Field name="serial"/>' if i == 5 else line
            texts += (
                f'<Object-text x="3mm" y="{11 + 4 * i if i else 3}mm" w="31mm" h="5mm" justify="Left" valign="Top">'
                f'<Span font_family="Be Vietnam Pro" font_size="{6.5 if i else 11}" font_weight="Regular" '
                f'font_italic="False" line_spacing="1" color="0x000000ff">{inner}</Span></Object-text>'
            )
        (folder / "job.glabels").write_text(GLABELS % texts, encoding="utf-8")
        rows = "".join(f"{LINK % n},7KQ{n:05d}\n" for n in range(PEER_LABELS))
        (folder / "labels.csv").write_text("link,serial\n" + rows, encoding="utf-8")
        return ["glabels-3-batch", "-o", "glabels.pdf", "job.glabels"]

    for name, prepare in (("Typst", typst), ("pdfkit", pdfkit), ("pdfme", pdfme), ("gLabels", glabels)):
        try:
            command = [str(part) for part in prepare()]
            cpu, wall, memory = min(measured(command, cwd=folder) for _ in range(2))
            pages = re.search(
                r"Pages:\s+(\d+)",
                subprocess.run(
                    ["pdfinfo", folder / f"{name.lower()}.pdf"], capture_output=True, text=True, check=True
                ).stdout,
            )
            if int(pages[1]) != PEER_LABELS:
                raise RuntimeError(f"it made {pages[1]} pages")
            show(
                f"{name}, {PEER_LABELS} labels",
                cpu,
                wall,
                memory,
                PEER_LABELS,
                f"{cpu / PEER_LABELS / best:.1f} times ours",
            )
        except (RuntimeError, OSError, subprocess.CalledProcessError) as why:
            print(f"{name}: left out: {why}")


def main():
    arguments = sys.argv[1:]
    folder = None
    if "--peers" in arguments:
        at = arguments.index("--peers")
        folder = pathlib.Path(arguments[at + 1]).resolve()
        del arguments[at : at + 2]
    temsao = str(pathlib.Path(arguments[0]).resolve())
    counts = [int(count) for count in arguments[1:]] or [1000, 10_000, 100_000]
    print("load", *os.getloadavg())
    with tempfile.TemporaryDirectory() as scratch:
        best = ours(temsao, pathlib.Path(scratch), counts)
    if folder:
        peers(folder, best)


if __name__ == "__main__":
    main()
