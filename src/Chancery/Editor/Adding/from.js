// Takes the page that the bookmarklet sends, as text, and leaves the keeping to a person's press.
addEventListener("message", event => {
    const { chancery, address, page } = event.data ?? {};
    if (chancery !== 1 || typeof address !== "string" || typeof page !== "string") return;
    // The address is the one that the browser vouches for, or no other than of its site.
    let sent;
    try { sent = new URL(address); } catch { return; }
    if (sent.origin !== event.origin) return;
    document.getElementById("from-address").value = sent.href;
    document.getElementById("from-page").value = page;
    document.getElementById("from-state").textContent = `${Math.ceil(page.length / 1024)} kB came from ${sent.host}. Keep it?`;
    document.querySelector("#from button").focus();
    event.source?.postMessage("got it", event.origin);
});
