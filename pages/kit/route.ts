// Where in a page one is: the part of the address after "#/". Back and forward work, and a screen can be linked to.
import { useEffect, useState } from "preact/hooks";

/** An address that somebody typed or cut may have signs that mean nothing; they stand for themselves. */
function decoded(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

export const partsOf = (hash: string): string[] => hash.replace(/^#\/?/, "").split("/").filter(Boolean).map(decoded);

export function useRoute(): string[] {
    const [hash, set] = useState(location.hash);
    useEffect(() => {
        const turn = () => set(location.hash);
        addEventListener("hashchange", turn);
        turn(); // it may have changed since the first look
        return () => removeEventListener("hashchange", turn);
    }, []);
    return partsOf(hash);
}

export const to = (...path: (string | number)[]): string =>
    "#/" + path.map((part) => encodeURIComponent(String(part))).join("/");
export const go = (...path: (string | number)[]): void => {
    location.hash = to(...path);
};
