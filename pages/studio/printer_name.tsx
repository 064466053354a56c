// The first step of a calibration: the name and the paper.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { Stock } from "../kit/api_types";
import { go, to } from "../kit/route";
import { SelectField } from "../kit/select_field";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { Onward } from "./steps";
import { studioWords } from "./words";

const isName = (text: string) => /^[A-Za-z0-9._-]{1,40}$/.test(text);
const rollsOf = (stocks: Stock[]) =>
    stocks.filter((one) => one.kind === "roll").map(({ id, title }) => ({ value: id, name: title }));

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
                        <TextField
                            label={t.printerName}
                            hint={t.printerNameHint}
                            wrong={tried && !isName(name) ? t.printerNameWrong : undefined}
                            autocapitalize="none"
                            value={name}
                            onValue={(text) => setName(text.trim())}
                        />
                        <SelectField
                            label={t.printerPaper}
                            value={stock}
                            options={[{ value: "", name: "A4" }, ...rollsOf(stocks)]}
                            onChange={setStock}
                        />
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
