// Photos of iPhones (HEIC) where the browser cannot open them: the server makes a JPEG of them when there is a network.
import { api } from "./api";

// The brands of ISO/IEC 23008-12 and of AVIF, in the box with which such a file begins (ISO/IEC 14496-12, 4.3).
const BRANDS = /^(hei[cmsx]|hev[cmsx]|mif1|msf1|avi[fs])$/;

export async function isHeic(photo: Blob): Promise<boolean> {
    const bytes = await photo
        .slice(0, 12)
        .arrayBuffer()
        .catch(() => new ArrayBuffer(0)); // the file is gone
    const start = new TextDecoder("latin1").decode(bytes);
    return start.slice(4, 8) === "ftyp" && BRANDS.test(start.slice(8, 12));
}

export const asJpeg = (photo: Blob): Promise<Blob> => api.turn("photos/jpeg", photo);
