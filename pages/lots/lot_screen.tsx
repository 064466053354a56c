// A lot's story: what happened to it, line by line. An entry that is wrong is corrected here.
import { useState } from "preact/hooks";
import { Ask } from "../kit/ask";
import { Button } from "../kit/button";
import { useDeed } from "../kit/deed";
import { Heading } from "../kit/heading";
import { Loaded } from "../kit/load";
import { LotEventLine } from "../kit/lot_event";
import { LotTrace } from "../kit/lot_trace";
import { lotWords } from "../kit/lot_words";
import { Notice, TroubleNotice } from "../kit/notice";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import type { LotEvent } from "../kit/api_types";
import { canBeRewritten } from "./draft";
import { isOfLot } from "./lots_shown";
import type { KeptEntry, Kind } from "./model";
import { kinds } from "./model";
import { stateAfter } from "./person";
import { strike } from "./save";
import { shortId } from "./send";
import type { Book } from "./use_book";
import { useStory } from "./use_story";
import { lotsWords } from "./words";

export function LotScreen({ book, product, lot }: { book: Book; product: string; lot: string }) {
    const t = useWords(lotsWords);
    const ofLots = useWords(lotWords);
    const [load, again] = useStory(book, product, lot);
    const line = book.lots.find((one) => one.product === product && one.lot === lot);
    return (
        <Loaded load={load} again={again}>
            {({ story, missed }) => (
                <>
                    <Heading step={ofLots.lotNamed(lot)}>{story.lot.name}</Heading>
                    {line?.recalled && (
                        <Notice kind="invalid">
                            <p>{t.recalledLead}</p>
                        </Notice>
                    )}
                    {line?.left && <p class="lead number">{t.left(line.left)}</p>}
                    {missed !== null && <KeptCopy missed={missed} />}
                    <Waiting entries={book.entries.filter((one) => isOfLot(one, story.lot))} />
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

/** Why this is not the server's own word of now. */
function KeptCopy({ missed }: { missed: unknown }) {
    const t = useWords(lotsWords);
    const state = stateAfter(missed);
    if (state === "away") return <p class="soft">{t.keptStory}</p>;
    if (state === null) return <TroubleNotice error={missed} />;
    return (
        <Notice kind="inconclusive">
            <p>{t.keptSignedOut}</p>
            <a href={to("sign-in")}>{t.signIn}</a>
        </Notice>
    );
}

/** What this phone has of the lot and the book has not. */
function Waiting({ entries }: { entries: KeptEntry[] }) {
    const t = useWords(lotsWords);
    const count = (state: KeptEntry["state"]) => entries.filter((one) => one.state === state).length;
    const told = [
        count("waiting") && t.waitingOfLot(count("waiting")),
        count("refused") && t.someRefused(count("refused")),
    ];
    return (
        <>
            {told.filter(Boolean).map((words) => (
                <p key={words}>
                    <a href={to("waiting")}>{words}</a>
                </p>
            ))}
        </>
    );
}

/** Asked of the server when it is opened: it needs a network. */
function WhereItWent({ product, lot }: { product: string; lot: string }) {
    const t = useWords(lotWords);
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
    const striking = useDeed();
    const about = event.outputs[0]!;
    const isWaiting = book.entries.some((one) => one.strikes === event.id && one.state === "waiting");
    const canCorrect = !event.struck && !isWaiting && (kinds as readonly string[]).includes(event.kind);
    const never = () => {
        setAsking(false);
        striking.start(() => strike(book, event.id, { name: about.name, lot: about.lot, kind: event.kind as Kind }));
    };
    return (
        <LotEventLine event={event}>
            {striking.error !== null && <TroubleNotice error={striking.error} />}
            {isWaiting && <p class="small check-mark">{t.correctionWaits}</p>}
            {canCorrect && (
                <details class="wrong-entry">
                    <summary>{t.isWrong}</summary>
                    {!canBeRewritten(event) && <p>{t.onlyStruck}</p>}
                    <div class="actions">
                        {canBeRewritten(event) && (
                            <a class="button" href={to("correct", product, lot, shortId(event.id))}>
                                {t.correct}
                            </a>
                        )}
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
