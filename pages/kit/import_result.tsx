// What an import says of a spreadsheet: two figures first, then the rows that were refused, each with what to do.
import { day, number } from "./figures";
import { importWords } from "./kit_words";
import type { ImportReport } from "./api_types";
import { Notice } from "./notice";
import { Table } from "./table";
import { useWords } from "./words";

const mostRemarks = 20;

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

/** What was not read, and what will cost labels later: nothing of it is left unsaid. */
export function ImportRemarks({ report }: { report: ImportReport }) {
    const t = useWords(importWords);
    const columns = report.headings
        .filter((one) => one.meaning === null && !one.said)
        .map((one) => (one.heading ? `${one.column} “${one.heading}”` : one.column));
    const remarks = report.remarks.filter((one) => one.severity !== "info");
    const doubtful = report.doubtful_revocations;
    const isClean = columns.length + remarks.length + doubtful.length === 0;
    if (isClean && !report.read_by && !report.after_today) return null;
    return (
        <Notice kind="check">
            {report.after_today && <p>{t.afterToday(day(report.as_of))}</p>}
            {doubtful.slice(0, mostRemarks).map((one, n) => (
                <p key={n}>{t.staysRevoked(one.name, one.ended_by, one.certificate)}</p>
            ))}
            {doubtful.length > mostRemarks && <p>{t.moreRemarks(doubtful.length - mostRemarks)}</p>}
            {report.read_by && <p>{t.readBy(report.read_by)}</p>}
            {columns.length > 0 && <p>{t.unreadColumns(columns.join(", "))}</p>}
            {remarks.slice(0, mostRemarks).map((one, n) => (
                <p key={n}>{t.remark(one.row, one.message)}</p>
            ))}
            {remarks.length > mostRemarks && <p>{t.moreRemarks(remarks.length - mostRemarks)}</p>}
        </Notice>
    );
}
