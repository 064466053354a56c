// Where in a page one is: the part of the address after "#/". Back and forward work, and a screen can be linked to.
import { useEffect, useState } from "preact/hooks";

const parts = (): string[] => location.hash.replace(/^#\/?/, "").split("/").filter(Boolean).map(decodeURIComponent);

export function useRoute(): string[] {
    const [at, set] = useState(parts);
    useEffect(() => {
        const turn = () => set(parts());
        addEventListener("hashchange", turn);
        return () => removeEventListener("hashchange", turn);
    }, []);
    return at;
}

export const to = (...path: (string | number)[]): string =>
    "#/" + path.map((part) => encodeURIComponent(String(part))).join("/");
export const go = (...path: (string | number)[]): void => {
    location.hash = to(...path);
};
