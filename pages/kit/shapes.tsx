// The few drawings of the kit. A verdict has a shape of its own beside its colour and its word.
import { words, useWords } from "./words";

export type VerdictName = "valid" | "check" | "invalid" | "inconclusive";

const paths: Record<VerdictName, { ground: string; sign: string }> = {
    valid: { ground: "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z", sign: "M6.5 12.5l3.7 3.7 7.3-8" }, // a round with a tick
    check: { ground: "M12 1.6L23.4 22H.6z", sign: "M12 9v6M12 18v.6" }, // a triangle that asks to look
    invalid: { ground: "M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z", sign: "M8 8l8 8M16 8l-8 8" }, // a stop sign
    inconclusive: {
        ground: "M3 1h18a2 2 0 0 1 2 2v18a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z",
        sign: "M8.6 9.2a3.4 3.4 0 1 1 4.9 3c-1.1.6-1.5 1.2-1.5 2.300M12 18v.6",
    },
};

export function VerdictShape({ verdict, size = 24 }: { verdict: VerdictName; size?: number }) {
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

export const classOf = (verdict: VerdictName): string => (verdict === "check" ? "check-mark" : verdict);

export const verdictWords = words(
    { valid: "Hợp lệ", check: "Cần kiểm tra thêm", invalid: "Không hợp lệ", inconclusive: "Không kết luận được" },
    { valid: "Valid", check: "Needs checking", invalid: "Not valid", inconclusive: "Inconclusive" },
);

export function Verdict({ verdict, large }: { verdict: VerdictName; large?: boolean }) {
    const t = useWords(verdictWords);
    return (
        <span class={`verdict ${classOf(verdict)}${large ? " large" : ""}`}>
            <VerdictShape verdict={verdict} size={large ? 44 : 20} />
            {t[verdict]}
        </span>
    );
}

const starPath = "M10 1.6l2.6 5.5 6 .8-4.4 4.2 1.1 6L10 15.2 4.7 18.1l1.1-6L1.4 7.9l6-.8z";
const starWords = words({ of: (n: number) => `${n} trên 5 sao` }, { of: (n: number) => `${n} of 5 stars` });

/** Five stars on one line, the certified ones solid. */
export function Stars({ count, size = 18 }: { count: number; size?: number }) {
    const t = useWords(starWords);
    return (
        <span class="stars" role="img" aria-label={t.of(count)}>
            {[1, 2, 3, 4, 5].map((place) => (
                <svg key={place} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
                    <path
                        d={starPath}
                        fill={place <= count ? "currentColor" : "none"}
                        stroke="currentColor"
                        stroke-width="1.3"
                        stroke-linejoin="round"
                    />
                </svg>
            ))}
        </span>
    );
}

/** Our mark: a label with a star, in one colour. */
export function Mark({ size = 28 }: { size?: number }) {
    return (
        <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
            <path d="M4 3h14l7 7v15H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z" fill="currentColor" />
            <path d="M13.5 9l1.9 4 4.4.6-3.2 3.1.8 4.3-3.9-2.1L9.6 21l.8-4.3-3.2-3.1 4.4-.6z" fill="var(--paper)" />
        </svg>
    );
}
