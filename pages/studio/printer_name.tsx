// The first step of a calibration: the name and the paper.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { Field } from "../kit/field";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { Stock } from "../kit/model";
import { go, to } from "../kit/route";
import { useWords } from "../kit/words";
import { Onward } from "./steps";
import { studioWords } from "./words";

const isName = (text: string) => /^[A-Za-z0-9._-]{1,40}$/.test(text);
export function NameStep() {
    const t = useWords(studioWords);
    const [name, setName] = useState("");
    const [stock, setStock] = useState("");
    const [tried, setTried] = useState(false);
    const [load, again] = useLoad((signal) => api.get<Stock[]>("stocks", signal), []);
    return (
        <>
            <Heading>{t.printerAdd}</Heading>
            <Loaded load={load} again={again}>
                {(stocks) => (
                    <form
                        class="stack"
                        onSubmit={(event) => {
                            event.preventDefault();
                            setTried(true);
                            if (isName(name)) go("printers", name, stock || "A4");
                        }}>
                        <Field
                            label={t.printerName}
                            hint={t.printerNameHint}
                            wrong={tried && !isName(name) ? t.printerNameWrong : undefined}>
                            {(control) => (
                                <input
                                    {...control}
                                    autocomplete="off"
                                    autocapitalize="none"
                                    value={name}
                                    onInput={(event) => setName(event.currentTarget.value.trim())}
                                />
                            )}
                        </Field>
                        <Field label={t.printerPaper}>
                            {(control) => (
                                <select
                                    {...control}
                                    value={stock}
                                    onChange={(event) => setStock(event.currentTarget.value)}>
                                    <option value="">A4</option>
                                    {stocks
                                        .filter((one) => one.kind === "roll")
                                        .map((one) => (
                                            <option key={one.id} value={one.id}>
                                                {one.title}
                                            </option>
                                        ))}
                                </select>
                            )}
                        </Field>
                        <Onward back={to("printers")}>
                            <Button primary type="submit">
                                {t.next}
                            </Button>
                        </Onward>
                    </form>
                )}
            </Loaded>
        </>
    );
}
