// In which form the labels come out, and what belongs to each: resolution, calibrated printer.
import type { RunWish, Printer } from "../kit/api_types";
import { SelectField } from "../kit/select_field";
import { useWords } from "../kit/words";
import type { Change, Draft } from "./draft";
import { studioWords } from "./words";

type Format = RunWish["format"] & string;

/** Sheets are printed from a PDF or a picture; only rolls are printed with the label printer's own file. */
export function FormatChoice({ draft, change, isSheet }: { draft: Draft; change: Change; isSheet: boolean }) {
    const t = useWords(studioWords);
    const forms: { format: Format; name: string; hint: string }[] = [
        { format: "pdf", name: t.pdf, hint: t.pdfHint },
        { format: "png", name: t.png, hint: t.pngHint },
        ...(isSheet ? [] : [{ format: "zpl" as const, name: t.zpl, hint: t.zplHint }]),
    ];
    return (
        <fieldset class="stack tight">
            <legend>{t.kind}</legend>
            <div class="choices">
                {forms.map((form) => (
                    <label key={form.format} class="choice">
                        <input
                            type="radio"
                            name="format"
                            checked={draft.format === form.format}
                            onChange={() => change({ format: form.format, dpi: form.format === "zpl" ? 203 : 300 })}
                        />
                        <span>
                            <strong>{form.name}</strong>
                            <br />
                            <span class="soft small">{form.hint}</span>
                        </span>
                    </label>
                ))}
            </div>
        </fieldset>
    );
}

export function PrinterChoice({ draft, change, printers }: { draft: Draft; change: Change; printers: Printer[] }) {
    const t = useWords(studioWords);
    const names = printers.map(({ name }) => ({ value: name, name }));
    return (
        <div class="fields">
            {draft.format !== "pdf" && (
                <SelectField
                    label={t.dpi}
                    value={String(draft.dpi)}
                    options={[203, 300, 600].map((dpi) => ({ value: String(dpi), name: t.dots(dpi) }))}
                    onChange={(dpi) => change({ dpi: Number(dpi) })}
                />
            )}
            {printers.length > 0 && draft.format !== "png" && (
                <SelectField
                    label={t.printer}
                    value={draft.printer}
                    options={[{ value: "", name: t.printerNone }, ...names]}
                    onChange={(printer) => change({ printer })}
                />
            )}
        </div>
    );
}
