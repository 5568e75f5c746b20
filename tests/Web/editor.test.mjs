// The editor's foundation in a real browser: the door, the inbox, an article, adding, sources; with keys, and without script.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { first, open, password, root, signIn } from "./desk.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const inbox = "/inbox/demo/2026-03-06";
const screens = join(root, "artifacts", "screens");

let browser, desk, signed;
before(async () => {
    [browser, desk] = await Promise.all([launch(), open({ drafted: false })]);
    const tab = await browser.newContext();
    await first(await tab.newPage(), desk);
    signed = await tab.storageState();
    await tab.close();
});
after(async () => {
    await browser?.close();
    await desk?.close();
});

/** A page of a signed-in person; what the console calls an error fails the test. */
async function at(path, work, context = {}) {
    const tab = await browser.newContext({ storageState: signed, ...context });
    const page = await tab.newPage();
    const errors = [];
    page.setDefaultTimeout(30_000);
    page.on("pageerror", error => errors.push(error.message));
    page.on("console", message => message.type() === "error" && errors.push(message.text()));
    try {
        await page.goto(desk.url + path);
        await work(page, tab);
        assert.deepEqual(errors, []);
    } finally {
        await tab.close();
    }
}

const row = (page, at = 0) => page.locator(".story").nth(at);
const headline = (page, at = 0) => row(page, at).locator("h2").innerText();
const held = page => page.evaluate(() => document.activeElement?.closest("[data-row]")?.id ?? document.activeElement?.tagName);

test("the inbox is worked by keys alone: moved through, starred, dismissed, taken back, merged, opened, and back", () =>
    at(inbox, async page => {
        const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
        const ids = await page.$$eval(".story", rows => rows.map(row => row.id));
        await press("j", "j", "k");
        assert.equal(await held(page), ids[0]);

        await press("s");
        await row(page).getByText("★").waitFor();
        assert.equal(await held(page), ids[0], "the focus stays on the row");
        await press("s");
        await row(page).getByText("☆").waitFor();

        const gone = await headline(page);
        await press("d");
        await page.locator(".notice", { hasText: "Dismissed" }).waitFor();
        assert.notEqual(await headline(page), gone);
        await press("u");
        await page.waitForFunction(gone => document.querySelector(".story h2")?.innerText === gone, gone);

        // All of them, and back in one go.
        await press("*", "D");
        await page.locator(".notice", { hasText: `Dismissed ${ids.length} stories` }).waitFor();
        assert.equal(await page.locator(".story").count(), 0);
        await press("u");
        await page.waitForFunction(count => document.querySelectorAll(".story").length === count, ids.length);

        await page.waitForLoadState();
        const last = ids.length - 1;
        for (let i = 0; i <= last; i++) await press("j");
        await press("x", "k", "x", "m");
        await page.locator(".notice", { hasText: "Merged 2 stories" }).waitFor();
        assert.equal(await page.locator(".story").count(), ids.length - 1);
        await press("u");
        await page.waitForFunction(count => document.querySelectorAll(".story").length === count, ids.length);
        await page.waitForLoadState();

        await press("j", "Enter");
        await page.waitForURL("**/article/**");
        await page.waitForLoadState();
        const read = page.url();
        await press("n");
        await page.waitForURL(url => url.href !== read && url.pathname.startsWith("/article/"));
        await page.waitForLoadState();
        await press("?");
        await page.locator("dialog[open]", { hasText: "The original" }).waitFor();
        await press("Escape", "g", "o");
        await page.waitForURL("**/sources**");
        await page.waitForLoadState();
        await press("g", "i");
        await page.waitForURL(`**${inbox}`);
    }));

