// A server in a folder that is deleted afterwards: the sample list, a clerk, two people of the office, a root key.
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { signedIn } from "./caller.mjs";
import { daysAgo, LISTED } from "./days.mjs";
import { endedWithTheTests } from "./ending.mjs";
import { served } from "./served.mjs";

const program = process.env.TEMSAO;
/** A folder that goes with this process. */
const folderOfProcess = (name) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), name));
    process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
    return folder;
};
/** A folder with the sample lists of this month: those that lie in samples/ grow old. */
export const samples = folderOfProcess("temsao-samples-");
execFileSync("python3", [
    fileURLToPath(new URL("../../samples/ha-tinh/make.py", import.meta.url)),
    ...["--as-of", LISTED, samples],
]);
export const PASSWORD = "nước mắm 2026 Kỳ Ninh";
export const PRODUCT = "09520000010003";

export const startServer = () => endedWithTheTests(start(), (server) => server.stop());

const STAFF = { lan: "admin", long: "admin", mai: "office", nam: "office", thu: "inspector" };
const PRODUCER = "HTX Nguyễn Hạnh Mẫu";

/** The command line over the data directory in `folder`: what it answers, as JSON. */
function commandLine(folder) {
    const before = ["--home", path.join(folder, "home"), "--lang", "vi", "--json"];
    return async (...words) => {
        const done = await promisify(execFile)(program, [...before, ...words], { cwd: folder }).catch((error) => {
            if (error.code === 1 && error.stdout) return error; // rows refused: the report is what we came for
            throw error;
        });
        return done.stdout ? JSON.parse(done.stdout) : null;
    };
}

const accountsIn = (folder) => {
    const file = ["--passphrase-file", path.join(folder, "passphrase")];
    const add = (name, ...words) => commandLine(folder)("account", "add", name, ...words, ...file);
    return { add, addProducer: (name, producer) => add(name, "--role", "producer", "--producer", producer) };
};

/** The folder that each server of this process begins with: passwords and keys take a second of work each. */
let prepared;
async function prepare() {
    const folder = folderOfProcess("temsao-prepared-");
    const passphrase = path.join(folder, "passphrase");
    writeFileSync(passphrase, PASSWORD + "\n");
    const temsao = commandLine(folder);
    const accounts = accountsIn(folder);
    await temsao("list", "import", path.join(samples, "danh-sach.csv"), "--as-of", LISTED);
    for (const [name, role] of Object.entries(STAFF)) await accounts.add(name, "--role", role);
    await accounts.addProducer("hanh", PRODUCER);
    await temsao("key", "new", "root", "--owner", "Hà Tĩnh", "--passphrase-file", passphrase);
    const made = await temsao("label", PRODUCT, "--serials", "--count", "2", "-o", path.join(folder, "two.pdf"));
    return { folder, made };
}

async function start() {
    const { folder: first, made } = await (prepared ??= prepare());
    const folder = mkdtempSync(path.join(os.tmpdir(), "temsao-pages-"));
    cpSync(first, folder, { recursive: true, preserveTimestamps: true });
    const passphrase = path.join(folder, "passphrase");
    const temsao = commandLine(folder);
    const { addProducer } = accountsIn(folder);

    const { url, pause, resume, stop } = await served(program, path.join(folder, "home"));
    return {
        url,
        folder,
        temsao,
        pause,
        resume,
        addProducer,
        /** Signs the list and publishes it, as the office does. */
        publish: (file) => temsao("publish", "-o", file, "--passphrase-file", passphrase),
        serials: made.labels.map((label) => label.serial),
        checksSeenByOffice: async () => (await signedIn(url, "mai", PASSWORD)).get("checks"),
        /** Another product's certificate is revoked; the address that its code opens. */
        async revoke() {
            // Once is enough: a second call fails.
            await temsao("list", "revoke", "09520000010706", "--decision", "3763/QĐ-UBND").catch(() => null);
            return "/01/09520000010706/10/L1";
        },
        /** What an inspector's phone sends in: three checks in two communes. */
        async recordChecks() {
            const checks = [
                ["Xã Hương Khê", "valid"],
                ["Xã Hương Khê", "check"],
                ["Phường Thành Sen", "invalid"],
            ].map(([place, verdict], n) => ({ text: made.labels[0].uri, at: daysAgo(9 - n), place, verdict }));
            await (await signedIn(url, "thu", PASSWORD)).post("checks/record", { checks });
        },
        async stop() {
            await stop();
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
