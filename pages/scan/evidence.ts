// The evidence an inspector saves: one ZIP file with the unchanged photo and a document. The document says what was
// read, what was answered, by which list, and the photo's SHA-256, which proves that the two belong together.
import { strToU8, zipSync } from "fflate";
import type { Case } from "./case";
import { place } from "./case";
import { eye } from "./eye";
import type { ListState } from "./list";
import { keyLine } from "./list";
import type { Answer } from "./model";
import { starsCounted } from "./model";

export async function saveEvidence(now: Case, answer: Answer, list: ListState | null): Promise<void> {
    const photo = now.photo && (await now.photo.arrayBuffer());
    const name = photo ? `photo.${now.photo!.type === "image/png" ? "png" : "jpg"}` : null;
    const document = {
        evidence: "temsao scan 1",
        at: now.at,
        place: place.read(),
        photo: photo && { file: name, bytes: photo.byteLength, sha256: await eye.digest(photo), size: now.size },
        bundle: list?.held && { ...list.held, root: keyLine(list.root), fetched: list.fetched },
        symbols: now.sights.map((sight, i) => ({
            text: sight.text,
            ...(photo && { corners: sight.corners }),
            stars_counted_by_phone: starsCounted(sight),
            confidence: sight.badge?.confidence ?? null,
            stars_counted_by_inspector: now.stars[i] ?? null,
        })),
        steps: now.steps,
        answer,
    };
    const json = strToU8(JSON.stringify(document, null, 2) + "\n");
    const zip = zipSync({
        "evidence.json": json,
        ...(photo && name && { [name]: [new Uint8Array(photo), { level: 0 }] }),
    });
    const link = Object.assign(window.document.createElement("a"), {
        href: URL.createObjectURL(new Blob([zip as BlobPart], { type: "application/zip" })),
        download: `tem-sao-${now.at.slice(0, 19).replace(/[:T]/g, "-")}.zip`,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
