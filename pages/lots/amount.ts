// How much: what is typed, in units that the server knows.

/** As the server reads them; the counted ones have no unit of their own there. */
export const units = [
    "kg",
    "g",
    "tạ",
    "tấn",
    "lít",
    "ml",
    "m",
    "chai",
    "hộp",
    "gói",
    "hũ",
    "túi",
    "con",
    "quả",
] as const;
export const COUNTED = "chai";
const spoken: Record<string, string> = { t: "tấn", L: "lít", mL: "ml", quintals: "tạ" };

export type Typed = { number: string } | { wrong: "none" | "twoWays" | "notNumber"; ways?: [string, string] };

/**
 * "1200", "0,5", "1.200,5" -> "1200", "0,5", "1200,5". A comma is the decimal sign, as the server reads it; 1.200 may
 * be two numbers, so the person is asked.
 */
export function readNumber(text: string): Typed {
    const plain = text.trim().replace(/\s/g, "");
    if (plain === "") return { wrong: "none" };
    if (/^[1-9]\d{0,2}\.\d{3}$/.test(plain)) {
        const [whole = "", decimals = ""] = plain.split(".");
        const small = decimals.replace(/0+$/, "");
        return { wrong: "twoWays", ways: [whole + decimals, small ? `${whole},${small}` : whole] };
    }
    const whole = /^[1-9]\d{0,2}(\.\d{3})+(,\d{1,3})?$/.test(plain)
        ? plain.replaceAll(".", "")
        : plain.replace(".", ",");
    if (!/^\d{1,12}(,\d{1,3})?$/.test(whole) || Number(whole.replace(",", ".")) === 0) return { wrong: "notNumber" };
    return { number: whole };
}

/** "1.200,5 kg" as the server shows it in Vietnamese, "1,200.5 kg" in English -> what one would type, and its unit. */
export function takeApart(shown: string, lang: "vi" | "en"): { number: string; unit: string } {
    const [, digits = "", unit = ""] = /^([\d.,]+)\s*(.*)$/.exec(shown) ?? [];
    const number = lang === "vi" ? digits.replaceAll(".", "") : digits.replaceAll(",", "").replace(".", ",");
    return { number, unit: spoken[unit] ?? (unit || COUNTED) };
}

/** "1200 kg" -> "kg". */
export const unitOf = (amount: string): string => amount.replace(/^[\d.,\s]+/, "");
