// Lot and dates, with the label live beside them.
import { useEffect, useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { DayField } from "../kit/date";
import { Field } from "../kit/field";
import { Heading } from "../kit/heading";
import { TroubleNotice } from "../kit/notice";
import { go, to } from "../kit/route";
import { useLang, useWords } from "../kit/words";
import type { Draft } from "./draft";
import { useDraft } from "./draft";
import type { Preview } from "./model";
import { LabelPreview } from "./preview";
import { ForProduct, Onward } from "./steps";
import { studioWords } from "./words";

/** What one label says, as the server takes it; what is empty is left to the server. */
export const labelWish = (product: string, draft: Draft) => ({
    product,
    template: draft.template,
    dpi: draft.dpi,
    ...(draft.lot && { lot: draft.lot }),
    ...(draft.made && { made: draft.made }),
    ...(draft.expires && { expires: draft.expires }),
});

export function Dates({ product }: { product: string }) {
    const t = useWords(studioWords);
    const { lang } = useLang();
    const [draft, change] = useDraft(product);
    const [preview, setPreview] = useState<Preview | null>(null);
    const [error, setError] = useState<unknown>(null);
    useEffect(() => {
        if (!draft.template) return go("label", product);
        const stop = new AbortController();
        const later = setTimeout(() => {
            api.post<Preview>("labels/preview", labelWish(product, draft), undefined, stop.signal).then(
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
                        <div class="stack">
                            <DayField label={t.made} value={draft.made} onChange={(made) => change({ made })} />
                            <Field label={t.lot} hint={t.lotHint}>
                                {(control) => (
                                    <input
                                        {...control}
                                        autocomplete="off"
                                        maxLength={20}
                                        value={draft.lot}
                                        onInput={(event) => change({ lot: event.currentTarget.value.trim() })}
                                    />
                                )}
                            </Field>
                            <DayField
                                label={t.expires}
                                hint={t.expiresHint}
                                optional
                                value={draft.expires}
                                onChange={(expires) => change({ expires })}
                            />
                        </div>
                        <div class="stack hero-place">
                            {error !== null && <TroubleNotice error={error} />}
                            {preview ? (
                                <LabelPreview preview={preview} name={facts.product.name} />
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
