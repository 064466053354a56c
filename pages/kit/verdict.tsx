// A verdict has a shape of its own beside its colour and its word.
import { verdictWords } from "./kit_words";
import type { VerdictWord } from "./api_types";
import { useWords } from "./words";

const paths: Record<VerdictWord, { ground: string; sign: string }> = {
    // a round with a tick
    valid: { ground: "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z", sign: "M6.5 12.5l3.7 3.7 7.3-8" },
    // a triangle that asks to look
    check: { ground: "M12 1.6L23.4 22H.6z", sign: "M12 9v6M12 18v.6" },
    // a stop sign
    invalid: { ground: "M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z", sign: "M8 8l8 8M16 8l-8 8" },
    inconclusive: {
        ground: "M3 1h18a2 2 0 0 1 2 2v18a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z",
        sign: "M8.6 9.2a3.4 3.4 0 1 1 4.9 3c-1.1.6-1.5 1.2-1.5 2.300M12 18v.6",
    },
};

export function VerdictShape({ verdict, size = 24 }: { verdict: VerdictWord; size?: number }) {
    const shape = paths[verdict];
    return (
        <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" class={classOf(verdict)}>
            <path d={shape.ground} fill="currentColor" />
            <path
                d={shape.sign}
                fill="none"
                stroke="var(--surface)"
                stroke-width="2.4"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
        </svg>
    );
}

export const classOf = (verdict: VerdictWord): string => (verdict === "check" ? "check-mark" : verdict);

export function Verdict({ verdict, large }: { verdict: VerdictWord; large?: boolean }) {
    const t = useWords(verdictWords);
    return (
        <span class={`verdict ${classOf(verdict)}${large ? " large" : ""}`}>
            <VerdictShape verdict={verdict} size={large ? 44 : 20} />
            {t[verdict]}
        </span>
    );
}
