// What happened? Five answers, one tap each; below them the lots, newest first.
import { useState } from "preact/hooks";
import { day, number } from "../kit/figures";
import { Heading } from "../kit/heading";
import { lotKindWords, lotWords } from "../kit/lot_words";
import { to } from "../kit/route";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { KindPicture } from "./kind_picture";
import { MOST } from "./fetched";
import type { Kind, Known, Lot } from "./model";
import { LineState } from "./line_state";
import { folded } from "../kit/folded";
import type { Book } from "./use_book";
import { kindHints, lotsWords } from "./words";

const SHOWN = 20;
const offered: Kind[] = ["receive", "transform", "test", "pack", "ship"];

export function Home({ book }: { book: Book }) {
    const t = useWords(lotsWords);
    const kindName = useWords(lotKindWords);
    const kindHint = useWords(kindHints);
    return (
        <>
            <Heading>{t.homeTitle}</Heading>
            <LineState book={book} />
            <ul class="plain kinds">
                {offered.map((kind) => (
                    <li key={kind}>
                        <a class="kind" href={to("write", kind)}>
                            <KindPicture kind={kind} />
                            <span>
                                <strong>{kind === "receive" ? t.kindReceiveHarvest : kindName[kind]}</strong>
                                <span class="soft small">{kindHint[kind]}</span>
                            </span>
                        </a>
                    </li>
                ))}
            </ul>
            <LotList lots={book.lots} known={book.known} />
        </>
    );
}

function LotList({ lots, known }: { lots: Lot[]; known: Known | null }) {
    const t = useWords(lotsWords);
    const [typed, setTyped] = useState("");
    const [most, setMost] = useState(SHOWN);
    const key = folded(typed);
    const found = lots.filter((lot) => !key || folded(`${lot.name} ${lot.lot} ${lot.product}`).includes(key));
    return (
        <section class="stack" aria-label={t.lotsTitle}>
            <h2>{t.lotsTitle}</h2>
            {known?.more && <p class="check-mark">{t.lotsTooMany(number(MOST))}</p>}
            {lots.length === 0 ? (
                <p class="soft">{known ? t.lotsNone : t.lotsUnknown}</p>
            ) : (
                <>
                    {lots.length > 5 && <TextField label={t.find} type="search" value={typed} onValue={setTyped} />}
                    <ul class="plain lots">
                        {found.slice(0, most).map((lot) => (
                            <li key={`${lot.product}/${lot.lot}`}>
                                <LotCard lot={lot} />
                            </li>
                        ))}
                    </ul>
                    <p class="soft small" role="status">
                        {t.lotsShown(number(Math.min(found.length, most)), number(found.length))}
                    </p>
                    {found.length > most && (
                        <div class="actions">
                            <button type="button" class="button" onClick={() => setMost(most + SHOWN)}>
                                {t.showMore}
                            </button>
                        </div>
                    )}
                </>
            )}
        </section>
    );
}

function LotCard({ lot }: { lot: Lot }) {
    const t = useWords(lotsWords);
    const ofLots = useWords(lotWords);
    const inside = (
        <>
            <strong class="lot-name">{lot.name}</strong>
            <span class="number lot-left">{lot.left ? t.left(lot.left) : ""}</span>
            <span class="soft small number">
                {ofLots.lotNamed(lot.lot)} · {day(lot.last)}
            </span>
            {lot.recalled && <span class="invalid small lot-mark">{t.recalled}</span>}
            {lot.waits && <span class="check-mark small lot-mark">{t.waits}</span>}
        </>
    );
    return lot.waits ? (
        <a class="lot" href={to("waiting")}>
            {inside}
        </a>
    ) : (
        <a class="lot" href={to("lot", lot.product, lot.lot)}>
            {inside}
        </a>
    );
}
