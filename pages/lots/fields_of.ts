import type { Draft, Wrong } from "./draft";
import type { Book } from "./use_book";

export type Change = (part: Partial<Draft>) => void;
/** What each group of fields of an entry is given. */
export type FieldsOf = { book: Book; draft: Draft; wrong: Wrong; change: Change; isCorrection: boolean };
