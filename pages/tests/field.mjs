// What the journeys of an inspector share: a server with a published list, and what she does again and again.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { PRODUCT, startServer } from "./server.mjs";

/** A server with a published list, and the picture of a label of a product in force. */
export async function startField() {
    const server = await startServer();
    await server.publish(path.join(server.folder, "list.temsao"));
    const label = path.join(server.folder, "label.png");
    await server.temsao("label", PRODUCT, "--lot", "L261124", "--format", "png", "--dpi", "300", "-o", label);
    return { server, label: readFileSync(label).toString("base64") };
}

export const give = (page, buffer, name = "photo.jpg") =>
    page.getByLabel("Chọn ảnh có sẵn").setInputFiles({ name, mimeType: "image/jpeg", buffer });
export const again = (page) => page.getByRole("button", { name: "Kiểm tra tem khác" }).click();
export const ready = async (page) => {
    await page.getByText(/^Danh sách ngày \d\d\/\d\d\/\d{4}/).waitFor();
    await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
    });
};

/** The files of the evidence that the page saves. */
export async function saveEvidence(page) {
    const button = page.getByRole("button", { name: "Lưu bằng chứng" });
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    return unzipSync(new Uint8Array(readFileSync(await download.path())));
}
export const documentOf = (files) => JSON.parse(Buffer.from(files["evidence.json"]).toString());

/** The command line with a home folder of its own; findings (exit 1) are an answer, not a failure. */
export const temsaoIn = (home, ...words) =>
    promisify(execFile)(process.env.TEMSAO, ["--home", home, ...words]).catch((error) => {
        if (error.code !== 1) throw error;
        return error;
    });
