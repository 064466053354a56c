// The label as the server draws it, large, in true proportion, with a ruler along two sides. Each finding that has a
// place is a pin there. The label is a picture (<img>): nothing in it can run.
import { useEffect, useMemo, useState } from "preact/hooks";
import { number } from "../kit/figures";
import type { LabelPreview } from "../kit/api_types";
import { useWords } from "../kit/words";
import { FindingWords, verdictOf } from "./finding";
import { Ruler } from "./ruler";
import { studioWords } from "./words";

export function Preview({ preview, name }: { preview: LabelPreview; name: string }) {
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
