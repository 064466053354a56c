// Several labels in one line: how many there are, and how many of each verdict, the worst first.
import type { verdictWords } from "../kit/kit_words";
import type { VerdictWord } from "../kit/api_types";
import type { Label } from "./model";
import { isTraceCode } from "./model";
import type { scanWords } from "./words";

const worstFirst: VerdictWord[] = ["invalid", "check", "inconclusive", "valid"];
export const worse = (one: VerdictWord, other: VerdictWord): VerdictWord =>
    worstFirst.indexOf(one) < worstFirst.indexOf(other) ? one : other;

/** A code that is not a trace code comes after all others: beside a trace code it decides nothing, as in `verify`. */
export const rankOf = (label: Label): number =>
    isTraceCode(label) ? worstFirst.indexOf(label.verdict) : worstFirst.length;

/** The places of the labels, the worst first, else as they stand. */
export const byRank = (labels: Label[]): number[] =>
    labels.map((_, n) => n).sort((a, b) => rankOf(labels[a]!) - rankOf(labels[b]!) || a - b);

/** "20 tem: 1 không hợp lệ, 2 cần kiểm tra thêm, 17 hợp lệ" */
export function summaryOf(t: (typeof scanWords)["vi"], word: (typeof verdictWords)["vi"], labels: Label[]): string {
    const ours = labels.filter(isTraceCode);
    const parts = worstFirst
        .map((verdict) => ({ verdict, count: ours.filter((one) => one.verdict === verdict).length }))
        .filter(({ count }) => count)
        .map(({ verdict, count }) => `${count} ${word[verdict].toLowerCase()}`);
    const others = labels.length - ours.length;
    return `${t.labelsCounted(ours.length)}: ${[...parts, ...(others ? [t.othersCounted(others)] : [])].join(", ")}`;
}
