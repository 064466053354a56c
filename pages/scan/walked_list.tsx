// What the camera read so far, the newest first: each code once.
import { verdictWords } from "../kit/kit_words";
import { classOf, VerdictShape } from "../kit/verdict";
import { useWords } from "../kit/words";
import { starsCounted } from "./model";
import { summaryOf } from "./summary";
import type { Walked } from "./walk";
import { labelOf } from "./walk";
import { nameOf } from "./label_name";
import { scanWords } from "./words";

export function WalkedList({
    walked,
    open,
    restart,
}: {
    walked: Walked[];
    open: (one: Walked) => void;
    restart: () => void;
}) {
    const t = useWords(scanWords);
    const word = useWords(verdictWords);
    if (!walked.length) return null;
    const newest = walked[0]!;
    return (
        <section class="stack tight walked" aria-label={t.walkedTitle}>
            <p class="visually-hidden" aria-live="polite">
                {`${nameOf(labelOf(newest))}: ${word[labelOf(newest).verdict]}`}
            </p>
            {walked.length > 1 && <p class="summary">{summaryOf(t, word, walked.map(labelOf))}</p>}
            <ul class="plain stack tight">
                {walked.map((one) => (
                    <li key={one.id}>
                        <WalkedRow one={one} open={() => open(one)} />
                    </li>
                ))}
            </ul>
            {walked.length > 1 && (
                <div class="actions">
                    <button type="button" class="button quiet" onClick={restart}>
                        {t.restart}
                    </button>
                </div>
            )}
        </section>
    );
}

function WalkedRow({ one, open }: { one: Walked; open: () => void }) {
    const t = useWords(scanWords);
    const word = useWords(verdictWords);
    const label = labelOf(one);
    const stars = one.isVoted ? starsCounted(one.sight) : null;
    const facts = [
        word[label.verdict],
        stars !== null && t.starsOption(stars),
        label.trace?.lot && `${t.lot} ${label.trace.lot}`,
        label.trace?.serial,
    ];
    return (
        <button type="button" class={`walked-row ${classOf(label.verdict)}`} onClick={open}>
            <VerdictShape verdict={label.verdict} size={28} />
            <span>
                <strong>{nameOf(label)}</strong>
                <span class="small">{facts.filter(Boolean).join(" · ")}</span>
            </span>
        </button>
    );
}
