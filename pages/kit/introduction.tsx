// How a producer introduces itself: the picture, and its words as quotations, so that they never look like ours.
import type { Introduction } from "./api_types";
import "./introduction.css";
import { introductionWords } from "./introduction_words";
import { useWords } from "./words";

export function IntroductionShown({ introduction: { picture, producer, words } }: { introduction: Introduction }) {
    const t = useWords(introductionWords);
    return (
        <div class="introduction">
            {picture && (
                <img src={picture.address} width={picture.width} height={picture.height} alt={t.pictureOf(producer)} />
            )}
            <div class="stack tight">
                <blockquote lang="vi">{words.vi}</blockquote>
                {words.en && (
                    <>
                        <p class="soft small">{t.inEnglish}</p>
                        <blockquote lang="en">{words.en}</blockquote>
                    </>
                )}
            </div>
        </div>
    );
}
