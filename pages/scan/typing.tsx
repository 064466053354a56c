// When the code is destroyed: what is printed beside it, typed.
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { Heading } from "../kit/heading";
import { TroubleNotice } from "../kit/notice";
import { TextField } from "../kit/text_field";
import { lang, useWords } from "../kit/words";
import { eye } from "./eye";
import { isRefusal } from "./model";
import { readPrinted, withDates } from "./printed";
import { scanWords } from "./words";

export function Typing({ typed }: { typed: (text: string) => void }) {
    const t = useWords(scanWords);
    const [product, setProduct] = useState("");
    const [lot, setLot] = useState("");
    const [serial, setSerial] = useState("");
    const [error, setError] = useState<unknown>(null);
    const read = readPrinted(product);
    const isAddress = read.kind === "address";
    const check = async () => {
        setError(null);
        if (read.kind === "address") return typed(read.text);
        const of = { product: read.product, lot: read.lot || lot, serial: read.serial || serial, lang: lang() };
        const made = await eye.compose(of);
        if (isRefusal(made)) setError(made.error.message);
        else typed(withDates(made.text, read.dates));
    };
    const field = (label: string, hint: string, value: string, set: (text: string) => void, isNeeded = false) => (
        <TextField
            label={label}
            hint={hint}
            class="number"
            autocapitalize="characters"
            spellcheck={false}
            required={isNeeded}
            value={value}
            onValue={set}
        />
    );
    return (
        <form
            class="stack"
            onSubmit={(event) => {
                event.preventDefault();
                void check();
            }}>
            <Heading>{t.typeTitle}</Heading>
            {error !== null && <TroubleNotice error={error} />}
            {field(t.typeProduct, t.typeProductHint, product, setProduct, true)}
            {!isAddress && (
                <div class="fields">
                    {field(t.typeLot, t.typeLotHint, lot, setLot)}
                    {field(t.typeSerial, t.typeSerialHint, serial, setSerial)}
                </div>
            )}
            {!isAddress && <p class="soft small">{t.typeUnsigned}</p>}
            <div class="actions">
                <Button primary type="submit">
                    {t.check}
                </Button>
                <a class="button quiet" href="#/">
                    {t.back}
                </a>
            </div>
        </form>
    );
}
