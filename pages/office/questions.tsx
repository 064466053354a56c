// What shoppers asked from a product's page, newest first; the office closes each with a note.
import { useState } from "preact/hooks";
import { api, query } from "../kit/api";
import type { Question, Questions as QuestionsPage } from "../kit/api_types";
import { Ask } from "../kit/ask";
import { Button } from "../kit/button";
import { useDeed } from "../kit/deed";
import { Field } from "../kit/field";
import { day, number } from "../kit/figures";
import { GrowingList } from "../kit/growing_list";
import { Heading } from "../kit/heading";
import { Notice, TroubleNotice } from "../kit/notice";
import { usePages } from "../kit/pages";
import { SelectField } from "../kit/select_field";
import { Table } from "../kit/table";
import { useWords } from "../kit/words";
import "./questions.css";
import { questionKinds, questionsWords } from "./questions_words";

const PAGE = 50;
const MOST_NOTE = 300;
type Count = Pick<QuestionsPage, "open" | "made_room">;

export function Questions() {
    const t = useWords(questionsWords);
    const [closed, setClosed] = useState(false);
    const [count, setCount] = useState<Count | null>(null);
    const [closing, setClosing] = useState<Question | null>(null);
    const [told, setTold] = useState("");
    const pages = usePages(`questions?${query({ closed: String(closed), limit: PAGE })}`, async (path, signal) => {
        const page = await api.get<QuestionsPage>(path, signal);
        setCount(page);
        return { rows: page.questions, next: page.next };
    });
    return (
        <>
            <Heading>{t.title}</Heading>
            <p class="soft">{t.lead}</p>
            {count !== null && count.made_room > 0 && (
                <Notice kind="inconclusive">
                    <p>{t.madeRoom(number(count.made_room))}</p>
                </Notice>
            )}
            <div class="which">
                <SelectField
                    label={t.which}
                    value={closed ? "closed" : "open"}
                    options={[
                        { value: "open", name: count === null ? t.open : t.openCounted(number(count.open)) },
                        { value: "closed", name: t.closed },
                    ]}
                    onChange={(which) => {
                        setTold("");
                        setClosed(which === "closed");
                    }}
                />
            </div>
            <p class="told" role="status">
                {told}
            </p>
            <GrowingList
                pages={pages}
                none={closed ? t.noneClosed : t.noneOpen}
                soFar={t.shownSoFar}
                all={t.shownAll}
                moreOfThem={t.more}>
                {(questions) => <QuestionTable questions={questions} closed={closed} onClose={setClosing} />}
            </GrowingList>
            {closing && (
                <CloseQuestion
                    question={closing}
                    onDone={() => {
                        setTold(t.closedNow(closing.goods));
                        pages.again();
                    }}
                    onClose={() => setClosing(null)}
                />
            )}
        </>
    );
}

function QuestionTable({
    questions,
    closed,
    onClose,
}: {
    questions: Question[];
    closed: boolean;
    onClose: (question: Question) => void;
}) {
    const t = useWords(questionsWords);
    return (
        <Table
            caption={t.title}
            heads={[t.day, t.goods, t.asked, t.times, closed ? t.note : t.action]}
            rows={questions.map((one) => ({
                key: one.id,
                cells: [
                    <span class="number">{day(one.day)}</span>,
                    <Goods question={one} />,
                    <Asked question={one} />,
                    <span class="number">{number(one.times)}</span>,
                    one.closed ? (
                        <span>
                            {one.closed.note}
                            <br />
                            <span class="soft small">{t.closedBy(one.closed.by, day(one.closed.on))}</span>
                        </span>
                    ) : (
                        <Button quiet onClick={() => onClose(one)} aria-label={`${t.close}: ${one.goods}`}>
                            {t.close}
                        </Button>
                    ),
                ],
            }))}
        />
    );
}

function Goods({ question }: { question: Question }) {
    const t = useWords(questionsWords);
    const { lot, serial } = question;
    const about = [lot && t.lotNamed(lot), serial && t.serialNamed(serial)].filter(Boolean).join(" · ");
    return (
        <span>
            <strong>{question.goods}</strong>
            <br />
            <span class="soft small number">{question.product}</span>
            <br />
            {about && (
                <>
                    <span class="soft small number">{about}</span>
                    <br />
                </>
            )}
            <a class="shopper-page" href={question.page} aria-label={`${t.page}: ${question.goods}`}>
                {t.page}
            </a>
        </span>
    );
}

/** The kind, and what people wrote, as quotations: a stranger's words never look like ours. */
function Asked({ question }: { question: Question }) {
    const t = useWords(questionsWords);
    const kinds = useWords(questionKinds);
    return (
        <div class="asked">
            <span>{kinds[question.kind]}</span>
            {question.said.map((one, i) => (
                <blockquote key={i}>
                    {one.words && <p>{one.words}</p>}
                    {one.commune && <p class="soft small">{t.boughtIn(one.commune)}</p>}
                </blockquote>
            ))}
        </div>
    );
}

function CloseQuestion({ question, onDone, onClose }: { question: Question; onDone: () => void; onClose: () => void }) {
    const t = useWords(questionsWords);
    const kinds = useWords(questionKinds);
    const [note, setNote] = useState("");
    const { start, busy, error } = useDeed();
    return (
        <Ask
            title={t.closeTitle(question.goods)}
            confirm={t.close}
            busy={busy || !note.trim()}
            onConfirm={() =>
                start(async () => {
                    await api.post<Question>(`questions/${question.id}/close`, { note: note.trim() });
                    onDone();
                    onClose();
                })
            }
            onClose={onClose}>
            <p>{kinds[question.kind]}</p>
            <Field label={t.note} hint={t.noteHint}>
                {(control) => (
                    <textarea
                        {...control}
                        required
                        rows={3}
                        maxLength={MOST_NOTE}
                        value={note}
                        onInput={(event) => setNote(event.currentTarget.value)}
                    />
                )}
            </Field>
            {error !== null && <TroubleNotice error={error} />}
        </Ask>
    );
}
