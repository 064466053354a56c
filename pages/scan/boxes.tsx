// Over the live picture: each code in a box, with the shape and the word of its verdict.
import { verdictWords } from "../kit/kit_words";
import { classOf, VerdictShape } from "../kit/verdict";
import { useWords } from "../kit/words";
import type { Found, Label } from "./model";
import { isTraceCode } from "./model";
import type { Walked } from "./walk";
import { labelOf } from "./walk";
import { scanWords } from "./words";

/** `frame`: width and height of what is seen of the picture, which fills it and is cut at two sides. */
export function Boxes({ found, walked, frame }: { found: Found; walked: Walked[]; frame: [number, number] }) {
    const t = useWords(scanWords);
    const word = useWords(verdictWords);
    const [width, height] = found.size;
    const size = Math.min(width, height) / 22; // of the words
    const scale = Math.max(frame[0] / width, frame[1] / height);
    const [seenWidth, seenHeight] = [frame[0] / scale, frame[1] / scale];
    const [right, bottom] = [(width + seenWidth) / 2, (height + seenHeight) / 2];
    const labelOfSight = (n: number): Label | undefined => {
        const one = walked.find((other) => other.sight.text === found.sights[n]!.text);
        return one ? labelOf(one) : found.answer?.files[n]?.labels[0];
    };
    return (
        <svg class="boxes" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
            {found.sights.map(({ corners }, n) => {
                const label = labelOfSight(n);
                if (!label) return null;
                const said = isTraceCode(label) ? word[label.verdict] : t.otherCode;
                const wide = size * (2.2 + 0.62 * said.length);
                // Below the code: above it stand the stars.
                const top = Math.min(bottom - 1.8 * size, Math.max(...corners.map(([, y]) => y)) + 0.4 * size);
                const left = Math.max(width - right, Math.min(right - wide, ...corners.map(([x]) => x)));
                return (
                    <g key={n} class={`box live ${classOf(label.verdict)}`}>
                        <polygon points={corners.map((corner) => corner.join(",")).join(" ")} stroke-width={size / 5} />
                        <g transform={`translate(${left} ${top}) scale(${size / 20})`}>
                            <rect width={(wide / size) * 20} height="34" rx="6" />
                            <svg x="5" y="5" width="24" height="24">
                                <VerdictShape verdict={label.verdict} />
                            </svg>
                            <text x="35" y="24" font-size="20">
                                {said}
                            </text>
                        </g>
                    </g>
                );
            })}
        </svg>
    );
}
