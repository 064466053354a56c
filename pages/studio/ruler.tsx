/** Millimetres along one side, longer marks at five and ten, figures at ten. */
export function Ruler({ length, upright }: { length: number; upright?: boolean }) {
    const marks = Array.from({ length: Math.floor(length) + 1 }, (_, mm) => mm);
    const long = (mm: number) => (mm % 10 === 0 ? 4 : mm % 5 === 0 ? 2.6 : 1.5);
    const along = (mm: number) => ({ [upright ? "top" : "left"]: `${(mm / length) * 100}%` });
    return (
        <div class={upright ? "ruler upright" : "ruler"} aria-hidden="true">
            <svg viewBox={upright ? `0 0 6 ${length}` : `0 0 ${length} 6`} preserveAspectRatio="none">
                {marks.map((mm) =>
                    upright ? (
                        <line key={mm} x1={6 - long(mm)} x2={6} y1={mm} y2={mm} vector-effect="non-scaling-stroke" />
                    ) : (
                        <line key={mm} y1={6 - long(mm)} y2={6} x1={mm} x2={mm} vector-effect="non-scaling-stroke" />
                    ),
                )}
            </svg>
            {marks
                .filter((mm) => mm % 10 === 0 && mm > 0)
                .map((mm) => (
                    <span key={mm} style={along(mm)}>
                        {mm}
                    </span>
                ))}
        </div>
    );
}
