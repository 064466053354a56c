// What the server tells the office.
import type { ImportReport } from "../kit/import_result";

export type Product = {
    key: string;
    name: string;
    producer: string;
    stars: number;
    certificate: string;
    valid_to: string;
    status: string;
};
export type ProductPage = { as_of: string; products: Product[]; next: string | null };
export type Change = { change: "added" | "changed" | "removed"; key: string; name: string };
export type Proposal = {
    id: string;
    by: string;
    at: number;
    source: string;
    state: "waiting" | "approved" | "withdrawn";
    report: ImportReport;
    difference: { changes: Change[] } | null;
};
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
