// The form by which a producer hands in an introduction.
import { useEffect, useMemo, useState } from "preact/hooks";
import { api } from "../kit/api";
import type { Introduction, IntroductionWords } from "../kit/api_types";
import { Button } from "../kit/button";
import { useDeed } from "../kit/deed";
import { Drop } from "../kit/drop";
import { Field } from "../kit/field";
import { number } from "../kit/figures";
import { Group } from "../kit/group";
import { TroubleNotice } from "../kit/notice";
import { useWords } from "../kit/words";
import "./introduce.css";
import { introduceWords } from "./introduce_words";
import { base64Of, smallPhoto } from "./small_photo";

const MOST = 400;
const lettersOf = (text: string) => [...text.normalize("NFC").trim()].length;

export function IntroduceForm({
    words,
    picture: before,
    onSent,
}: {
    words: IntroductionWords;
    picture: Blob | null;
    onSent: () => void;
}) {
    const t = useWords(introduceWords);
    const [vi, setVi] = useState(words.vi);
    const [en, setEn] = useState(words.en);
    const [picture, setPicture] = useState(before);
    const [own, setOwn] = useState(false);
    const { start, busy, error } = useDeed();
    const send = async () => {
        await api.post<Introduction>("introductions", {
            words: { vi, en },
            picture: picture && (await base64Of(picture)),
            is_own: own,
        });
        onSent();
    };
    const fits = lettersOf(vi) <= MOST && lettersOf(en) <= MOST;
    return (
        <form
            class="card stack wide-gap"
            onSubmit={(event) => {
                event.preventDefault();
                if (fits) start(send);
            }}>
            <h2>{t.write}</h2>
            <PictureField picture={picture} onPicture={setPicture} />
            <WordsField label={t.vi} lang="vi" required value={vi} onValue={setVi} />
            <WordsField label={t.en} lang="en" value={en} onValue={setEn} />
            <label class="check">
                <input
                    type="checkbox"
                    required
                    checked={own}
                    onChange={(event) => setOwn(event.currentTarget.checked)}
                />
                <span>{t.own}</span>
            </label>
            {error !== null && <TroubleNotice error={error} />}
            <div class="actions">
                <button type="submit" class="button primary" disabled={busy}>
                    {t.send}
                </button>
            </div>
        </form>
    );
}

function WordsField({
    label,
    value,
    onValue,
    ...rest
}: {
    label: string;
    lang: string;
    required?: boolean;
    value: string;
    onValue: (text: string) => void;
}) {
    const t = useWords(introduceWords);
    const letters = lettersOf(value);
    return (
        <Field
            label={label}
            hint={t.counted(number(letters), number(MOST))}
            wrong={letters > MOST ? t.tooLong(number(MOST)) : undefined}>
            {(control) => (
                <textarea
                    {...control}
                    {...rest}
                    rows={5}
                    value={value}
                    onInput={(event) => onValue(event.currentTarget.value)}
                />
            )}
        </Field>
    );
}

function PictureField({ picture, onPicture }: { picture: Blob | null; onPicture: (picture: Blob | null) => void }) {
    const t = useWords(introduceWords);
    const [opening, setOpening] = useState(false);
    const [wrong, setWrong] = useState("");
    const address = useMemo(() => (picture ? URL.createObjectURL(picture) : ""), [picture]);
    useEffect(() => () => URL.revokeObjectURL(address), [address]);
    const take = async (file: File) => {
        setOpening(true);
        setWrong("");
        try {
            onPicture(await smallPhoto(file));
        } catch {
            setWrong(t.noPhoto);
        }
        setOpening(false);
    };
    return (
        <Group legend={t.picture} wrong={wrong || undefined}>
            {opening && <p role="status">{t.opening}</p>}
            {picture ? (
                <>
                    <img class="chosen-picture" src={address} alt={t.chosen} />
                    <div class="actions">
                        <Button onClick={() => onPicture(null)}>{t.drop}</Button>
                    </div>
                </>
            ) : (
                <Drop label={t.choose} hint={t.chooseHint} accept="image/*" onFile={(file) => void take(file)} />
            )}
        </Group>
    );
}
