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
    "tea-118x130": lambda p: p["Tên sản phẩm"].startswith(("Trà", "Chè")),
    "pickle-140x90": lambda p: p["Tên sản phẩm"].startswith(("Dầu", "Mật mía")),
    "sweet-200x50": lambda p: p["Tên sản phẩm"].startswith(("Kẹo", "Bánh đa")),
    "pottery-180x55": lambda p: p["Tên sản phẩm"].startswith(("Đũa", "Nón")),
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

# A brand whose name and motto are as long as they may be.
BRAND = (
    *("--name", "Nông sản và Thực phẩm sạch Hương Sơn Mẫu", "--motto", "Từ tay người trồng đến tay người dùng"),
    *("--place", "Hương Sơn, Hà Tĩnh", "--main", "20 100 80 20", "--second", "30 60 80 30"),
    *("--typeface", "bricolage", "--pattern", "diamonds"),
)


def remarks(name, answer):
    """What preflight says of the labels, each remark once, but what they deserve."""
    said = {(one["code"], one["message"]) for one in answer.get("preflight", []) if (name, one["code"]) not in DESERVED}
    return [f"{code}: {message}" for code, message in sorted(said)]


def try_template(name, chosen, producers, label, set_brand):
    """What is wrong with the template. `label` makes labels of it with these options and gives exit status and answer."""
    if len(chosen) < 8:
        yield f"only {len(chosen)} products to try"
    for dpi in ("203", "300"):
        status, answer = label(*chosen, "--dpi", dpi, "-o", "x.pdf")
        yield from (f"at {dpi} dpi: {remark}" for remark in remarks(name, answer))
        if status != 0:
            yield f"at {dpi} dpi: exit {status} {answer.get('error', '')}"
    # The widest serial there is: a run must not stop at the one label that drew wide letters. A lot of twelve has room.
    status, answer = label(chosen[0], "--lot", "NM2611240102", "--serial", "WMWMWMWM", "--preview", "x.png")
    if status != 0:
        yield f"serial WMWMWMWM: exit {status} {answer.get('error', '')}"
    for producer in producers:
        set_brand(producer)
    status, answer = label(*chosen[:4], "--dpi", "203", "-o", "y.pdf")
    yield from (f"with a brand: {remark}" for remark in remarks(name, answer))
    if status != 0:
        yield f"with a brand: exit {status} {answer.get('error', '')}"


def main():
    temsao, source = sys.argv[1], pathlib.Path(sys.argv[2])
    sample = source / "samples/ha-tinh/danh-sach.csv"
    logo = source / "docs/guides/pictures/scan-3-stars.png"
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
            return done.returncode, json.loads(done.stdout)

        run("list", "import", str(sample), "--as-of", "2026-11-01")
        listed = {p["name"]: p for p in run("list", "show", "--date", "2026-11-24")[1]["products"]}
        for name in sorted(shipped & FOR.keys()):
            names = [p["Tên sản phẩm"] for p in products.values() if FOR[name](p)]
            chosen = [listed[one] for one in names if one in listed and listed[one]["status"] == "valid"]
            design = ("--template", str(source / f"templates/{name}.svg"), "--date", "2026-11-24")
            found = try_template(
                name,
                [one["key"] for one in chosen],
                {one["producer"] for one in chosen[:4]},
                lambda *options: run("label", *options, *design),
                lambda producer: run("brand", "set", producer, *BRAND, "--logo", str(logo)),
            )
            wrong += [f"{name}, {fault}" for fault in found]
            shutil.rmtree(pathlib.Path(home) / "brands", ignore_errors=True)
    print("\n".join(wrong) or f"{len(shipped)} templates take what they are for")
    return bool(wrong)


sys.exit(main())
