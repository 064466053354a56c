// The hero: the label as the server draws it, large, in true proportion, a ruler along two sides, and what preflight says
// as pins where it says it. A picture (<img>): nothing in it can run.
import { useEffect, useMemo, useState } from "preact/hooks";
import { number } from "../kit/figures";
import type { VerdictName } from "../kit/verdict";
import { VerdictShape } from "../kit/verdict";
import { useWords } from "../kit/words";
import type { Finding, Preview } from "./model";
import { studioWords } from "./words";

const verdictOf: Record<Finding["severity"], VerdictName> = {
    info: "inconclusive",
    check: "check",
    invalid: "invalid",
};

/** Millimetres along one side, longer marks at five and ten, figures at ten. */
function Ruler({ length, upright }: { length: number; upright?: boolean }) {
    const marks = Array.from({ length: Math.floor(length) + 1 }, (_, mm) => mm);
    const long = (mm: number) => (mm % 10 === 0 ? 4 : mm % 5 === 0 ? 2.6 : 1.5);
    const along = (mm: number) => ({ [upright ? "top" : "left"]: `${(mm / length) * 100}%` });
    return (
        <div class={upright ? "ruler upright" : "ruler"} aria-hidden="true">
            <svg viewBox={upright ? `0 0 6 ${length}` : `0 0 ${length} 6`} preserveAspectRatio="none">
                {marks.map((mm) =>
                    upright ? (
                        <line key={mm} x1={6 - long(mm)} x2={6} y1={mm} y2={mm} vector-effect="non-scaling-stroke" />
                    ) : (
                        <line key={mm} y1={6 - long(mm)} y2={6} x1={mm} x2={mm} vector-effect="non-scaling-stroke" />
                    ),
                )}
            </svg>
            {marks
                .filter((mm) => mm % 10 === 0 && mm > 0)
                .map((mm) => (
                    <span key={mm} style={along(mm)}>
                        {mm}
                    </span>
                ))}
        </div>
    );
}

export function LabelPreview({ preview, name }: { preview: Preview; name: string }) {
    const t = useWords(studioWords);
    const [touched, touch] = useState<number | null>(null);
    const address = useMemo(
        () => URL.createObjectURL(new Blob([preview.svg], { type: "image/svg+xml" })),
        [preview.svg],
    );
    useEffect(() => () => URL.revokeObjectURL(address), [address]);
    useEffect(() => touch(null), [preview]);
    const [wide, high] = preview.size;
    const spoken = touched === null ? undefined : preview.findings[touched];
    return (
        <div class="stack">
            <figure class="hero">
                <div
                    class="hero-label"
                    style={{ aspectRatio: `${wide} / ${high}`, maxWidth: `min(100%, ${(wide / high) * 62}vh)` }}>
                    <Ruler length={wide} />
                    <Ruler length={high} upright />
                    <img src={address} alt={t.previewAlt(name)} />
                    {preview.findings.map(
                        (finding, n) =>
                            finding.box && (
                                <button
                                    key={n}
                                    type="button"
                                    class={`pin ${verdictOf[finding.severity]}-pin`}
                                    aria-pressed={touched === n}
                                    aria-label={`${t.pin(n + 1)}: ${finding.message}`}
                                    onClick={() => touch(touched === n ? null : n)}
                                    style={{
                                        left: `${((finding.box[0] + finding.box[2] / 2) / wide) * 100}%`,
                                        top: `${((finding.box[1] + finding.box[3] / 2) / high) * 100}%`,
                                    }}>
                                    <span>{n + 1}</span>
                                </button>
                            ),
                    )}
                    {spoken?.box && (
                        <span
                            class="pin-box"
                            style={{
                                left: `${(spoken.box[0] / wide) * 100}%`,
                                top: `${(spoken.box[1] / high) * 100}%`,
                                width: `${(spoken.box[2] / wide) * 100}%`,
                                height: `${(spoken.box[3] / high) * 100}%`,
                            }}
                        />
                    )}
                </div>
                <figcaption class="soft small">
                    {t.preview}, {t.width(number(wide))}
                </figcaption>
            </figure>
            <div role="status" class="spoken">
                {spoken && <FindingWords finding={spoken} n={(touched ?? 0) + 1} />}
            </div>
            <details open={preview.findings.some((finding) => finding.severity === "invalid")}>
                <summary>{t.findings(preview.findings.length)}</summary>
                <ol class="plain stack">
                    {preview.findings.map((finding, n) => (
                        <li key={n}>
                            <FindingWords finding={finding} n={n + 1} />
                        </li>
                    ))}
                </ol>
            </details>
        </div>
    );
}

export function FindingWords({ finding, n }: { finding: Finding; n?: number }) {
    const t = useWords(studioWords);
    return (
        <div class="finding">
            <VerdictShape verdict={verdictOf[finding.severity]} size={22} />
            <div>
                <p>
                    {n !== undefined && <strong>{n}. </strong>}
                    {finding.message}
                </p>
                {finding.rule && (
                    <p class="soft small">
                        {t.rule}: {finding.rule}
                    </p>
                )}
            </div>
        </div>
    );
}
