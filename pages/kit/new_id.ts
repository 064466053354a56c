/** Unlike all others on every phone; also where a browser gives no randomUUID, as over plain http. */
export const newId = (): string =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
