// Small things that a browser remembers between visits; where it keeps nothing, this visit alone knows them.
const now = new Map<string, string>();

export const remember = {
    read: (name: string): string => {
        try {
            return localStorage.getItem(name) ?? "";
        } catch {
            return now.get(name) ?? "";
        }
    },
    keep: (name: string, text: string): void => {
        try {
            localStorage.setItem(name, text);
        } catch {
            now.set(name, text);
        }
    },
};
