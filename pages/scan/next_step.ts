// What an inspector does after a verdict.
import type { Label } from "./model";
import { scanWords } from "./words";

export function nextStep(t: (typeof scanWords)["vi"], label: Label, stars: number | null): string {
    if (label.verdict === "valid") return stars === null ? t.nextValid : t.nextValidCounted;
    if (label.verdict === "check") return t.nextCheck;
    if (label.verdict === "invalid") return t.nextInvalid;
    const has = (code: string) => label.findings.some((finding) => finding.code === code);
    return has("NO_LIST") ? t.nextNoList : has("NOT_A_TRACE_CODE") ? t.nextOther : t.nextInconclusive;
}
