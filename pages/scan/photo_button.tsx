/**
 * A button that takes a photo with the phone's own camera, or chooses one that was taken before; on a desk one can be
 * dropped on it.
 */
export function PhotoButton({
    name,
    camera,
    primary,
    photo,
}: {
    name: string;
    camera?: boolean;
    primary?: boolean;
    photo: (photo: Blob, begun: number) => void;
}) {
    return (
        <label
            class={`button photo-button${primary ? " primary" : ""}`}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
                event.preventDefault();
                const file = event.dataTransfer?.files[0];
                if (file) photo(file, performance.now());
            }}>
            {name}
            <input
                class="visually-hidden"
                type="file"
                accept="image/*"
                {...(camera && { capture: "environment" })}
                onChange={(event) => {
                    const file = event.currentTarget.files?.[0];
                    event.currentTarget.value = "";
                    if (file) photo(file, performance.now());
                }}
            />
        </label>
    );
}
