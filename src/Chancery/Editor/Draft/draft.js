// The draft, nicer: lines and panes open in place, what is typed is checked and saved by itself, keys and dragging move
// lines. Everything here is a link or a form of the page, asked for without leaving it.
// The desk's own script is a module under another name in each version of the program; the page knows it.
const { swap } = await import(document.querySelector('script[src*="/editor."]').src);

const draft = () => document.getElementById("draft");
const base = () => draft().dataset.base;
const field = () => document.querySelector(".held textarea");
const form = () => field()?.form;

let saved = field()?.value;
let checking, saving;
let sent = Promise.resolve();

// One request after another: an answer never overtakes a later one, and every save knows the revision before it.
const ask = work => (sent = sent.then(work, work));

const read = async answer => new DOMParser().parseFromString(await answer.text(), "text/html");

const post = (action, data) =>
    fetch(`${base()}/${action}`, { method: "POST", body: new URLSearchParams(data), headers: { "X-Part": "#draft" } });

const data = more => {
    const all = new FormData(form() ?? document.querySelector("#standing form, .who form"));
    for (const [name, value] of Object.entries(more)) all.set(name, value);
    return all;
};

function show(page, focus) {
    const [x, y] = [scrollX, scrollY];
    const pane = document.getElementById("pane")?.scrollTop;
    const place = document.querySelector(".held")?.id;
    if (!swap(page, "#draft")) return location.reload();
    swap(page, "main > .notice", "main");
    scrollTo(x, y);
    if (place && place === document.querySelector(".held")?.id) document.getElementById("pane").scrollTop = pane;
    begin(focus);
}

function begin(focus) {
    clearTimeout(checking);
    clearTimeout(saving);
    saved = field()?.value;
    const held = document.querySelector(".held");
    if (focus === "line" && held) {
        field()?.focus({ preventScroll: true });
        field()?.setSelectionRange(field().value.length, field().value.length);
        inSight(held);
    } else if (focus === "pane") {
        const pane = document.getElementById("pane");
        const first = pane?.querySelector("textarea, input:not([type=hidden]), a, button, h2");
        if (first?.matches("h2")) first.tabIndex = -1;
        first?.focus({ preventScroll: true });
        if (pane && pane.getBoundingClientRect().top > innerHeight * 0.7) pane.scrollIntoView({ block: "start" });
    } else if (focus) document.getElementById(focus)?.querySelector("[data-first]")?.focus({ preventScroll: true });
}

function inSight(row) {
    const bar = document.getElementById("standing")?.getBoundingClientRect().bottom ?? 0;
    const { top, bottom } = row.getBoundingClientRect();
    if (top < bar + 8 || bottom > innerHeight - 24) row.scrollIntoView({ block: "center" });
}

// Links of the draft

