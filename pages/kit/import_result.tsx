// What an import says of a spreadsheet: two figures first, then the rows that were refused, each with what to do.
import { number } from "./figures";
import { importWords } from "./kit_words";
import type { ImportReport } from "./api_types";
import { Notice } from "./notice";
import { Table } from "./table";
import { useWords } from "./words";

export function ImportResult({ report }: { report: ImportReport }) {
    const t = useWords(importWords);
    const cell = (text: string) => text || <span class="soft">{t.empty}</span>;
    return (
        <>
            <div class="tally" role="status">
                <div>
                    <span class="count valid">{number(report.rows_accepted)}</span>
                    <span>{t.accepted}</span>
                </div>
                <div>
                    <span class={`count ${report.refused.length ? "invalid" : "soft"}`}>
                        {number(report.refused.length)}
                    </span>
                    <span>{t.refused}</span>
                </div>
            </div>
            {report.refused.length === 0 ? (
                <Notice kind="valid">
                    <p>{t.allGood}</p>
                </Notice>
            ) : (
                <section class="stack">
                    <div>
                        <h2>{t.refusedTitle}</h2>
                        <p class="soft">{t.refusedLead}</p>
                    </div>
                    <Table
                        caption={t.refusedTitle}
                        heads={[t.rowNumber, t.column, t.written, t.why, t.remedy]}
                        rows={report.refused.map((one, n) => ({
                            key: n,
                            cells: [
                                <span class="number">{one.row}</span>,
                                one.column,
                                cell(one.value),
                                one.reason,
                                one.remedy,
                            ],
                        }))}
                    />
                </section>
            )}
        </>
    );
}
