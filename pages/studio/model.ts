// What the server tells a clerk's page, as far as the page uses it; lengths in mm.
export type Product = {
    key: string;
    gtin: string;
    name: string;
    producer: string;
    address?: string;
    group: string;
    stars: number;
    certificate: string;
    issued: string;
    valid_to: string;
    status: string;
};
export type ProductPage = { as_of: string; products: Product[]; next: string | null };
export type ProductFacts = { product: Product; may_print: boolean; why: string | null; last_print_day: string | null };

export type Template = { name: string; title: string; size: [number, number] };
export type Stock = {
    id: string;
    title: string;
    kind: "sheet" | "roll";
    labels: number;
    columns: number;
    rows: number;
    measured: boolean;
    sheet_mm: [number, number];
    first_mm: [number, number];
    pitch_mm: [number, number];
    sticker_mm: [number, number];
};

export type Finding = {
    code: string;
    severity: "info" | "check" | "invalid";
    message: string;
    rule?: string;
    box?: [number, number, number, number];
};
export type Preview = { svg: string; size: [number, number]; findings: Finding[] };

export type RunState = "waiting" | "running" | "done" | "failed" | "cancelled";
export type Run = {
    id: string;
    at: number;
    account: string;
    producer: string;
    request: Record<string, string>;
    state: RunState;
    done: number;
    total: number;
    pages: number | null;
    labels?: { serial: string | null }[] | null;
    findings: Finding[];
    error: { message: string } | null;
    files: number;
};
export type RunPage = { runs: Run[]; next: string | null };

/** Does the design lie within the sticker? Turned designs are not laid. */
export const fits = (design: Template, stock: Stock): boolean =>
    design.size[0] <= stock.sticker_mm[0] + 0.01 && design.size[1] <= stock.sticker_mm[1] + 0.01;
/** How much of the sticker the design leaves empty, 0 to 1. */
export const waste = (design: Template, stock: Stock): number =>
    1 - (design.size[0] * design.size[1]) / (stock.sticker_mm[0] * stock.sticker_mm[1]);
