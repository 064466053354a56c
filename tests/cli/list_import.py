"""What `temsao list import FILE` makes of a file, in a form that stands beside the file in a test.

An expectation is a dictionary; what it does not name is not compared:
    products   what `list show` has, each a tuple of as many of FIELDS as are compared
    facts      cells of `list export`, each by the product's name and the heading
    refused    of each refused row its number and a part of the reason
    error      a part of the message with which the import stopped; then the old list stays
    says       parts of what was said on standard error, or of a remark on a row: "Row 3: …"
    unread     the columns that were not understood, by heading
    rows       how many by kind, as far as given
"""
import csv
import io
import json
import pathlib
import subprocess
import tempfile

FIELDS = ("name", "producer", "stars", "certificate", "issued", "valid_to", "status")


def run(program, home, *arguments):
    return subprocess.run(
        [program, "--lang", "en", "--home", str(home), "--json", *arguments], capture_output=True, text=True
    )


def import_file(program, content, name):
    """(exit status, the report or None, what stderr says, the products, the rows of the export)"""
    with tempfile.TemporaryDirectory() as folder:
        path, home = pathlib.Path(folder) / name, pathlib.Path(folder) / "home"
        path.write_bytes(content)
        done = run(program, home, "list", "import", str(path), "--as-of", "2026-11-01")
        shown = run(program, home, "list", "show", "--date", "2026-11-24")
        products = json.loads(shown.stdout)["products"] if shown.returncode == 0 else []
        exported = pathlib.Path(folder) / "exported.csv"
        run(program, home, "list", "export", str(exported))
        rows = list(csv.DictReader(io.StringIO(exported.read_text("utf-8-sig")))) if exported.exists() else []
        return done.returncode, json.loads(done.stdout) if done.stdout else None, done.stderr, products, rows


def accounts_for_all(report):
    rows = report["rows"]
    counted = rows["product"] == report["rows_accepted"] and rows["refused"] == len(report["refused"])
    return counted and report["rows_read"] == sum(rows.values())


def misfits(program, content, name, expected):
    """What is other than expected, as sentences; none when all is right."""
    status, report, said, products, rows = import_file(program, content, name)
    found = []
    if "error" in expected:
        if status != 65 or expected["error"] not in said:
            found.append(f"expected to stop with “{expected['error']}”, but exit {status}: {said or report}")
        return found
    if report is None:
        return [f"stopped with {said}"]
    said += "".join(f"Row {remark['row']}: {remark['message']}\n" for remark in report["remarks"])
    if not accounts_for_all(report):
        found.append(f"rows are missing in {report['rows_read']} = {report['rows']}")
    if "products" in expected:
        got = sorted(tuple(p[field] for field in FIELDS) for p in products)
        cut = [row[: len(want)] for row, want in zip(got, sorted(expected["products"]))]
        if len(got) != len(expected["products"]) or cut != sorted(expected["products"]):
            found.append(f"products {got}, not {sorted(expected['products'])}")
    refused = [(row["row"], row["reason"]) for row in report["refused"]]
    wanted = expected.get("refused", [])
    if len(refused) != len(wanted) or any(r[0] != w[0] or w[1] not in r[1] for r, w in zip(refused, wanted)):
        found.append(f"refused {refused}, not {wanted}")
    found += [f"not said: “{part}” in {said!r}" for part in expected.get("says", []) if part not in said]
    unread = [column["heading"] for column in report["headings"] if column["meaning"] is None]
    if unread != expected.get("unread", []):
        found.append(f"columns not read {unread}, not {expected.get('unread', [])}")
    for (product, heading), value in expected.get("facts", {}).items():
        cells = [row[heading] for row in rows if row["Tên sản phẩm"] == product]
        if cells != [value]:
            found.append(f"{heading} of {product} is {cells}, not {value!r}")
    for kind, count in expected.get("rows", {}).items():
        if report["rows"][kind] != count:
            found.append(f"{report['rows'][kind]} rows of kind {kind}, not {count}")
    return found
