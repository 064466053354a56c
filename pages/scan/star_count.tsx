import { number } from "../kit/figures";
import { Stars } from "../kit/stars";
import { VerdictShape } from "../kit/verdict";
import { useWords } from "../kit/words";
import type { Label } from "./model";
import { scanWords } from "./words";

/** Stars certified beside those on the label; the inspector's count replaces the phone's. */
export function StarCount({
    label,
    seen,
    byPhone,
    isPhoto,
    set,
}: {
    label: Label;
    seen: number | null;
    byPhone: number | null;
    isPhoto: boolean;
    set: (stars: number | null) => void;
}) {
    const t = useWords(scanWords);
    const certified = label.product!.stars;
    return (
        <section class="card stars-card">
            <div class="stack tight">
                <h2>{t.starsCertified}</h2>
                <p class="star-row">
                    <Stars count={certified} size={30} />
                    <strong>{number(certified)}</strong>
                </p>
            </div>
            <fieldset>
                <legend>{t.starsSeen}</legend>
                <Choices seen={seen} set={set} />
            </fieldset>
            {byPhone !== null && <p class="soft small">{t.starsByPhone(byPhone)}</p>}
            {seen === null ? (
                <p class="soft small">{isPhoto ? t.starsUnsure : t.starsAsk}</p>
            ) : (
                <Compared seen={seen} certified={certified} />
            )}
        </section>
    );
}

function Choices({ seen, set }: { seen: number | null; set: (stars: number) => void }) {
    const t = useWords(scanWords);
    const choice = (stars: number, name: string, shown: string) => (
        <label key={stars} class="count-choice">
            <input type="radio" name="stars" aria-label={name} checked={seen === stars} onChange={() => set(stars)} />
            <span aria-hidden="true">{shown}</span>
        </label>
    );
    return (
        <div class="counts">
            {[1, 2, 3, 4, 5].map((stars) => choice(stars, t.starsOption(stars), `${stars}★`))}
            {choice(0, t.starsNoneOption, t.starsNone)}
        </div>
    );
}

function Compared({ seen, certified }: { seen: number; certified: number }) {
    const t = useWords(scanWords);
    const verdict = seen === certified ? "valid" : "invalid";
    return (
        <p class={`compared ${verdict}`} role="status">
            <VerdictShape verdict={verdict} size={20} />
            {seen === certified ? t.starsSame : t.starsOther(seen, certified)}
        </p>
    );
}
