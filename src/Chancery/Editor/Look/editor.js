// What makes the desk nicer where there is script; nothing needs it.
//   data-key="s", data-key="g i"   pressed, clicks the element (in the row that has the focus first, else in the page)
//   data-row                       j and k move between these; Enter opens the first link, x ticks the box
//   data-rows="after", "before"    the link to more rows, which j on the last and k on the first follow
//   data-ticks="name"            ticks all boxes of that name
//   data-swap="#id"                a form's answer replaces that part of the page, and the page stays where it is

const typing = element =>
    element instanceof HTMLElement &&
    (element.isContentEditable || element.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=file])"));

let before = "";
let beforeAt = 0;

addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") return close(event.target);
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    const keys = event.timeStamp - beforeAt < 1200 && before ? `${before} ${event.key}` : event.key;
    if (press(keys) || (keys !== event.key && press(event.key))) {
        before = "";
        event.preventDefault();
        return;
    }
    [before, beforeAt] = [event.key, event.timeStamp];
});

function press(keys) {
    if (keys === "j" || keys === "k") return move(keys === "j" ? 1 : -1);
    if (keys === "?") return help();
    const row = document.activeElement?.closest("[data-row]");
    const named = `[data-key="${CSS.escape(keys)}"]`;
    const target = row?.querySelector(named) ?? [...document.querySelectorAll(named)].find(element => !element.closest("[data-row]"));
    if (!target) return false;
    if (target.matches("input:not([type=checkbox], [type=radio]), textarea, select")) {
        target.focus();
        target.select?.();
    } else if (target.matches("summary")) {
        target.parentElement.open = !target.parentElement.open;
        target.parentElement.querySelector(".sheet a, .sheet button, .sheet input:not([type=hidden]), .sheet textarea, .sheet select")?.focus();
    } else target.click();
    return true;
}

function move(by) {
    const rows = [...document.querySelectorAll("[data-row]")].filter(row => row.checkVisibility());
    if (rows.length === 0) return false;
    const at = rows.findIndex(row => row.contains(document.activeElement));
    // Nothing chosen yet: the first row that can be seen.
    const seen = at < 0 ? Math.max(0, rows.findIndex(row => row.getBoundingClientRect().bottom > 0)) : at + by;
    if (seen < 0 || seen >= rows.length) {
        const on = document.querySelector(`a[data-rows=${by > 0 ? "after" : "before"}]`);
        if (on) {
            sessionStorage.setItem("rows", by > 0 ? "first" : "last");
            on.click();
            return true;
        }
    }
    choose(rows[Math.max(0, Math.min(rows.length - 1, seen))]);
    return true;
}

function choose(row) {
    (row.querySelector("[data-first]") ?? row.querySelector("a, button")).focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
}

// j on a page's last row came here.
const arrived = sessionStorage.getItem("rows");
if (arrived) {
    sessionStorage.removeItem("rows");
    const row = [...document.querySelectorAll("[data-row]")].at(arrived === "first" ? 0 : -1);
    if (row) choose(row);
}

function close(target) {
    const menu = target.closest?.("details.menu[open]") ?? document.querySelector("details.menu[open]");
    if (!menu) {
        if (typing(target)) target.blur();
        return;
    }
    menu.open = false;
    menu.querySelector("summary").focus();
}

addEventListener("click", event => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});

// data-ticks="story" ticks all boxes of that name, and shows when they all are.
addEventListener("change", event => {
    const all = event.target.closest?.("[data-ticks]");
    const boxes = name => [...document.querySelectorAll(`input[type=checkbox][name="${CSS.escape(name)}"]`)];
    if (all) for (const box of boxes(all.dataset.ticks)) box.checked = all.checked;
    else for (const each of document.querySelectorAll("[data-ticks]")) each.checked = boxes(each.dataset.ticks).every(box => box.checked);
});
document.addEventListener("swapped", () => {
    for (const each of document.querySelectorAll("[data-ticks]")) each.checked = false;
});

// The keys of this page, read off the page itself.
function help() {
    let dialog = document.querySelector("dialog#keys");
    if (!dialog) {
        dialog = document.createElement("dialog");
        dialog.id = "keys";
        dialog.setAttribute("aria-labelledby", "keys-title");
        document.body.append(dialog);
    }
    const said = new Map([["j", "The next row"], ["k", "The row before"]]);
    if (!document.querySelector("[data-row]")) said.clear();
    for (const element of document.querySelectorAll("[data-key]"))
        if (!said.has(element.dataset.key))
            said.set(element.dataset.key, element.dataset.says ?? element.getAttribute("aria-label") ?? element.textContent.trim());
    said.set("?", "These keys");
    const title = document.createElement("h2");
    title.id = "keys-title";
    title.textContent = "Keys";
    const list = document.createElement("dl");
    list.className = "keys";
    for (const [keys, words] of said) {
        const term = document.createElement("dt");
        for (const key of keys.split(" ")) {
            const cap = document.createElement("kbd");
            cap.textContent = key;
            term.append(cap);
        }
        const meaning = document.createElement("dd");
        meaning.textContent = words;
        list.append(term, meaning);
    }
    const form = document.createElement("form");
    form.method = "dialog";
    const button = document.createElement("button");
    button.className = "quiet";
    button.textContent = "Close";
    form.append(button);
    dialog.replaceChildren(title, list, form);
    dialog.showModal();
    return true;
}

addEventListener("submit", async event => {
    const form = event.target;
    const into = form.dataset.swap;
    if (!into || event.defaultPrevented) return;
    event.preventDefault();
    const data = new FormData(form, event.submitter ?? undefined);
    const multipart = form.enctype === "multipart/form-data";
    form.setAttribute("aria-busy", "true");
    try {
        const answer = await fetch(form.action, {
            method: "POST",
            body: multipart ? data : new URLSearchParams(data),
            headers: { "X-Part": into },
        });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (!swap(page, into)) throw new Error(`No ${into} in the answer`);
        swap(page, "main > .notice", "main");
    } catch {
        form.removeAttribute("data-swap");
        form.submit();
    } finally {
        form.removeAttribute("aria-busy");
    }
});

// Replaces a part by the same part of another page; the focus goes to what stands in its old place.
export function swap(page, selector, home) {
    const [fresh, stale] = [page.querySelector(selector), document.querySelector(selector)];
    if (!fresh) {
        stale?.remove();
        return Boolean(home);
    }
    const rows = [...document.querySelectorAll("[data-row]")];
    const at = rows.findIndex(row => row.contains(document.activeElement));
    const held = document.activeElement?.id;
    if (stale) stale.replaceWith(document.adoptNode(fresh));
    else if (home) document.querySelector(home)?.prepend(document.adoptNode(fresh));
    else return false;
    if (held && document.getElementById(held)) document.getElementById(held).focus({ preventScroll: true });
    else if (at >= 0 && !document.activeElement?.closest("[data-row]")) {
        const now = [...document.querySelectorAll("[data-row]")];
        now[Math.min(at, now.length - 1)]?.querySelector("[data-first], a, button")?.focus({ preventScroll: true });
    }
    document.dispatchEvent(new CustomEvent("swapped", { detail: selector }));
    return true;
}
