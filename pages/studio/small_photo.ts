// A photo made small in the browser, so that a slow network is enough, and as base64 in JSON.
import { asJpeg, isHeic } from "../kit/heic";

const MOST_PIXELS = 1600; // of the longer side
const QUALITY = 0.85;

/** As JPEG, upright; fails when it is not a photo that the browser, or the server for it, can open. */
export async function smallPhoto(file: Blob): Promise<Blob> {
    const photo = await createImageBitmap(file).catch(async (why: unknown) => {
        if (await isHeic(file)) return createImageBitmap(await asJpeg(file));
        throw why;
    });
    const scale = Math.min(1, MOST_PIXELS / Math.max(photo.width, photo.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(photo.width * scale));
    canvas.height = Math.max(1, Math.round(photo.height * scale));
    const pen = canvas.getContext("2d")!;
    pen.fillStyle = "white"; // where the picture lets it through
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(photo, 0, 0, canvas.width, canvas.height);
    photo.close();
    return new Promise((resolve, reject) =>
        canvas.toBlob((small) => (small ? resolve(small) : reject(new Error("toBlob"))), "image/jpeg", QUALITY),
    );
}

export function base64Of(file: Blob): Promise<string> {
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
        reader.onerror = () => reject(reader.error ?? new Error("FileReader"));
        reader.readAsDataURL(file);
    });
}
