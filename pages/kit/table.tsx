import type { ComponentChildren } from "preact";

/** A table that turns into cards on a phone; `heads` name the columns, cells follow in the same order. */
export function Table({
    caption,
    heads,
    rows,
}: {
    caption: string;
    heads: string[];
    rows: { key: string | number; cells: ComponentChildren[] }[];
}) {
    return (
        <table class="cards">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    {heads.map((head) => (
                        <th key={head} scope="col">
                            {head}
                        </th>
                    ))}
                </tr>
            </thead>
            <tbody>
                {rows.map((row) => (
                    <tr key={row.key}>
                        {row.cells.map((cell, i) => (
                            <td key={i} data-head={heads[i]} class={heads[i] ? "" : "whole"}>
                                {cell}
                            </td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
