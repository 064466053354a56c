// How many labels and how many spares.
import { useState } from "preact/hooks";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import type { Change, Draft } from "./draft";
import { studioWords } from "./words";

const MOST = 100_000;

/** The number that was typed, with or without separators; null if it is not a number or too large. */
export function readCount(typed: string): number | null {
    const text = typed.replace(/[.\s,]/g, "");
    const count = Number(text);
    return /^\d+$/.test(text) && count >= 1 && count <= MOST ? count : null;
}

type Props = { draft: Draft; change: Change; paper: string; isGood: boolean; setGood: (isGood: boolean) => void };

/** `paper` says how much paper the labels take. */
export function Quantity({ draft, change, paper, isGood, setGood }: Props) {
    const t = useWords(studioWords);
    const [typed, setTyped] = useState(String(draft.count));
    const take = (text: string) => {
        setTyped(text.replace(/[.\s,]/g, ""));
        const count = readCount(text);
        setGood(count !== null);
        if (count !== null) change({ count });
    };
    const takeSpares = (text: string) => change({ spares: Math.min(MOST, Number(text.replace(/\D/g, "")) || 0) });
    return (
        <div class="fields">
            <TextField
                label={t.count}
                hint={isGood ? paper : ""}
                wrong={isGood ? undefined : t.countWrong}
                class="number large-input"
                inputMode="numeric"
                value={typed}
                onValue={take}
            />
            <TextField
                label={t.spares}
                class="number"
                inputMode="numeric"
                value={String(draft.spares)}
                onValue={takeSpares}
            />
        </div>
    );
}
