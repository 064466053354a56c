// Days of the tests, counted from today in Viet Nam: server and pages judge by the real clock, and a list that is older
// than 30 days calls nothing invalid.
const DAY = 24 * 3_600_000; // milliseconds
const today = Date.now() + 7 * 3_600_000;

/** "2026-11-20" */
export const daysAgo = (days) => new Date(today - days * DAY).toISOString().slice(0, 10);
/** "2026-11-20" as a page shows it: "20/11/2026". */
export const asShown = (day) => day.split("-").reverse().join("/");
/** The day of the list that a server begins with. */
export const LISTED = daysAgo(20);
