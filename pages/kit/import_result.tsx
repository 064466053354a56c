// What an import says of a spreadsheet: two figures first, then the rows that were refused, each with what to do.
import { Notice, Table } from "./ui";
import { number, useWords, words } from "./words";

/** A rejected row of a spreadsheet, in words. */
export type Refused = { row: number; column: string; value: string; reason: string; remedy: string };
export type ImportReport = {
    source: string;
    as_of: string;
    rows_accepted: number;
    products: number;
    refused: Refused[];
    remarks: string[];
};
export type Proposal = { id: string; report: ImportReport };

const importWords = words(
    {
        accepted: "dòng nhận được",
        refused: "dòng chưa nhận",
        refusedTitle: "Các dòng chưa nhận",
        refusedLead: "Sửa trong bảng tính rồi thả lại; các dòng khác vẫn dùng được.",
        rowNumber: "Dòng",
        column: "Cột",
        written: "Đang ghi",
        why: "Vì sao",
        remedy: "Cách sửa",
        empty: "(trống)",
        allGood: "Mọi dòng đều đọc được.",
    },
    {
        accepted: "rows accepted",
        refused: "rows refused",
        refusedTitle: "The rows refused",
        refusedLead: "Put them right in the spreadsheet and drop it again; the other rows can be used all the same.",
        rowNumber: "Row",
        column: "Column",
        written: "It says",
        why: "Why",
        remedy: "What to do",
        empty: "(empty)",
        allGood: "Every row could be read.",
    },
);

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
