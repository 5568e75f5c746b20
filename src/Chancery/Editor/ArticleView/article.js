// A note and its words light up together.
const light = (id, on) => {
    document.getElementById(id)?.classList.toggle("lit", on);
    for (const words of document.querySelectorAll(`[data-of~="${CSS.escape(id)}"]`)) words.classList.toggle("lit", on);
};
const of = target => {
    const words = target.closest?.("[data-of]");
    if (words) return words.dataset.of.split(" ").filter(id => document.getElementById(id)?.matches(".note"));
    const note = target.closest?.(".note[id]");
    return note ? [note.id] : [];
};
for (const [type, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]])
    document.querySelector(".annotated")?.addEventListener(type, event => of(event.target).forEach(id => light(id, on)));

// Words marked in the text go into the forms for what was missed, with their place.
const missed = document.getElementById("missed");
if (missed) {
    const marked = () => {
        const selection = getSelection();
        if (selection.isCollapsed || selection.rangeCount === 0) return null;
        const range = selection.getRangeAt(0);
        const home = node => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.(".annotated .prose");
        const start = home(range.startContainer);
        if (!start || !home(range.endContainer)) return null;
        const before = document.createRange();
        before.setStart(start, 0);
        before.setEnd(range.startContainer, range.startOffset);
        // Words over several paragraphs: the notes between them are not among them.
        const words = [...document.querySelectorAll(".annotated .prose")]
            .filter(prose => range.intersectsNode(prose))
            .map(prose => {
                const part = document.createRange();
                part.selectNodeContents(prose);
                if (prose.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
                if (prose.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
                return part.toString();
            })
            .join("\n");
        const lead = words.length - words.trimStart().length;
        return words.trim() ? { words: words.trim(), at: Number(start.dataset.from) + before.toString().length + lead, range } : null;
    };
    const fill = ({ words, at }) => {
        for (const form of missed.querySelectorAll("form")) {
            form.elements.said.value = words;
            form.elements.at.value = `${at}-${words.length}`;
        }
    };
    for (const form of missed.querySelectorAll("form"))
        form.elements.said.addEventListener("input", () => (form.elements.at.value = ""));
    missed.addEventListener("toggle", () => {
        const found = missed.open && marked();
        if (found) fill(found);
    });

    const bar = document.createElement("div");
    bar.className = "marked";
    bar.hidden = true;
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "The marked words");
    let held;
    [["A statement", 0, "words"], ["An event", 1, "value"]].forEach(([label, form, next]) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "plain";
        button.textContent = `${label} was missed here`;
        button.addEventListener("click", () => {
            fill(held);
            bar.hidden = true;
            missed.open = true;
            missed.querySelectorAll("form")[form].elements[next].focus();
        });
        bar.append(button);
    });
    document.body.append(bar);
    document.addEventListener("selectionchange", () => {
        const found = marked();
        if (found) held = found;
        else if (!bar.contains(document.activeElement)) bar.hidden = true;
    });
    for (const type of ["pointerup", "keyup"])
        document.addEventListener(type, event => {
            if (bar.contains(event.target)) return;
            const found = marked();
            bar.hidden = !found;
            if (!found) return;
            const place = found.range.getBoundingClientRect();
            bar.style.left = `${Math.max(8, Math.min(place.left, innerWidth - bar.offsetWidth - 8)) + scrollX}px`;
            bar.style.top = `${place.bottom + scrollY + 6}px`;
        });
}
