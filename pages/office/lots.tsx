// The lots of all producers: looked for by lot, goods or producer.
import { useState } from "preact/hooks";
import { api, query } from "../kit/api";
import { day } from "../kit/figures";
import { GrowingList } from "../kit/growing_list";
import { Heading } from "../kit/heading";
import type { LotLine, Lots as LotsPage } from "../kit/api_types";
import { usePages } from "../kit/pages";
import { useRested } from "../kit/rested";
import { to } from "../kit/route";
import { Table } from "../kit/table";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { lotsWords } from "./lots_words";

const PAGE = 50;

export function Lots() {
    const t = useWords(lotsWords);
    const [typed, setTyped] = useState("");
    const asked = useRested(typed);
    const pages = usePages(`lots?${query({ query: asked, limit: PAGE })}`, async (path, signal) => {
        const page = await api.get<LotsPage>(path, signal);
        return { rows: page.lots, next: page.next };
    });
    return (
        <>
            <Heading>{t.title}</Heading>
            <TextField label={t.find} hint={t.findHint} type="search" value={typed} onValue={setTyped} />
            <GrowingList
                pages={pages}
                none={asked ? t.noMatch : t.none}
                soFar={t.shownSoFar}
                all={t.shownAll}
                moreOfThem={t.moreLots}>
                {(lots) => <LotTable lots={lots} />}
            </GrowingList>
        </>
    );
}

function LotTable({ lots }: { lots: LotLine[] }) {
    const t = useWords(lotsWords);
    return (
        <Table
            caption={t.title}
            heads={[t.goods, t.lot, t.producer, t.left, t.last, t.action]}
            rows={lots.map((one) => ({
                key: `${one.product}/${one.lot}`,
                cells: [
                    <span>
                        <strong>{one.name}</strong>
                        {one.recalled && <span class="invalid small lot-mark">{t.recalled}</span>}
                    </span>,
                    <span class="number">{one.lot}</span>,
                    one.producer ?? t.unknown,
                    <span class="number">{one.left ?? t.unknown}</span>,
                    <span class="number">{day(one.last)}</span>,
                    <a class="button quiet" href={to("lot", one.product, one.lot)} aria-label={`${t.look}: ${one.lot}`}>
                        {t.look}
                    </a>,
                ],
            }))}
        />
    );
}
