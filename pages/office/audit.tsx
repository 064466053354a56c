// Printed against declared, lot by lot; what is over stands first.
import { api } from "../kit/api";
import { number } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { PrintedLot, Audit as AuditReport, VerdictWord } from "../kit/api_types";
import { Notice } from "../kit/notice";
import { ProductName } from "../kit/product_name";
import { Table } from "../kit/table";
import { VerdictShape, classOf } from "../kit/verdict";
import { useWords } from "../kit/words";
import { officeWords } from "./words";

const verdictOf = (lot: PrintedLot): VerdictWord =>
    lot.declared === null ? "inconclusive" : lot.printed - lot.ended > lot.declared ? "invalid" : "valid";
const rank: Record<VerdictWord, number> = { invalid: 0, check: 1, inconclusive: 2, valid: 3 };

export function Audit() {
    const t = useWords(officeWords);
    const [load, again] = useLoad((signal) => api.get<AuditReport>("log/audit", signal), []);
    const state: Record<VerdictWord, string> = {
        invalid: t.over,
        check: t.openLot,
        inconclusive: t.openLot,
        valid: t.within_,
    };
    return (
        <>
            <Heading>{t.auditTitle}</Heading>
            <Loaded load={load} again={again}>
                {(audit) => (
                    <>
                        <Notice kind={audit.holds ? "valid" : "invalid"}>
                            <p>{audit.holds ? t.auditHolds : t.auditBroken}</p>
                        </Notice>
                        {audit.lots.length === 0 ? (
                            <p class="empty">{t.auditNone}</p>
                        ) : (
                            <Table
                                caption={t.auditTitle}
                                heads={[t.product, t.lot, t.printed, t.ended, t.declared, t.state]}
                                rows={[...audit.lots]
                                    .sort((a, b) => rank[verdictOf(a)] - rank[verdictOf(b)])
                                    .map((lot) => ({
                                        key: `${lot.product} ${lot.lot}`,
                                        cells: [
                                            <span>
                                                <strong>
                                                    <ProductName id={lot.product} />
                                                </strong>
                                                <br />
                                                <span class="soft small number">{lot.product}</span>
                                                <br />
                                                <span class="soft small">{lot.certificate}</span>
                                            </span>,
                                            lot.lot,
                                            <span class="number">{number(lot.printed)}</span>,
                                            <span class="number">{number(lot.ended)}</span>,
                                            <span class="number">
                                                {lot.declared === null ? t.undeclared : number(lot.declared)}
                                            </span>,
                                            <span class={`verdict ${classOf(verdictOf(lot))}`}>
                                                <VerdictShape verdict={verdictOf(lot)} size={18} />
                                                {state[verdictOf(lot)]}
                                            </span>,
                                        ],
                                    }))}
                            />
                        )}
                    </>
                )}
            </Loaded>
        </>
    );
}
