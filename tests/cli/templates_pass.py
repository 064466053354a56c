#!/usr/bin/env python3
"""templates_pass.py TEMSAO SOURCE: every shipped template takes every product of the sample that it is for, whole, read
back, and without a remark of preflight but those in DESERVED, at 203 and 300 dpi; and a lot with
the widest serial, and a brand."""
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

# What each template is for (templates/README.md), by the sample's own words. A new template needs a row.
FOR = {
    "bottle-90x60": lambda p: p["Nhóm"] == "Thực phẩm",
    "box-100x70": lambda p: p["Nhóm"] in ("Thực phẩm", "Đồ uống"),
    "spirit-80x60": lambda p: p["Nhóm"] == "Đồ uống",
    "honey-150x50": lambda p: p["Tên sản phẩm"].startswith("Mật"),
    "sea-140x80": lambda p: p["Tên sản phẩm"].startswith(("Nước mắm", "Ruốc")),
    "rice-100x150": lambda p: p["Tên sản phẩm"].startswith(("Gạo", "Miến", "Bánh đa")),
    "tea-112x130": lambda p: p["Tên sản phẩm"].startswith(("Trà", "Chè")),
    "market-120x65": lambda p: p["Tên sản phẩm"].startswith(("Giò", "Kẹo")),
    "liquor-145x90": lambda p: p["Tên sản phẩm"].startswith("Rượu"),
    "craft-110x95": lambda p: p["Nhóm"] == "Thủ công mỹ nghệ",
    "remedy-125x45": lambda p: p["Nhóm"] == "Dược liệu",
    "herb-80x50": lambda p: p["Nhóm"] in ("Dược liệu", "Thủ công mỹ nghệ"),
    "tag-50x80": lambda p: p["Nhóm"] == "Thủ công mỹ nghệ",
    "jar-60x40": lambda p: int(p["TT"]) % 6 == 0,
    "plain-70x50": lambda p: int(p["TT"]) % 6 == 0,
    "roll-50x30": lambda p: int(p["TT"]) % 6 == 0,
    "stamp-35x50": lambda p: int(p["TT"]) % 6 == 0,
}


# Remarks that the sample deserves: nobody says whether sliced deer antler is food, health food or a medicine.
DESERVED = {("herb-80x50", "GOODS_UNKNOWN"), ("remedy-125x45", "GOODS_UNKNOWN")}

BRAND = (
    *("--name", "Nông sản và Thực phẩm sạch Hương Sơn Mẫu", "--motto", "Từ tay người trồng đến tay người dùng"),
    *("--place", "Hương Sơn, Hà Tĩnh", "--main", "20 100 80 20", "--second", "30 60 80 30"),
    *("--typeface", "bricolage", "--pattern", "diamonds"),
)


def main():
    temsao, source = sys.argv[1], pathlib.Path(sys.argv[2])
    sample = source / "samples/ha-tinh/danh-sach.csv"
    with open(sample, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    products = {int(r[0]): dict(zip(rows[2], r)) for r in reversed(rows[3:]) if r[0]}
    shipped = {p.stem for p in (source / "templates").glob("*.svg")}
    wrong = [f"{name}: no row in FOR" for name in shipped - FOR.keys()]
    with tempfile.TemporaryDirectory() as home:

        def run(*arguments):
            done = subprocess.run(
                [temsao, "--home", home, "--lang", "en", "--json", *arguments], capture_output=True, text=True, cwd=home
            )
            return done, json.loads(done.stdout)

        run("list", "import", str(sample), "--as-of", "2026-11-01")
        listed = run("list", "show", "--date", "2026-11-24")[1]["products"]
        keys = {p["name"]: p["key"] for p in listed if p["status"] == "valid"}
        for name in sorted(shipped & FOR.keys()):
            chosen = [keys[p["Tên sản phẩm"]] for p in products.values() if FOR[name](p) and p["Tên sản phẩm"] in keys]
            if len(chosen) < 8:
                wrong.append(f"{name}: only {len(chosen)} products to try")
            for dpi in ("203", "300"):
                done, answer = run(
                    "label",
                    *chosen,
                    "--template",
                    str(source / f"templates/{name}.svg"),
                    "--date",
                    "2026-11-24",
                    "--dpi",
                    dpi,
                    "-o",
                    "x.pdf",
                )
                remarks = {
                    f"{one['code']}: {one['message']}"
                    for one in answer.get("preflight", [])
                    if (name, one["code"]) not in DESERVED
                }
                for remark in sorted(remarks):
                    wrong.append(f"{name} at {dpi} dpi: {remark}")
                if done.returncode != 0:
                    wrong.append(f"{name} at {dpi} dpi: exit {done.returncode} {answer.get('error', '')}")
            # The widest serial there is: a run must not stop at the one label that drew wide letters.
            done, answer = run(
                "label",
                chosen[0],
                "--template",
                str(source / f"templates/{name}.svg"),
                "--date",
                "2026-11-24",
                "--lot",
                "L2611-01",
                "--serial",
                "WMWMWMWM",
                "--preview",
                "x.png",
            )
            if done.returncode != 0:
                wrong.append(f"{name}, serial WMWMWMWM: exit {done.returncode} {answer.get('error', '')}")
            # The same with a brand whose name and motto are as long as they may be.
            for producer in {one["producer"] for one in listed if one["key"] in chosen[:4]}:
                run("brand", "set", producer, *BRAND, "--logo", str(source / "docs/guides/pictures/scan-3-stars.png"))
            done, answer = run(
                "label",
                *chosen[:4],
                "--template",
                str(source / f"templates/{name}.svg"),
                "--date",
                "2026-11-24",
                "--dpi",
                "203",
                "-o",
                "y.pdf",
            )
            for one in answer.get("preflight", []):
                if (name, one["code"]) not in DESERVED:
                    wrong.append(f"{name} with a brand: {one['code']}: {one['message']}")
            if done.returncode != 0:
                wrong.append(f"{name} with a brand: exit {done.returncode} {answer.get('error', '')}")
            shutil.rmtree(pathlib.Path(home) / "brands", ignore_errors=True)
    print("\n".join(wrong) or f"{len(shipped)} templates take what they are for")
    return bool(wrong)


sys.exit(main())
