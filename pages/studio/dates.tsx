// Lot and dates, with the label live beside them.
import { useEffect, useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { DayField } from "../kit/date";
import { Heading } from "../kit/heading";
import type { LabelPreview } from "../kit/api_types";
import { TroubleNotice } from "../kit/notice";
import { go, to } from "../kit/route";
import { TextField } from "../kit/text_field";
import { useLang, useWords } from "../kit/words";
import type { Change, Draft } from "./draft";
import { useDraft } from "./draft";
import { Preview } from "./preview";
import { ForProduct, Onward } from "./steps";
import { labelWish } from "./wish";
import { studioWords } from "./words";

/** The label as the server draws it, drawn again a moment after the last change. */
function usePreview(product: string, draft: Draft) {
    const { lang } = useLang();
    const [preview, setPreview] = useState<LabelPreview | null>(null);
    const [error, setError] = useState<unknown>(null);
    useEffect(() => {
        if (!draft.template) return go("label", product);
        const stop = new AbortController();
        const later = setTimeout(() => {
            api.post<LabelPreview>("labels/preview", labelWish(product, draft), undefined, stop.signal).then(
                (drawn) => {
                    setPreview(drawn);
                    setError(null);
                },
                (problem) => {
                    if (!stop.signal.aborted) setError(problem);
                },
            );
        }, 250);
        return () => {
            clearTimeout(later);
            stop.abort();
        };
    }, [draft.lot, draft.made, draft.expires, lang]);
    return { preview, error };
}

export function Dates({ product }: { product: string }) {
    const t = useWords(studioWords);
    const [draft, change] = useDraft(product);
    const { preview, error } = usePreview(product, draft);
    const stops = preview?.findings.some((finding) => finding.severity === "invalid") ?? false;
    return (
        <>
            <Heading step={t.step(4)}>{t.datesTitle}</Heading>
            <ForProduct product={product}>
                {(facts) => (
                    <form
                        class="beside"
                        onSubmit={(event) => {
                            event.preventDefault();
                            if (!stops && error === null && preview) go("label", product, "count");
                        }}>
                        <LotAndDays draft={draft} change={change} />
                        <div class="stack hero-place">
                            {error !== null && <TroubleNotice error={error} />}
                            {preview ? (
                                <Preview preview={preview} name={facts.product.name} />
                            ) : (
                                error === null && (
                                    <p class="soft" role="status">
                                        {t.drawing}
                                    </p>
                                )
                            )}
                        </div>
                        <Onward back={to("label", product, "paper")}>
                            <Button primary type="submit" disabled={stops || error !== null || !preview}>
                                {t.next}
                            </Button>
                            {stops && (
                                <p class="invalid" role="status">
                                    {t.stops}
                                </p>
                            )}
                        </Onward>
                    </form>
                )}
            </ForProduct>
        </>
    );
}

function LotAndDays({ draft, change }: { draft: Draft; change: Change }) {
    const t = useWords(studioWords);
    return (
        <div class="stack">
            <DayField label={t.made} value={draft.made} onChange={(made) => change({ made })} />
            <TextField
                label={t.lot}
                hint={t.lotHint}
                maxLength={20}
                value={draft.lot}
                onValue={(text) => change({ lot: text.trim() })}
            />
            <TextField
                label={t.use}
                hint={t.useHint}
                maxLength={200}
                value={draft.use}
                onValue={(use) => change({ use })}
            />
            <DayField
                label={t.expires}
                hint={t.expiresHint}
                optional
                value={draft.expires}
                onChange={(expires) => change({ expires })}
            />
        </div>
    );
}
