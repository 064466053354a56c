import { useEffect, useState } from "preact/hooks";
import type { VerdictWord } from "../kit/api_types";
import { classOf } from "../kit/verdict";
import { useWords } from "../kit/words";
import type { Case } from "./case";
import type { Label, Sight } from "./model";
import { scanWords } from "./words";

/** The photo with each label boxed and numbered; colour, number and word say the same. */
export function Picture({ now, labels, shown }: { now: Case; labels: Label[]; shown: number }) {
    const t = useWords(scanWords);
    const [address, setAddress] = useState("");
    useEffect(() => {
        if (!now.photo) return;
        const made = URL.createObjectURL(now.photo);
        setAddress(made);
        return () => URL.revokeObjectURL(made);
    }, [now.photo]);
    if (!now.photo || !address) return null;
    const [width, height] = now.size;
    const unit = Math.max(width, height) / 100;
    return (
        <figure class="picture">
            <img src={address} alt={t.photoOf} />
            {width > 0 && (
                <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
                    {labels.map((label, i) => (
                        <Box
                            key={i}
                            verdict={label.verdict}
                            corners={now.sights[i]!.corners}
                            number={labels.length > 1 ? i + 1 : null}
                            unit={unit}
                            isShown={i === shown}
                        />
                    ))}
                </svg>
            )}
        </figure>
    );
}

type BoxProps = {
    verdict: VerdictWord;
    corners: Sight["corners"];
    number: number | null;
    unit: number;
    isShown: boolean;
};

/** One label's frame, with its number where there are several; `unit` is a hundredth of the photo's longer edge. */
function Box({ verdict, corners, number, unit, isShown }: BoxProps) {
    const [x, y] = corners[0];
    return (
        <g class={`box ${classOf(verdict)}`}>
            <polygon
                points={corners.map((corner) => corner.join(",")).join(" ")}
                stroke-width={unit * (isShown ? 1 : 0.6)}
            />
            {number !== null && (
                <>
                    <circle cx={x} cy={y} r={unit * 2.6} />
                    <text x={x} y={y} dy="0.36em" font-size={unit * 3.4}>
                        {number}
                    </text>
                </>
            )}
        </g>
    );
}
