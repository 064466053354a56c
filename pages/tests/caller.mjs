// A person who calls the API without a browser, as a program would.
const JSON_BODY = { "Content-Type": "application/json" };

/** Signed in at the server `url`. */
export async function signedIn(url, name, password) {
    const answer = await fetch(`${url}/api/v1/session`, {
        method: "POST",
        headers: JSON_BODY,
        body: JSON.stringify({ name, password }),
    });
    const { csrf } = await answer.json();
    const cookie = answer.headers.get("set-cookie").split(";")[0];
    return {
        get: async (path) => (await fetch(`${url}/api/v1/${path}`, { headers: { cookie } })).json(),
        async post(path, body) {
            const kept = await fetch(`${url}/api/v1/${path}`, {
                method: "POST",
                headers: { ...JSON_BODY, cookie, "X-CSRF": csrf },
                body: JSON.stringify(body),
            });
            if (!kept.ok) throw new Error(await kept.text());
        },
    };
}
