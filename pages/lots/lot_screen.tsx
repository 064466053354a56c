// A lot's story: what happened to it, line by line. An entry that is wrong is corrected here.
import { useState } from "preact/hooks";
import { Ask } from "../kit/ask";
import { Button } from "../kit/button";
import { Heading } from "../kit/heading";
import { Loaded } from "../kit/load";
import { LotEventLine } from "../kit/lot_event";
import { LotTrace } from "../kit/lot_trace";
import { Notice } from "../kit/notice";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import type { LotEvent } from "../kit/api_types";
import type { Kind } from "./model";
import { kinds } from "./model";
import { strike } from "./save";
import { shortId } from "./send";
import type { Book } from "./use_book";
import { useStory } from "./use_story";
import { lotsWords } from "./words";

export function LotScreen({ book, product, lot }: { book: Book; product: string; lot: string }) {
    const t = useWords(lotsWords);
    const [load, again] = useStory(book, product, lot);
    const line = book.lots.find((one) => one.product === product && one.lot === lot);
    const waiting = book.entries.filter((one) => one.lot === lot);
    return (
        <Loaded load={load} again={again}>
            {({ story, isFresh }) => (
                <>
                    <Heading step={t.lotNamed(lot)}>{story.lot.name}</Heading>
                    {line?.recalled && (
                        <Notice kind="invalid">
                            <p>{t.recalledLead}</p>
                        </Notice>
                    )}
                    {line?.left && <p class="lead number">{t.left(line.left)}</p>}
                    {!isFresh && <p class="soft">{t.keptStory}</p>}
                    {waiting.length > 0 && (
                        <p>
                            <a href={to("waiting")}>{t.waitingOfLot(waiting.length)}</a>
                        </p>
                    )}
                    <ol class="plain stack story">
                        {story.events.map((event) => (
                            <li key={event.id}>
                                <EventWithCorrection book={book} event={event} product={product} lot={lot} />
                            </li>
                        ))}
                    </ol>
                    <WhereItWent product={product} lot={lot} />
                    <div class="actions">
                        <a class="button quiet" href="#/">
                            {t.back}
                        </a>
                    </div>
                </>
            )}
        </Loaded>
    );
}

/** Asked of the server when it is opened: it needs a network. */
function WhereItWent({ product, lot }: { product: string; lot: string }) {
    const t = useWords(lotsWords);
    const [isOpen, setOpen] = useState(false);
    return (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{t.whereItWent}</summary>
            {isOpen && <LotTrace product={product} lot={lot} link={(p, l) => to("lot", p, l)} />}
        </details>
    );
}

function EventWithCorrection({
    book,
    event,
    product,
    lot,
}: {
    book: Book;
    event: LotEvent;
    product: string;
    lot: string;
}) {
    const t = useWords(lotsWords);
    const [asking, setAsking] = useState(false);
    const about = event.outputs[0]!;
    const isWaiting = book.entries.some((one) => one.strikes === event.id && one.state === "waiting");
    const canCorrect = !event.struck && !isWaiting && (kinds as readonly string[]).includes(event.kind);
    const never = () => {
        setAsking(false);
        void strike(book, event.id, { name: about.name, lot: about.lot, kind: event.kind as Kind });
    };
    return (
        <LotEventLine event={event}>
            {isWaiting && <p class="small check-mark">{t.correctionWaits}</p>}
            {canCorrect && (
                <details class="wrong-entry">
                    <summary>{t.isWrong}</summary>
                    <div class="actions">
                        <a class="button" href={to("correct", product, lot, shortId(event.id))}>
                            {t.correct}
                        </a>
                        <Button danger onClick={() => setAsking(true)}>
                            {t.neverHappened}
                        </Button>
                    </div>
                </details>
            )}
            {asking && (
                <Ask
                    title={t.neverTitle}
                    confirm={t.strikeIt}
                    danger
                    onConfirm={never}
                    onClose={() => setAsking(false)}>
                    <p>{t.neverLead}</p>
                </Ask>
            )}
        </LotEventLine>
    );
}
