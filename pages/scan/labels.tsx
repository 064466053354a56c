import { verdictWords } from "../kit/kit_words";
import { classOf, VerdictShape } from "../kit/verdict";
import { useWords } from "../kit/words";
import type { Case } from "./case";
import type { Label } from "./model";
import { Picture } from "./picture";
import { scanWords } from "./words";

/** Several labels in one photo: each is boxed and numbered, and can be chosen. */
export function Labels({
    now,
    labels,
    shown,
    choose,
}: {
    now: Case;
    labels: Label[];
    shown: number;
    choose: (label: number) => void;
}) {
    const t = useWords(scanWords);
    const word = useWords(verdictWords);
    return (
        <div class="stack tight">
            <p class="soft">
                {t.several(labels.length)}
                {now.isBusy ? ` · ${t.more}` : ""}
            </p>
            <Picture now={now} labels={labels} shown={shown} />
            <div class="labels" role="group" aria-label={t.several(labels.length)}>
                {labels.map((one, i) => (
                    <button
                        key={i}
                        type="button"
                        class={`label-chip ${classOf(one.verdict)}`}
                        aria-pressed={i === shown}
                        onClick={() => choose(i)}>
                        <VerdictShape verdict={one.verdict} size={20} />
                        <span>
                            <strong>{t.ofLabel(i + 1)}</strong> {word[one.verdict]}
                        </span>
                    </button>
                ))}
            </div>
        </div>
    );
}
