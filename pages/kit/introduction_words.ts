// What all pages say of a producer's introduction.
import { words } from "./words";

export const introductionWords = words(
    {
        pictureOf: (producer: string) => `Ảnh của ${producer}`,
        inEnglish: "Bằng tiếng Anh",
    },
    {
        pictureOf: (producer: string) => `Picture of ${producer}`,
        inEnglish: "In English",
    },
);
