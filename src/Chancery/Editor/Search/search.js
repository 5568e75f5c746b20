// Looks as one types: the answer's list takes the place of the old one, and the address follows.
const form = document.querySelector("[data-search]");
let waiting, running;

form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 120);
});

async function look() {
    const fields = [...new FormData(form)].filter(([, value]) => value !== "");
    const address = `${form.action}?${new URLSearchParams(fields)}`;
    running?.abort();
    running = new AbortController();
    try {
        const answer = await fetch(address, { signal: running.signal });
        if (!answer.ok) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        document.querySelector("#found").replaceChildren(...document.adoptNode(page.querySelector("#found")).childNodes);
        document.title = page.title;
        history.replaceState(null, "", address);
    } catch (fault) {
        if (fault.name !== "AbortError") throw fault;
    }
}
