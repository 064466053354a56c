// The label that is being made: one draft for each product. It is kept for as long as the browser's tab, so that going
// back, a reload or a locked phone loses nothing.
import { useState } from "preact/hooks";
import { dayInVietNam } from "../kit/clock";
import type { RunWish } from "../kit/api_types";

type Format = RunWish["format"] & string;

export type Draft = {
    template: string;
    stock: string;
    lot: string;
    use: string; // the lots that were packed, “CH-251102=300 lít; …”; empty: nobody said
    made: string;
    expires: string;
    count: number;
    start: number;
    spares: number;
    serials: boolean;
    format: Format;
    dpi: number;
    printer: string;
    serial: string; // of a label that takes another's place; empty: as usual
};

const fresh = (): Draft => ({
    template: "",
    stock: "",
    lot: "",
    use: "",
    made: dayInVietNam(),
    expires: "",
    count: 1,
    start: 1,
    spares: 0,
    serials: false,
    format: "pdf",
    dpi: 300,
    printer: "",
    serial: "",
});
const place = (product: string) => `temsao.draft.${product}`;

export function readDraft(product: string): Draft {
    try {
        return { ...fresh(), ...(JSON.parse(sessionStorage.getItem(place(product)) ?? "{}") as Partial<Draft>) };
    } catch {
        return fresh();
    }
}

export function writeDraft(product: string, draft: Draft): void {
    try {
        sessionStorage.setItem(place(product), JSON.stringify(draft));
    } catch {
        // not kept: the draft lives as long as the screen
    }
}

export type Change = (change: Partial<Draft>) => void;

export function useDraft(product: string): [Draft, Change] {
    const [draft, set] = useState(() => readDraft(product));
    return [
        draft,
        (change) =>
            set((before) => {
                const after = { ...before, ...change };
                writeDraft(product, after);
                return after;
            }),
    ];
}
