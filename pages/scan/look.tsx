// Where the label is looked for: the live camera where there is one, else a photo.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { Heading } from "../kit/heading";
import { Notice } from "../kit/notice";
import { remember } from "../kit/remember";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import { Camera } from "./camera";
import { PhotoButton } from "./photo_button";
import type { Walk } from "./use_walk";
import { WalkedList } from "./walked_list";
import type { Walked } from "./walk";
import { whyNoCamera } from "./why_no_camera";
import { scanWords } from "./words";

const hasCamera = () => isSecureContext && !!navigator.mediaDevices?.getUserMedia;
const WANTED = "temsao.camera"; // who opened it once wants it open the next time

export function Look({
    walk,
    photo,
    open,
    before,
    toChecks,
}: {
    walk: Walk;
    photo: (photo: Blob, begun?: number) => void;
    open: (one: Walked) => void;
    /** What is asked first; below the picture where the camera is open already. */
    before: ComponentChildren;
    toChecks: ComponentChildren;
}) {
    const t = useWords(scanWords);
    const [isOn, setOn] = useState(hasCamera() && remember.read(WANTED) === "yes");
    const [why, setWhy] = useState<unknown>(null);
    const turn = (on: boolean) => {
        remember.keep(WANTED, on ? "yes" : "no");
        setWhy(null);
        setOn(on);
    };
    const failed = (problem: unknown) => {
        setOn(false);
        setWhy(problem);
    };
    return (
        <>
            <Heading>{t.lookTitle}</Heading>
            {!isOn && before}
            {why !== null && (
                <Notice kind="check" alert>
                    <p>{whyNoCamera(t, why)}</p>
                </Notice>
            )}
            <div class="look">
                {isOn && <Camera walk={walk} photo={photo} failed={failed} off={() => turn(false)} />}
                <WalkedList walked={walk.walked} open={open} restart={walk.restart} />
            </div>
            {isOn && before}
            <div class="actions">
                {!isOn && hasCamera() && (
                    <Button primary onClick={() => turn(true)}>
                        {why === null ? t.camera : t.cameraAgain}
                    </Button>
                )}
                {!isOn && <PhotoButton name={t.takePhoto} camera primary={!hasCamera()} photo={photo} />}
                <PhotoButton name={t.choosePhoto} photo={photo} />
                <a class="button" href={to("type")}>
                    {t.type}
                </a>
                {toChecks}
            </div>
            {!isOn && <p class="soft">{t.photoHint}</p>}
        </>
    );
}
