// The pages that the command line writes, as a person opens them: the report of `verify` on right and wrong labels, and
// the grade of a scan.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { pathToFileURL } from "node:url";
import { open, openBrowser } from "./browser.mjs";
import { daysAgo, LISTED } from "./days.mjs";
import { PRODUCT, samples } from "./server.mjs";

const DAY = daysAgo(4);
let browser, folder;
before(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(path.join(os.tmpdir(), "temsao-reports-"));
    const temsao = (home, ...words) =>
        promisify(execFile)(
            process.env.TEMSAO,
            ["--home", path.join(folder, home), "--lang", "vi", "--quiet", ...words],
            { cwd: folder },
        ).catch((error) => {
            if (![1, 2].includes(error.code)) throw error;
        }); // an answer, not a failure
    // The same product as the province lists it, and as a label claims that shows two stars more.
    writeFileSync(
        path.join(folder, "more.csv"),
        readFileSync(path.join(samples, "danh-sach.csv"), "utf8").replace(";54,9;3;", ";95,9;5;"),
    );
    await temsao("home", "list", "import", path.join(samples, "danh-sach.csv"), "--as-of", LISTED);
    await temsao("other", "list", "import", "more.csv", "--as-of", LISTED);
    await temsao("home", "label", PRODUCT, "--date", DAY, "-o", "nuoc-mam.png");
    await temsao("other", "label", PRODUCT, "--date", DAY, "-o", "nuoc-mam-dan-sao.png");
    await temsao("home", "label", "09520000020019", "--template", "stamp-35x50", "--date", DAY, "-o", "cu-do.png");
    await temsao(
        "home",
        "verify",
        "nuoc-mam.png",
        "nuoc-mam-dan-sao.png",
        "cu-do.png",
        "--date",
        DAY,
        "--report",
        "verify.html",
    );
    await temsao("home", "label", PRODUCT, "--dpi", "600", "--date", DAY, "-o", "scan.png");
    await temsao("home", "grade", "scan.png", "--dpi", "600", "--report", "grade.html");
});
after(() => {
    rmSync(folder, { recursive: true, force: true });
});

for (const size of ["phone", "desk"])
    for (const [name, words] of [
        ["verify", ["Không hợp lệ", "Hợp lệ"]],
        ["grade", ["Ước lượng"]],
    ])
        test(`the report of ${name} reads well (${size})`, async () => {
            const { page, look, close } = await open(
                browser,
                size,
                pathToFileURL(path.join(folder, `${name}.html`)).href,
            );
            for (const word of words) await page.getByText(new RegExp(word, "i")).first().waitFor();
            await look(`report-${name}`);
            await close();
        });
