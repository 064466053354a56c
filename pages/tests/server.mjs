// A server in a folder that is deleted afterwards: the sample list, a clerk, two people of the office, a root key.
import { execFile, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { daysAgo, LISTED } from "./days.mjs";
import { endedWithTheTests } from "./ending.mjs";

const program = process.env.TEMSAO;
/** A folder with the sample lists of this month: those that lie in samples/ grow old. */
export const samples = mkdtempSync(path.join(os.tmpdir(), "temsao-samples-"));
execFileSync("python3", [
    fileURLToPath(new URL("../../samples/ha-tinh/make.py", import.meta.url)),
    ...["--as-of", LISTED, samples],
]);
process.on("exit", () => rmSync(samples, { recursive: true, force: true }));
export const PASSWORD = "nước mắm 2026 Kỳ Ninh";
export const PRODUCT = "09520000010003";

export const startServer = () => endedWithTheTests(start(), (server) => server.stop());

async function start() {
    const folder = mkdtempSync(path.join(os.tmpdir(), "temsao-pages-"));
    const home = path.join(folder, "home");
    const passphrase = path.join(folder, "passphrase");
    writeFileSync(passphrase, PASSWORD + "\n");
    const temsao = async (...words) => {
        const done = await promisify(execFile)(program, ["--home", home, "--lang", "vi", "--json", ...words], {
            cwd: folder,
        }).catch((error) => {
            if (error.code === 1 && error.stdout) return error; // rows refused: the report is what we came for
            throw error;
        });
        return done.stdout ? JSON.parse(done.stdout) : null;
    };
    await temsao("list", "import", path.join(samples, "danh-sach.csv"), "--as-of", LISTED);
    for (const [name, role] of [
        ["lan", "admin"],
        ["long", "admin"],
        ["mai", "office"],
        ["nam", "office"],
        ["thu", "inspector"],
    ])
        await temsao("account", "add", name, "--role", role, "--passphrase-file", passphrase);
    await temsao(
        "account",
        "add",
        "hanh",
        "--role",
        "producer",
        "--producer",
        "HTX Nguyễn Hạnh Mẫu",
        "--passphrase-file",
        passphrase,
    );
    await temsao("key", "new", "root", "--owner", "Hà Tĩnh", "--passphrase-file", passphrase);
    const made = await temsao("label", PRODUCT, "--serials", "--count", "2", "-o", path.join(folder, "two.pdf"));

    let server;
    const serve = (port) =>
        new Promise((resolve, reject) => {
            server = spawn(program, ["--home", home, "--lang", "vi", "serve", "--listen", `127.0.0.1:${port}`], {
                stdio: ["ignore", "pipe", "pipe"],
            });
            let told = "";
            const hear = (bytes) => {
                told += bytes;
                const found = /http:\/\/127\.0\.0\.1:\d+/.exec(told);
                if (found) resolve(found[0]);
            };
            server.stdout.on("data", hear);
            server.stderr.on("data", hear);
            server.on("exit", (code) => reject(new Error(`temsao serve ended with ${code}: ${told}`)));
        });
    const url = await serve(0);
    const pause = async () => {
        const gone = new Promise((resolve) => server.once("exit", (_, signal) => resolve(signal)));
        server.kill("SIGTERM");
        const late = setTimeout(() => server.kill("SIGKILL"), 120_000);
        const signal = await gone;
        clearTimeout(late);
        if (signal === "SIGKILL") throw new Error("temsao serve did not end within two minutes of SIGTERM");
    };
    return {
        url,
        folder,
        temsao,
        labels: made.labels,
        /** No server for a while; then the same one again. */
        pause,
        resume: () => serve(new URL(url).port),
        /** Signs the list and publishes it, as the office does. */
        publish: (file) => temsao("publish", "-o", file, "--passphrase-file", passphrase),
        serials: made.labels.map((label) => label.serial),
        async checksSeenByOffice() {
            const signedIn = await fetch(`${url}/api/v1/session`, {
                method: "POST",
                headers: { "Content-Type": "application/json" },
                body: JSON.stringify({ name: "mai", password: PASSWORD }),
            });
            return (
                await fetch(`${url}/api/v1/checks`, {
                    headers: { cookie: signedIn.headers.get("set-cookie").split(";")[0] },
                })
            ).json();
        },
        /** Another product's certificate is revoked; the address that its code opens. */
        async revoke() {
            // Once is enough: a second call fails.
            await temsao("list", "revoke", "09520000010706", "--decision", "3763/QĐ-UBND").catch(() => null);
            return "/01/09520000010706/10/L1";
        },
        /** What an inspector's phone sends in: three checks in two communes. */
        async recordChecks() {
            const text = made.labels[0].uri;
            const head = { "Content-Type": "application/json" };
            const signedIn = await fetch(`${url}/api/v1/session`, {
                method: "POST",
                headers: head,
                body: JSON.stringify({ name: "thu", password: PASSWORD }),
            });
            const { csrf } = await signedIn.json();
            const cookie = signedIn.headers.get("set-cookie").split(";")[0];
            const checks = [
                ["Xã Hương Khê", "valid"],
                ["Xã Hương Khê", "check"],
                ["Phường Thành Sen", "invalid"],
            ].map(([place, verdict], n) => ({ text, at: daysAgo(9 - n), place, verdict }));
            const kept = await fetch(`${url}/api/v1/checks/record`, {
                method: "POST",
                headers: { ...head, cookie, "X-CSRF": csrf },
                body: JSON.stringify({ checks }),
            });
            if (!kept.ok) throw new Error(await kept.text());
        },
        async stop() {
            if (server.exitCode === null && server.signalCode === null) await pause();
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
