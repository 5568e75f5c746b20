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
