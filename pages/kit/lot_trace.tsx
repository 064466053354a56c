// What a lot was made of, what it became, and to whom it went.
import { api } from "./api";
import type { LotDelivery, LotShipped, LotTrace as Trace } from "./api_types";
import { day, number } from "./figures";
import { Loaded, useLoad } from "./load";
import { lotPath } from "./lot_path";
import { lotWords, traceWords } from "./lot_words";
import { useWords } from "./words";

const MOST = 50; // lines of each

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
            {({ made_of, became }) => {
                const own = became[0]?.shipped ?? []; // the lot itself stands first
                return (
                    <div class="stack">
                        <section class="stack tight">
                            <h3>{made_of.length ? t.madeOf(made_of.length) : t.madeOfNothing}</h3>
                            <ul class="plain">
                                {made_of.slice(0, MOST).map((one) => (
                                    <li key={`${one.product}/${one.lot}`}>
                                        <a href={link(one.product, one.lot)}>{one.name}</a> · <LotName lot={one.lot} />
                                    </li>
                                ))}
                            </ul>
                            {made_of.length > MOST && <p class="soft">… {number(made_of.length - MOST)}</p>}
                        </section>
                        {became.length > 1 && <h3>{t.became(became.length - 1)}</h3>}
                        <ShippedLots lots={became.slice(1, MOST + 1)} link={link} />
                        {became.length > MOST + 1 && <p class="soft">… {number(became.length - MOST - 1)}</p>}
                        <section class="stack tight">
                            <h3>{own.length ? t.ownShipped(own.length) : t.ownNotShipped}</h3>
                            <Deliveries of={own} />
                        </section>
                    </div>
                );
            }}
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
                        <a href={link(one.product, one.lot)}>{one.name}</a> · <LotName lot={one.lot} />
                    </p>
                    {one.shipped.length === 0 ? (
                        <p class="soft small">{t.notShipped}</p>
                    ) : (
                        <>
                            <p class="small">{t.shipped(one.shipped.length)}</p>
                            <Deliveries of={one.shipped} />
                        </>
                    )}
                </li>
            ))}
        </ul>
    );
}

/** On one line, however long: a lot is compared with what stands on the pack. */
function LotName({ lot }: { lot: string }) {
    const t = useWords(lotWords);
    return <span class="unbroken">{t.lotNamed(lot)}</span>;
}

function Deliveries({ of }: { of: LotDelivery[] }) {
    const t = useWords(traceWords);
    return (
        <ul class="plain small">
            {of.slice(0, MOST).map((one, n) => (
                <li key={n}>{t.to(one.to, one.amount ?? "", day(one.at))}</li>
            ))}
            {of.length > MOST && <li>… {number(of.length - MOST)}</li>}
        </ul>
    );
}