test("without script: signed in, starred, dismissed and taken back, corrected, added by text, signed out", async () => {
    const tab = await browser.newContext({ javaScriptEnabled: false });
    const page = await tab.newPage();
    try {
        await signIn(page, desk, "pia");
        await page.goto(desk.url + inbox);
        await row(page).getByRole("button", { name: "Star" }).click();
        await row(page).getByRole("button", { name: "Take the star off" }).waitFor();
        const gone = await headline(page, 1);
        await row(page, 1).getByRole("button", { name: "Dismiss" }).click();
        await page.getByRole("button", { name: "Undo" }).click();
        await page.getByText("is back in the inbox").waitFor();
        assert.equal(await headline(page, 1), gone);

        await row(page, 1).locator("h2 a").click();
        const note = page.locator(".note.statement").first();
        await note.locator("summary").click();
        await note.getByRole("button", { name: "This is nobody’s statement" }).click();
        await page.locator(".notice", { hasText: "nobody’s statement" }).waitFor();
        await page.getByRole("button", { name: "Undo" }).click();
        await page.locator(".notice", { hasText: "Taken back" }).waitFor();

        await page.goto(desk.url + "/add");
        await page.getByLabel("Headline").fill("Ferries stop at Selmouth");
        await page.locator("textarea").fill("“No boat leaves before Monday,” Harbour Master Ilse Brandt said.");
        await page.getByRole("button", { name: "Keep", exact: true }).click();
        await page.getByRole("heading", { name: "Ferries stop at Selmouth" }).waitFor();
        assert.ok(await page.locator(".note.statement", { hasText: "Ilse Brandt" }).isVisible());

        await page.locator(".who summary").click();
        await page.getByRole("button", { name: "Sign out" }).click();
        await page.waitForURL("**/sign-in");
        await page.goto(desk.url + inbox);
        assert.ok(page.url().includes("/sign-in"));
    } finally {
        await tab.close();
    }
});

test("a statement's note and its words light up together, and what is unticked is not marked", () =>
    at(inbox, async page => {
        await row(page).locator("h2 a").click();
        const note = page.locator(".note.statement").first();
        await note.hover();
        assert.ok((await page.locator(".prose .lit").count()) > 0);
        await page.getByRole("checkbox", { name: /Statements/ }).uncheck();
        assert.equal(await page.locator(".note.statement:visible").count(), 0);
    }));

test("words marked in an article become what was missed there, and are taken back", () =>
    at(inbox, async page => {
        await row(page).locator("h2 a").click();
        await page.waitForLoadState();
        const prose = page.locator(".annotated .prose").first();
        const before = await page.locator(".note.event").count();
        // The first word of the text, as a mouse marks it.
        const word = await prose.evaluate(element => {
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const found = /\p{L}{4,}/u.exec(walker.currentNode.data);
                if (!found) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, found.index);
                range.setEnd(walker.currentNode, found.index + found[0].length);
                const { x, y, width, height } = range.getBoundingClientRect();
                return { text: found[0], x: x + width / 2, y: y + height / 2 };
            }
        });
        await page.mouse.dblclick(word.x, word.y);
        await page.getByRole("button", { name: "An event was missed here" }).click();
        const form = page.locator("#missed form").last();
        assert.equal(await form.locator("[name=said]").inputValue(), word.text);
        assert.match(await form.locator("[name=at]").inputValue(), /^\d+-\d+$/);
        await form.locator("[name=value]").selectOption("Consult");
        await form.getByRole("button", { name: "Add the event" }).click();
        await page.locator(".notice", { hasText: "Kept: an event, CONSULT" }).waitFor();
        assert.equal(await page.locator(".note.event").count(), before + 1);
        await page.waitForLoadState();
        await page.keyboard.press("u");
        await page.locator(".notice", { hasText: "Taken back" }).waitFor();
        assert.equal(await page.locator(".note.event").count(), before);
    }));

test("a passkey is made and signs in", async () => {
    const tab = await browser.newContext();
    const page = await tab.newPage();
    const devtools = await tab.newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
        options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    });
    // An address of digits cannot be a relying party.
    const local = { url: desk.url.replace("127.0.0.1", "localhost") };
    try {
        await signIn(page, local, "pia");
        await page.goto(local.url + "/account");
        await page.getByLabel("Name of the new one").fill("The test’s own");
        await page.getByRole("button", { name: "Make a passkey" }).click();
        await page.getByRole("cell", { name: "The test’s own", exact: true }).waitFor();
        await tab.clearCookies();
        await page.goto(local.url + "/sign-in?to=/account");
        await page.getByRole("button", { name: "Sign in with a passkey" }).click();
        await page.waitForURL("**/account");
        assert.match(await page.locator("tr", { hasText: "The test’s own" }).innerText(), /just now/);
    } finally {
        await tab.close();
    }
});

test("the bookmarklet sends the page that is being read, as text, and a person keeps it", () =>
    at("/add", async (page, tab) => {
        const code = await page.locator(".bookmarklet").getAttribute("href");
        const words = "The locks stay shut for another week, the authority of the basin told skippers on Tuesday in a notice. ".repeat(5);
        await tab.route("https://paper.example/**", route => route.fulfill({
            contentType: "text/html",
            body: `<!doctype html><title>Locks stay shut</title><article><h1>Locks stay shut at Hallin</h1><p>${words}</p><p>${words}</p></article><script>window.kept=1</script>`,
        }));
        const paper = await tab.newPage();
        await paper.goto("https://paper.example/locks");
        const [popup] = await Promise.all([tab.waitForEvent("page"), paper.evaluate(decodeURI(code.replace("javascript:", "")))]);
        await popup.locator("#from-state", { hasText: "paper.example" }).waitFor();
        assert.equal(await popup.locator("#from-address").inputValue(), "https://paper.example/locks");
        await popup.getByRole("button", { name: "Keep" }).click();
        await popup.getByRole("heading", { name: "Locks stay shut at Hallin" }).waitFor();
    }));

