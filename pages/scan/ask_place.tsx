// Where one checks: asked once, before the first check; it goes with each of them.
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { place } from "./case";
import { scanWords } from "./words";

export function AskPlace() {
    const t = useWords(scanWords);
    const [isAsked, setAsked] = useState(place.isAsked());
    const [where, setWhere] = useState("");
    if (isAsked) return null;
    const answer = (name: string) => {
        place.keep(name.trim());
        setAsked(true);
    };
    return (
        <form
            class="card stack tight"
            onSubmit={(event) => {
                event.preventDefault();
                answer(where);
            }}>
            <TextField label={t.placeAsk} hint={t.placeHint} maxLength={100} value={where} onValue={setWhere} />
            <div class="actions">
                <Button type="submit">{t.placeKeep}</Button>
                <Button quiet onClick={() => answer("")}>
                    {t.later}
                </Button>
            </div>
        </form>
    );
}
