#!/usr/bin/env python3
"""The compiler refuses an arrow that is not in the table: a file of each of some folders, with that folder's own flags,
may include what the table allows and nothing that it does not.

    arrows_refused.py BUILD"""
import pathlib
import subprocess
import sys
import tempfile

from compile_flags import flags_of

build = pathlib.Path(sys.argv[1])

# folder, a header that it may include, headers that it may not: upwards, and across between the halls
CASES = [
    ("gs1", "base/result.h", ["store/ledger.h", "trace/trace_code.h", "job/job.h"]),
    ("label", "catalog/product.h", ["page/page.h", "press/jobs.h", "photo/reading.h"]),
    ("scan", "photo/reading.h", ["stars/badge.h", "verify/judge.h", "label/badge.h"]),
    ("verify", "photo/reading.h", ["scan/read.h", "decode/decode.h", "check/check_report.h"]),
    ("press", "render/pdf.h", ["bench/evidence.h", "grade/grade.h", "app/options.h"]),
    ("bench", "verify/judge.h", ["press/run_labels.h", "app/options.h", "serve/route.h"]),
    ("office", "store/ledger.h", ["press/run_labels.h", "bench/evidence.h", "desk/desk.h"]),
    ("http", "base/result.h", ["job/job.h", "serve/route.h", "gs1/gtin.h"]),
]


def compiles(folder, header):
    with tempfile.TemporaryDirectory() as place:
        source = pathlib.Path(place) / "one.cpp"
        source.write_text(f'#include "{header}"\n')
        end = subprocess.run(
            [*flags_of(build, folder), "-fsyntax-only", source], cwd=build, capture_output=True, text=True
        )
    return end.returncode == 0, end.stderr


wrong = []
for folder, allowed, refused in CASES:
    holds, why = compiles(folder, allowed)
    if not holds:
        wrong.append(f"{folder} may include {allowed}, but it does not compile:\n{why[:500]}")
    for header in refused:
        holds, why = compiles(folder, header)
        if holds:
            wrong.append(f"{folder} must not see {header}, but it compiles")
        elif "No such file" not in why:
            wrong.append(f"{folder} with {header} fails for another reason:\n{why[:500]}")
print("\n".join(wrong) or f"{sum(len(case[2]) for case in CASES)} wrong arrows are refused by the compiler")
if wrong:
    print("The table is in CMakeLists.txt (temsao_folder), the include roots in cmake/house.cmake.")
sys.exit(bool(wrong))
