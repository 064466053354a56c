// Over the live picture: each code in a box, with the shape and the word of its verdict.
import { verdictWords } from "../kit/kit_words";
import { classOf, VerdictShape } from "../kit/verdict";
import { useWords } from "../kit/words";
import type { Found, Label } from "./model";
import { isTraceCode } from "./model";
import type { Walked } from "./walk";
import { labelOf } from "./walk";
import { scanWords } from "./words";

export function Boxes({ found, walked }: { found: Found; walked: Walked[] }) {
    const t = useWords(scanWords);
    const word = useWords(verdictWords);
    const [width, height] = found.size;
    const size = Math.min(width, height) / 22; // of the words
    const labelOfSight = (n: number): Label | undefined => {
        const one = walked.find((other) => other.sight.text === found.sights[n]!.text);
        return one ? labelOf(one) : found.answer?.files[n]?.labels[0];
    };
    return (
        <svg class="boxes" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
            {found.sights.map(({ corners }, n) => {
                const label = labelOfSight(n);
                if (!label) return null;
                const left = Math.min(...corners.map(([x]) => x));
                const top = Math.max(size * 1.6, Math.min(...corners.map(([, y]) => y)));
                return (
                    <g key={n} class={`box live ${classOf(label.verdict)}`}>
                        <polygon points={corners.map((corner) => corner.join(",")).join(" ")} stroke-width={size / 5} />
                        <g transform={`translate(${left} ${top - size * 1.5}) scale(${size / 20})`}>
                            <VerdictShape verdict={label.verdict} />
                        </g>
                        <text x={left + size * 1.5} y={top - size * 0.55} font-size={size} stroke-width={size / 4}>
                            {isTraceCode(label) ? word[label.verdict] : t.otherCode}
                        </text>
                    </g>
                );
            })}
        </svg>
    );
}
