// What a lot was made of, what it became, and to whom it went.
import { api } from "./api";
import type { LotShipped, LotTrace as Trace } from "./api_types";
import { day, number } from "./figures";
import { Loaded, useLoad } from "./load";
import { traceWords } from "./lot_words";
import { useWords } from "./words";

const MOST = 50; // lines of each

export const lotPath = (product: string, lot: string): string =>
    `lots/${encodeURIComponent(product)}/${encodeURIComponent(lot)}`;

export function LotTrace({
    product,
    lot,
    link,
}: {
    product: string;
    lot: string;
    link: (product: string, lot: string) => string;
}) {
    const t = useWords(traceWords);
    const [load, again] = useLoad((signal) => api.get<Trace>(`${lotPath(product, lot)}/trace`, signal), [product, lot]);
    return (
        <Loaded load={load} again={again}>
            {({ made_of, became }) => (
                <div class="stack">
                    <section class="stack tight">
                        <h3>{made_of.length ? t.madeOf(made_of.length) : t.madeOfNothing}</h3>
                        <ul class="plain">
                            {made_of.slice(0, MOST).map((one) => (
                                <li key={`${one.product}/${one.lot}`}>
                                    <a href={link(one.product, one.lot)}>{one.name}</a> · {t.lotNamed(one.lot)}
                                </li>
                            ))}
                        </ul>
                        {made_of.length > MOST && <p class="soft">… {number(made_of.length - MOST)}</p>}
                    </section>
                    {became.length > 1 && <h3>{t.became(became.length - 1)}</h3>}
                    <ShippedLots lots={became.slice(0, MOST)} link={link} />
                    {became.length > MOST && <p class="soft">… {number(became.length - MOST)}</p>}
                </div>
            )}
        </Loaded>
    );
}

/** Each lot with the places it went to. */
export function ShippedLots({ lots, link }: { lots: LotShipped[]; link: (product: string, lot: string) => string }) {
    const t = useWords(traceWords);
    return (
        <ul class="plain stack">
            {lots.map((one) => (
                <li key={`${one.product}/${one.lot}`}>
                    <p>
                        <a href={link(one.product, one.lot)}>{one.name}</a> · {t.lotNamed(one.lot)}
                    </p>
                    {one.shipped.length === 0 ? (
                        <p class="soft small">{t.notShipped}</p>
                    ) : (
                        <>
                            <p class="small">{t.shipped(one.shipped.length)}</p>
                            <ul class="small">
                                {one.shipped.slice(0, MOST).map((delivery, n) => (
                                    <li key={n}>{t.to(delivery.to, delivery.amount ?? "", day(delivery.at))}</li>
                                ))}
                                {one.shipped.length > MOST && <li>… {number(one.shipped.length - MOST)}</li>}
                            </ul>
                        </>
                    )}
                </li>
            ))}
        </ul>
    );
}