addEventListener("click", event => {
    const link = event.target.closest?.("#draft a[data-go]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.href, link.dataset.go);
});

async function go(href, focus, push = true) {
    await save();
    if (draft().dataset.conflict !== undefined) return;
    const answer = await fetch(href);
    if (!answer.ok) return location.assign(href);
    if (push) history.pushState(null, "", href);
    show(await read(answer), focus);
    if (focus === "note") document.getElementById("cited")?.scrollIntoView({ block: "nearest" });
}

addEventListener("popstate", () => go(location.href, "line", false));

// Searches of the pane stay in it

addEventListener("submit", event => {
    const search = event.target.closest("#pane form[role=search]");
    if (search) {
        event.preventDefault();
        const address = new URL(search.action);
        address.search = new URLSearchParams(new FormData(search));
        go(address.href, "").then(() => document.querySelector("#pane [type=search]")?.focus());
    }
});

document.addEventListener("swapped", () => begin());

// Checked and saved as it is typed

addEventListener("input", event => {
    if (event.target !== field()) return;
    clearTimeout(checking);
    clearTimeout(saving);
    checking = setTimeout(check, 300);
    saving = setTimeout(save, 1500);
});

addEventListener("focusout", event => {
    if (event.target === field() && !event.relatedTarget?.closest(".held")) save();
});

async function check() {
    const text = field()?.value;
    if (!text) return;
    const answer = await post("check", data({}));
    // What has been typed in the meantime is asked about again.
    if (answer.ok && field()?.value === text) {
        const verdict = (await read(answer)).getElementById("verdict");
        if (verdict) document.getElementById("verdict")?.replaceChildren(...verdict.childNodes);
    }
}

/** Keeps what is typed, without a word, and leaves the field alone. */
function save() {
    clearTimeout(saving);
    return ask(async () => {
        const area = field();
        if (!area || area.value === saved || !area.value.trim()) return;
        const text = area.value;
        const answer = await post("line", data({ act: "keep" }));
        const page = await read(answer);
        if (answer.status === 409) return conflict(page);
        if (!answer.ok) return;
        saved = text;
        const seen = page.querySelector(".held [name=seen]");
        for (const old of document.querySelectorAll("[name=seen]"))
            if (old.form.elements.id?.value === seen?.form.elements.id?.value) old.value = seen.value;
        const bar = page.getElementById("standing");
        if (bar) document.getElementById("standing").replaceWith(document.adoptNode(bar));
    });
}

function conflict(page) {
    show(page);
    document.querySelector("[data-conflict] h1")?.setAttribute("tabindex", "-1");
    document.querySelector("[data-conflict] h1")?.focus();
    scrollTo(0, 0);
}

addEventListener("beforeunload", event => {
    if (field() && field().value !== saved) event.preventDefault();
});

/** Does something with the line at hand, what is typed included. */
const act = (what, focus = "line") =>
    ask(async () => {
        clearTimeout(checking);
        clearTimeout(saving);
        const answer = await post("line", data({ act: what }));
        const page = await read(answer);
        if (answer.status === 409) return conflict(page);
        if (answer.redirected) history.replaceState(null, "", answer.url);
        show(page, focus);
    });

// Forms of the draft: what is typed is kept first, then the form is sent and its answer shown in place

addEventListener(
    "submit",
    event => {
        const sent = event.target.closest("#draft form");
        if (!sent || sent.role === "search" || sent.getAttribute("role") === "search") return;
        const button = event.submitter;
        if (sent.matches(".held form")) {
            event.preventDefault();
            event.stopImmediatePropagation();
            act(button?.value ?? "save", button?.value === "save" ? sent.closest(".line").id : "line");
        } else if (sent.dataset.swap) {
            event.preventDefault();
            event.stopImmediatePropagation();
            const held = document.activeElement?.id || document.querySelector(".held")?.id;
            save().then(() =>
                ask(async () => {
                    if (!sent.isConnected) return;
                    const answer = await fetch(sent.action, {
                        method: "POST",
                        body: new URLSearchParams(new FormData(sent, button)),
                        headers: { "X-Part": "#draft" },
                    });
                    const page = await read(answer);
                    if (answer.status === 409) return conflict(page);
                    if (answer.redirected) history.replaceState(null, "", answer.url);
                    const line = answer.redirected && new URL(answer.url).hash.slice(1);
                    show(page, field() ? held : line || held);
                }),
            );
        } else if (field() && field().value !== saved) {
            event.preventDefault();
            event.stopImmediatePropagation();
            save().then(() => sent.requestSubmit(button));
        }
    },
    true,
);

// Keys in the field, and on a row

addEventListener("keydown", event => {
    if (event.isComposing) return;
    const row = document.activeElement?.closest("[data-line]");
    if (event.target === field()) {
        if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            act("next");
        } else if (event.key === "Escape") {
            event.preventDefault();
            event.stopImmediatePropagation();
            act("save", row.id);
        } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
            event.preventDefault();
            act(event.key === "ArrowUp" ? "up" : "down");
        }
    } else if (row && !event.target.matches("input, textarea, select, button")) {
        const what =
            event.altKey && event.key === "ArrowUp" ? "up"
            : event.altKey && event.key === "ArrowDown" ? "down"
            : event.key === "Delete" ? "cut"
            : null;
        if (!what || !row.draggable) return;
        event.preventDefault();
        ask(async () => {
            const after = row.nextElementSibling?.id;
            const answer = await post(
                "line",
                data({
                    id: row.dataset.line,
                    seen: row.dataset.seen,
                    text: row.querySelector("[data-first]").textContent,
                    act: what,
                    from: "row",
                }),
            );
            const page = await read(answer);
            if (answer.status === 409) return conflict(page);
            show(page, what === "cut" ? after : row.id);
            const now = document.getElementById(row.id);
            if (now) inSight(now);
        });
    }
}, true);

// Dragging

let dragged;
addEventListener("dragstart", event => {
    dragged = event.target.closest?.("[data-line][draggable]");
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.textContent.trim());
    dragged.classList.add("dragged");
});
addEventListener("dragover", event => {
    const over = event.target.closest?.("[data-line][draggable]");
    unmark();
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    over.classList.add(side(over, event) === "Before" ? "above" : "below");
});
addEventListener("drop", event => {
    const over = event.target.closest?.("[data-line][draggable]");
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    const [id, beside, where] = [dragged.dataset.line, over.dataset.line, side(over, event)];
    ask(async () => show(await read(await post("move", data({ id, beside, side: where }))), `line-${id}`));
});
addEventListener("dragend", () => {
    dragged?.classList.remove("dragged");
    dragged = undefined;
    unmark();
});

const side = (row, event) => (event.clientY < row.getBoundingClientRect().top + row.offsetHeight / 2 ? "Before" : "After");
const unmark = () => document.querySelectorAll(".above, .below").forEach(row => row.classList.remove("above", "below"));

begin(location.hash.startsWith("#line-") && field() ? "line" : undefined);