/** The screens of this file, as addresses of the desk; an article with versions among them. */
async function pages() {
    const found = {};
    await at(inbox, async page => {
        found.story = await page.locator(".story .carriers a.more, .story .meta a").first().getAttribute("href");
        found.article = await page.locator(".story h2 a").nth(1).getAttribute("href");
        // An article that was read in two versions stands somewhere in the week.
        const told = await page.$$eval(".story .meta a[href^='/story/']", all => all.map(link => link.getAttribute("href")));
        const links = new Set();
        for (const story of told) {
            await page.goto(desk.url + story);
            for (const link of await page.$$eval("td a[href^='/article/']", all => all.map(each => each.getAttribute("href")))) links.add(link);
        }
        for (const link of links) {
            await page.goto(desk.url + link);
            const changes = page.locator("a[href*='/changes/']").first();
            if (await changes.count()) {
                found.changes = await changes.getAttribute("href");
                break;
            }
        }
        assert.ok(found.changes, "no article of the week has two versions");
    });
    return { inbox, ...found, add: "/add", from: "/add/from", sources: "/sources", account: "/account", accounts: "/accounts", audit: "/audit", guide: "/style-guide", fault: "/nothing/here" };
}

test("every screen, by day and by night, on a desk and on a telephone: no fault that axe finds, nothing wider than the page", async () => {
    await mkdir(screens, { recursive: true });
    const seen = await pages();
    const faults = [];
    for (const colorScheme of ["light", "dark"])
        for (const [name, path] of Object.entries({ ...seen, door: "/sign-in" })) {
            const tab = await browser.newContext({ storageState: name === "door" ? undefined : signed, colorScheme, viewport: { width: 1440, height: 900 } });
            const page = await tab.newPage();
            await page.goto(desk.url + path);
            await page.screenshot({ path: join(screens, `${name}-1440-${colorScheme}.png`), fullPage: true });
            // The policy forbids our script too, so axe is put in through the debugger.
            await page.evaluate(axe);
            const { violations } = await page.evaluate(() => globalThis.axe.run());
            faults.push(
                ...violations.map(fault => `${name} (${colorScheme}): ${fault.id}: ${fault.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" | ")}`),
            );
            await page.setViewportSize({ width: 390, height: 844 });
            if (colorScheme === "light") await page.screenshot({ path: join(screens, `${name}-390.png`), fullPage: true });
            const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            if (over > 0) faults.push(`${name} is ${over} pixels wider than a telephone`);
            await tab.close();
        }
    assert.deepEqual(faults, []);
});

test("the first view is light and does not shift", () =>
    at(inbox, async page => {
        const { bytes, shift } = await page.evaluate(async () => {
            const shift = await new Promise(done => {
                let sum = 0;
                new PerformanceObserver(list => list.getEntries().forEach(entry => (sum += entry.value))).observe({ type: "layout-shift", buffered: true });
                setTimeout(() => done(sum), 500);
            });
            const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
            return { shift, bytes: all.reduce((sum, entry) => sum + entry.transferSize, 0) };
        });
        assert.ok(bytes > 0 && bytes < 150_000, `${bytes} bytes`);
        assert.equal(shift, 0);
    }));

test("day and night can be chosen without script", async () =>
    at(inbox, async page => {
        await page.locator(".who summary").click();
        await page.getByRole("button", { name: "Night" }).click();
        await page.waitForLoadState();
        const night = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
        assert.equal(night, "dark");
    }, { javaScriptEnabled: true, colorScheme: "light" }));

test("a wrong password is told in words, and the page keeps the name", async () => {
    const tab = await browser.newContext();
    const page = await tab.newPage();
    try {
        await page.goto(desk.url + "/sign-in");
        await page.fill("[name=name]", "pia");
        await page.fill("[name=password]", password + " and not");
        await page.press("[name=password]", "Enter");
        await page.locator("[role=alert]", { hasText: "do not belong together" }).waitFor();
        assert.equal(await page.inputValue("[name=name]"), "pia");
    } finally {
        await tab.close();
    }
});
