// A spreadsheet is dropped; each row comes back accepted or refused, in words.
import { useState } from "preact/hooks";
import { api, query } from "../kit/api";
import { Button } from "../kit/button";
import { Drop } from "../kit/drop";
import { dayInVietNam } from "../kit/clock";
import { Heading } from "../kit/heading";
import { ImportRemarks, ImportResult } from "../kit/import_result";
import type { Proposal } from "../kit/api_types";
import { Notice, TroubleNotice } from "../kit/notice";
import { useWords } from "../kit/words";
import { studioWords } from "./words";

export function HandIn() {
    const t = useWords(studioWords);
    const [reading, setReading] = useState("");
    const [got, setGot] = useState<Proposal | null>(null);
    const [error, setError] = useState<unknown>(null);
    const send = async (file: File) => {
        setReading(file.name);
        setError(null);
        try {
            setGot(await api.send<Proposal>(`list-proposals?${query({ as_of: dayInVietNam() })}`, file, file.name));
        } catch (problem) {
            setError(problem);
        }
        setReading("");
    };
    return (
        <>
            <Heading>{t.listTitle}</Heading>
            {error !== null && <TroubleNotice error={error} />}
            {!got && !reading && (
                <>
                    <p class="lead">{t.listLead}</p>
                    <Drop
                        label={t.listDrop}
                        accept=".xlsx,.xls,.xlsb,.ods,.csv,.tsv"
                        onFile={(file) => void send(file)}
                    />
                </>
            )}
            {reading && (
                <div class="stack" role="status">
                    <p>{t.listReading(reading)}</p>
                    <progress aria-label={t.listReading(reading)} />
                </div>
            )}
            {got && (
                <>
                    {got.trouble && (
                        <Notice kind="check" alert>
                            <p>{got.trouble}</p>
                            <p>{t.columnsInOffice}</p>
                        </Notice>
                    )}
                    {got.report && <ImportRemarks report={got.report} />}
                    {got.report && <ImportResult report={got.report} />}
                    {got.report && got.report.rows_accepted > 0 && (
                        <Notice kind="inconclusive">
                            <p>{t.waits}</p>
                        </Notice>
                    )}
                    <div class="actions">
                        <Button onClick={() => setGot(null)}>{t.another}</Button>
                    </div>
                </>
            )}
        </>
    );
}
