import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { number } from "../kit/figures";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { studioWords } from "./words";

/** Millimetres as typed, with comma or point; null where it is no length of a sheet. */
function readLength(typed: string): number | null {
    const value = Number(typed.replace(",", "."));
    return typed.trim() !== "" && Number.isFinite(value) && value >= 0 && value <= 1500 ? value : null;
}

type Props = {
    letter: string;
    nominal: number;
    typed: string;
    isLast: boolean;
    take: (length: number) => Promise<void>;
    back: string | (() => void);
};

/** One length: how to measure it, how long it should be, and how long it is. */
export function MeasureForm({ letter, nominal, typed: before, isLast, take, back }: Props) {
    const t = useWords(studioWords);
    const [typed, setTyped] = useState(before);
    const [tried, setTried] = useState(false);
    const length = readLength(typed);
    const how: Record<string, string> = {
        a: t.measureA,
        b: t.measureB,
        c: t.measureC,
        d: t.measureD,
        e: t.measureE,
    };
    return (
        <form
            class="stack"
            onSubmit={(event) => {
                event.preventDefault();
                setTried(true);
                if (length !== null) void take(length);
            }}>
            <p class="lead">{how[letter]}</p>
            <TextField
                label={t.measureField}
                hint={t.measureNominal(number(nominal))}
                wrong={tried && length === null ? t.measureWrong : undefined}
                class="number large-input"
                inputMode="decimal"
                value={typed}
                onValue={setTyped}
            />
            <div class="actions">
                <Button primary type="submit">
                    {isLast ? t.save : t.next}
                </Button>
                {typeof back === "string" ? (
                    <a class="button quiet" href={back}>
                        {t.back}
                    </a>
                ) : (
                    <Button quiet onClick={back}>
                        {t.back}
                    </Button>
                )}
            </div>
        </form>
    );
}
