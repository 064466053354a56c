import type { ComponentChildren } from "preact";
import { kitWords } from "./kit_words";
import { Mark } from "./mark";
import { LanguageSwitch, useWords } from "./words";

export type Place = { at: string; name: string; here: boolean };

/** The frame of a page: mark and name, places to go, language, then the one thing this screen is about. */
export function Frame({
    name,
    home,
    places,
    side,
    wide,
    children,
}: {
    name: string;
    home: string;
    places?: Place[];
    side?: ComponentChildren;
    wide?: boolean;
    children: ComponentChildren;
}) {
    const t = useWords(kitWords);
    return (
        <>
            <a
                class="skip"
                href="#main"
                onClick={(event) => {
                    event.preventDefault();
                    document.getElementById("main")?.focus();
                }}>
                {t.skip}
            </a>
            <header class="bar">
                <a class="brand" href={home}>
                    <Mark />
                    {name}
                </a>
                {places && (
                    <nav aria-label={name}>
                        {places.map((one) => (
                            <a key={one.at} href={one.at} aria-current={one.here ? "page" : undefined}>
                                {one.name}
                            </a>
                        ))}
                    </nav>
                )}
                <div class="bar-end">
                    {side}
                    <LanguageSwitch />
                </div>
            </header>
            <main id="main" tabIndex={-1} class={wide ? "wide" : ""}>
                {children}
            </main>
        </>
    );
}
