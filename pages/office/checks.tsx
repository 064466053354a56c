// Checks that inspectors sent in, commune by commune.
import { api } from "../kit/api";
import { number } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { ChecksMade, PlaceChecks } from "../kit/api_types";
import { Table } from "../kit/table";
import { Verdict } from "../kit/verdict";
import { useWords } from "../kit/words";
import { officeWords } from "./words";

const verdicts = ["valid", "check", "invalid", "inconclusive"] as const;

export function Checks() {
    const t = useWords(officeWords);
    const [load, again] = useLoad((signal) => api.get<ChecksMade>("checks", signal), []);
    const total = (place: PlaceChecks) => verdicts.reduce((sum, verdict) => sum + place[verdict], 0);
    return (
        <>
            <Heading>{t.checksTitle}</Heading>
            <Loaded load={load} again={again}>
                {({ by_place }) =>
                    by_place.length === 0 ? (
                        <p class="empty">{t.checksNone}</p>
                    ) : (
                        <Table
                            caption={t.checksTitle}
                            heads={[t.place, t.total, t.state]}
                            rows={by_place.map((place) => ({
                                key: place.place,
                                cells: [
                                    <strong>{place.place}</strong>,
                                    <span class="number">{number(total(place))}</span>,
                                    <span class="row">
                                        {verdicts
                                            .filter((verdict) => place[verdict] > 0)
                                            .map((verdict) => (
                                                <span key={verdict} class="pair">
                                                    <Verdict verdict={verdict} />
                                                    <span class="number">{number(place[verdict])}</span>
                                                </span>
                                            ))}
                                    </span>,
                                ],
                            }))}
                        />
                    )
                }
            </Loaded>
        </>
    );
}
