// What happened to a lot, as one reads it: when, what, how much, with whom. What was struck through stays, struck
// through.
import type { ComponentChildren } from "preact";
import type { LotEvent, LotPart } from "./api_types";
import { day } from "./figures";
import { eventWords, lotKindWords, lotWords } from "./lot_words";
import { useWords } from "./words";

/** "30/11/2026 14:20"; the day alone where the hour was not told. */
export const moment = (at: string, isDay: boolean): string => (isDay ? day(at) : `${day(at)} ${at.slice(11, 16)}`);

const part = ({ name, lot, amount }: LotPart): string => [name, lot, amount].filter(Boolean).join(" · ");

export function LotEventLine({ event, children }: { event: LotEvent; children?: ComponentChildren }) {
    const t = useWords(eventWords);
    const kinds = useWords(lotKindWords);
    const ofLots = useWords(lotWords);
    const facts: [string, string | undefined][] = [
        ...event.inputs.map((one): [string, string] => [t.from, part(one)]),
        ...event.outputs.map((one): [string, string] => [t.lot, part(one)]),
        [t.result, event.passed === undefined ? undefined : event.passed ? ofLots.passed : ofLots.failed],
        [event.kind === "ship" ? t.to : t.party, event.party?.name],
        [t.place, event.place?.name],
        [t.process, event.process],
        [t.report, event.report],
        [t.paper, event.paper],
        [t.made, event.made && day(event.made)],
        [t.expires, event.expires && day(event.expires)],
        [t.reason, event.reason],
        [t.note, event.note],
    ];
    const isStruck = event.struck !== undefined;
    const head = (
        <>
            <span class="number soft">{moment(event.at, event.is_day)}</span>{" "}
            <strong>{kinds[event.kind as keyof typeof kinds] ?? event.kind}</strong>
        </>
    );
    return (
        <div class={`lot-event${isStruck ? " struck" : ""}`}>
            <p>{isStruck ? <s>{head}</s> : head}</p>
            {event.struck && (
                <p class="small check-mark">
                    {event.struck.by ? t.struckReplaced(day(event.struck.at)) : t.struckNever(day(event.struck.at))}
                </p>
            )}
            <dl class="facts small">
                {facts
                    .filter(([, value]) => value)
                    .map(([name, value], n) => [
                        <dt key={`${n} name`}>{name}</dt>,
                        <dd key={n}>{isStruck ? <s>{value}</s> : value}</dd>,
                    ])}
            </dl>
            {children}
        </div>
    );
}
