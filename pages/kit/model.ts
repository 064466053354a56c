// What the server tells the pages, as far as they use it. The names are those of the schemas in its OpenAPI document
// (/api/v1/openapi.json). Lengths are in millimetres, days as 2026-11-24, times in seconds since 1970.

export type Role = "producer" | "inspector" | "office" | "admin";
export type Session = { user: string | null; role?: Role; producer?: string; csrf?: string };

/** One remark about a label. `box` is what it is about: left, top, width, height; only in a preview. */
export type Finding = {
    axis: string;
    code: string;
    severity: "info" | "check" | "invalid";
    message: string;
    rule: string;
    box?: [number, number, number, number];
};

// --- products, templates, sticker papers ---
export type Product = {
    key: string;
    gtin: string | null;
    name: string;
    producer: string;
    stars: number;
    certificate: string;
    issued: string;
    valid_to: string;
    status: string;
};
export type Products = { as_of: string; products: Product[]; next: string | null };
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

// --- labels and runs ---
export type LabelWish = {
    product: string;
    template: string;
    dpi: number;
    lot?: string;
    made?: string;
    expires?: string;
};
export type LabelPreview = { svg: string; size: [number, number]; findings: Finding[] };

export type Format = "pdf" | "png" | "zpl";
export type RunWish = LabelWish & {
    count: number;
    format: Format;
    spares?: number;
    serial?: string;
    serials?: true;
    stock?: string;
    start?: number;
    printer?: string;
};
export type RunId = { id: string };
export type RunState = "waiting" | "running" | "done" | "failed" | "cancelled";
export type Run = {
    id: string;
    at: number;
    account: string;
    request: Record<string, string>;
    state: RunState;
    done: number;
    total: number;
    findings: Finding[];
    error: { message: string } | null;
    files: number;
};
export type Runs = { runs: Run[]; next: string | null };

export type Serial = {
    serial: string;
    product: string;
    name: string | null;
    lot: string;
    state: "reserved" | "printed" | "voided" | "reissued";
};
/** What comes of voiding or replacing a serial number; `by` is the number that takes its place. */
export type SerialChange = { by?: string };

// --- printers ---
export type Printer = {
    name: string;
    right_mm: number;
    down_mm: number;
    across_scale: number;
    down_scale: number;
    turn_degrees: number;
};
export type PrinterMeasures = { measured: number[]; stock?: string };
export type TestSheet = { paper_mm: [number, number]; nominal_mm: number[] };

// --- the list: proposed, approved, revoked ---
/** A row of a spreadsheet that was refused, and what to do about it. */
export type Refused = { row: number; column: string; value: string; reason: string; remedy: string };
export type ImportReport = {
    source: string;
    as_of: string;
    rows_accepted: number;
    products: number;
    refused: Refused[];
    remarks: string[];
};
export type Change = { change: "added" | "changed" | "removed"; key: string; name: string };
export type Proposal = {
    id: string;
    by: string;
    at: number;
    source: string;
    as_of: string;
    state: "waiting" | "approved" | "withdrawn";
    decided_by: string | null;
    report: ImportReport;
    difference: { changes: Change[] } | null;
};
export type Revocation = { product: string; decision: string; date: string };
export type PublishWish = { passphrase: string };

// --- the audit, and checks in the field ---
export type AuditLot = {
    certificate: string;
    product: string;
    lot: string;
    printed: number;
    ended: number;
    declared: number | null;
    state: string;
};
export type Audit = { holds: boolean; size: number; lots: AuditLot[] };

export type VerdictName = "valid" | "check" | "invalid" | "inconclusive";
/** How many checks ended how, in one commune. */
export type PlaceChecks = { place: string } & Record<VerdictName, number>;
export type ChecksMade = { by_place: PlaceChecks[] };
export type FieldCheck = { text: string; at: string; place: string; verdict: VerdictName };
