import { day } from "../kit/figures";
import { useWords } from "../kit/words";
import type { Answer, Label } from "./model";
import { scanWords } from "./words";

// Everything the code and the list say about a label, folded away below the answer.
export function Details({ label, answer }: { label: Label; answer: Answer }) {
    const t = useWords(scanWords);
    const rows: [string, string | null | undefined][] = [
        [t.certificate, label.product?.certificate],
        [t.validTo, day(label.product?.valid_to)],
        [t.productCode, label.trace?.gtin ?? label.trace?.code],
        [t.lot, label.trace?.lot],
        [t.serial, label.trace?.serial],
        [t.made, day(label.trace?.made)],
        [t.expires, day(label.trace?.expires)],
        [t.text, label.text],
        [t.byList, answer.list && `${answer.list.source} · ${day(answer.list.as_of)}`],
    ];
    return (
        <details>
            <summary>{t.details}</summary>
            <dl class="facts">
                {rows
                    .filter(([, value]) => value)
                    .map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} `}>{value}</dd>])}
            </dl>
        </details>
    );
}
