// From an empty desk to an approved issue: by mouse, by keyboard alone, with script off.
import assert from "node:assert/strict";
import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { first, open, password, root, week } from "./desk.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

// The drafting may change; whatever it drafts, the lead's first line is worked on here.
const worse = text => text.replace(/[.”’]*$/u, ", 4,711 of them.");

async function fresh(work, options = {}, context = {}) {
    const desk = await open(options);
    const tab = await browser.newContext(context);
    try {
        const page = await tab.newPage();
        const errors = [];
        page.setDefaultTimeout(60_000);
        page.on("pageerror", error => errors.push(error.message));
        page.on("console", message => message.type() === "error" && !/409|400/.test(message.text()) && errors.push(message.text()));
        // Who begins with an empty desk makes the first account, too.
        if (options.read !== false) await first(page, desk);
        await work(page, desk, tab);
        assert.deepEqual(errors, []);
    } finally {
        await tab.close();
        await desk.close();
    }
}

const saved = join(root, "samples", "week");
const empty = { drafted: false, read: false };

/** Presses Tab until the focus is on what a selector names, as somebody without a mouse does. */
async function tabTo(page, selector) {
    for (let i = 0; i < 80; i++) {
        if (await page.evaluate(selector => document.activeElement?.matches(selector), selector)) return;
        await page.keyboard.press("Tab");
    }
    assert.fail(`Tab does not lead to ${selector}`);
}

async function files(folder) {
    const all = await readdir(folder, { recursive: true, withFileTypes: true });
    return all.filter(one => one.isFile()).map(one => join(one.parentPath, one.name));
}

const lead = (page, at = 0) => page.locator(".lead .line").nth(at);
const words = (page, some) => page.locator(".line [data-first]", { hasText: some }).first();
const order = page => page.$$eval(".line", rows => rows.map(row => row.id).join());
const field = page => page.locator(".held textarea");
const status = page => page.locator("#saved");

async function published(desk, page, text) {
    await page.getByText("Approved and published.").waitFor();
    const index = await readFile(join(desk.site, "index.html"), "utf8");
    assert.ok(index.includes("Orva Watch"));
    await access(join(desk.site, "issues", "2026-03-06.html"));
    const issue = await readFile(join(desk.site, "issues", "2026-03-06.html"), "utf8");
    assert.ok(issue.includes(text), `${text} is not in the issue`);
}

test("by mouse, from an empty desk: a folder read, drafted, a line edited beside its source, refused, mended, an item and an opinion added, approved", () =>
    fresh(
        async (page, desk) => {
            await first(page, desk);
            // What comes next is always in sight.
            await page.getByRole("link", { name: "saved files, an address or pasted text" }).click();
            const chooser = page.waitForEvent("filechooser");
            await page.getByLabel("or a whole folder of them").click();
            await (await chooser).setFiles(saved);
            await page.getByRole("button", { name: "Read and keep" }).click();
            await page.locator(".notice", { hasText: /Kept \d+ articles/ }).waitFor();
            await page.getByRole("link", { name: "Inbox", exact: true }).first().click();
            await page.waitForURL("**/inbox/demo/2026-03-06*");
            assert.ok((await page.locator(".story").count()) > 5);
            await page.getByRole("link", { name: "Draft this week" }).click();
            await page.waitForURL(`**${week}`);
            await page.getByRole("button", { name: "Draft this week" }).click();
            await lead(page).locator("[data-first]").click();
            await page.locator("mark.open").waitFor();
            assert.ok(await page.locator("mark.open").isVisible());

            const text = await field(page).inputValue();
            await field(page).fill(worse(text));
            await page.locator("#verdict .refused").first().waitFor();
            await status(page).getByText("1 line does not hold").waitFor();

            await page.getByRole("link", { name: "Approve…" }).click();
            await page.locator("#pane .refused").first().waitFor();
            assert.equal(await page.getByRole("button", { name: /^Approve as/ }).count(), 0);

            await page.locator("#pane .blocks a").first().click();
            await field(page).fill(text);
            await page.locator("#verdict .holds").waitFor();
            await status(page).getByText("Every line holds").waitFor();

            // The digest's last item laid aside, and taken again from what is ready.
            const item = page.locator(".digest .item").last();
            const told = await item.locator("[data-first]").first().innerText();
            await item.locator("summary").click();
            await item.getByRole("button", { name: "Lay it aside" }).click();
            await page.waitForFunction(told => !document.querySelector(".digest").textContent.includes(told), told);
            await page.getByRole("link", { name: "Add", exact: true }).click();
            await page.locator(".ready", { hasText: told }).getByRole("button", { name: /^Take into the digest/ }).click();
            await page.locator(".digest .line", { hasText: told }).first().waitFor();

            // The pane is fetched anew: what is typed before it has come would be typed into the old one.
            const pane = page.waitForResponse(answer => answer.request().method() === "GET" && /pane=add/.test(answer.url()));
            await page.getByRole("link", { name: "Add", exact: true }).click();
            await pane;
            await page.locator(".ready", { hasText: told }).waitFor({ state: "detached" });
            await page.getByLabel("The sentence").fill("The river does not read communiqués either.");
            await page.getByLabel(/It is my opinion/).check();
            await page.getByRole("button", { name: "Add the line" }).click();
            await page.locator(".held.opinion").waitFor();

            await page.getByRole("link", { name: "Approve…" }).click();
            await page.getByRole("button", { name: /^Approve as/ }).click();
            await published(desk, page, "The river does not read communiqués either.");
            assert.equal(await page.locator(".held").count(), 0);
            assert.equal(await page.getByRole("link", { name: "Add", exact: true }).count(), 0);
        },
        empty,
    ));

test("by keyboard alone, from an empty desk: files read, drafted, chosen, edited, moved, cited, taken out, undone, approved", () =>
    fresh(
        async (page, desk) => {
            const press = async (...keys) => {
                for (const key of keys) await page.keyboard.press(key);
            };
            const focused = () => page.evaluate(() => document.activeElement?.closest("[data-line]")?.dataset.line);
            await page.goto(desk.setUp);
            for (const [field, words] of [["person", "Pia Marlow"], ["name", "pia"], ["password", password], ["again", password]]) {
                await tabTo(page, `[name=${field}]`);
                await page.keyboard.type(words);
            }
            await press("Enter");
            await page.waitForURL("**/inbox/**");
            await page.waitForLoadState();
            await press("a");
            await page.waitForURL("**/add");
            await tabTo(page, "[type=file]");
            // On a machine under load the key may come before Chromium takes it for a person's.
            let chooser;
            for (let i = 0; i < 6 && !chooser; i++) {
                const opened = page.waitForEvent("filechooser", { timeout: 8000 }).catch(() => null);
                await press("Space");
                chooser = await opened;
            }
            await chooser.setFiles(await files(saved));
            await tabTo(page, "form[action='/add/file'] button");
            await press("Enter");
            await page.locator(".notice", { hasText: /Kept \d+ articles/ }).waitFor();
            await page.waitForLoadState();
            await press("g", "i");
            await page.waitForURL("**/inbox/demo/2026-03-06*");
            await page.waitForLoadState();
            await press("b");
            await page.waitForURL(`**${week}`);
            await page.waitForLoadState();
            await press("b");
            await lead(page).waitFor();
            const text = await lead(page).locator("[data-first]").innerText();
            const count = text.split(" ").length;
            // To the third row, into it, past the end of its words.
            await press("j", "j", "j", "Enter");
            await field(page).waitFor();
            await page.waitForFunction(() => document.activeElement?.id === "text");
            assert.equal(await field(page).inputValue(), text);
            await page.keyboard.type(" It");
            await page.locator("#verdict").getByText(`${count + 1} words`).waitFor();
            await press("Backspace", "Backspace", "Backspace");
            await page.locator("#verdict").getByText(`${count} words`).waitFor();

            // Moved down until it stands behind the next line.
            const held = await page.locator(".held").getAttribute("id");
            const before = await order(page);
            for (let step = 0; step < 3 && (await order(page)) === before; step++) {
                const edits = await status(page).innerText();
                await press("Alt+ArrowDown");
                await page.waitForTimeout(400);
                await page.waitForFunction(() => document.activeElement?.id === "text");
                assert.ok(edits);
            }
            assert.notEqual(await order(page), before);
            assert.equal(await page.locator(".held").getAttribute("id"), held);
            // Enter saves and takes the next.
            const ids = (await order(page)).split(",");
            const next = ids[ids.indexOf(held) + 1];
            await press("Enter");
            await page.waitForFunction(id => document.querySelector(".held")?.id === id, next);
            await press("Escape");
            await page.waitForFunction(() => !document.querySelector(".held") && document.activeElement?.closest("[data-line]"));
            assert.equal(`line-${await focused()}`, next);

            // Taken out from the row, and brought back.
            await press("Delete");
            await page.locator(".taken .line").waitFor();
            await press("z");
            await page.waitForFunction(id => !document.querySelector(".taken") && document.getElementById(id), next);

            // A line of one's own, cited.
            await press("a");
            await page.locator("#own textarea").waitFor();
            await press("n");
            await page.keyboard.type("Marenia’s Assembly approved a mandate for the third round.");
            await press("Tab", "Tab", "Tab", "Enter");
            await page.getByText("Cite the words that say it").waitFor();
            await page.waitForFunction(() => document.activeElement?.id === "text");
            await press("Escape");
            await status(page).getByText("1 line does not hold").waitFor();
            await page.goto(desk.url + week);
            await press("s");
            await page.locator("#pane .blocks a").first().waitFor();
            await page.locator("#pane .blocks a").first().focus();
            await press("Enter");
            await page.waitForFunction(() => document.activeElement?.id === "text");
            await page.getByRole("link", { name: "Cite words" }).focus();
            await press("Enter");
            await page.locator("#pane [type=search]").focus();
            await page.keyboard.type("abstentions");
            await press("Enter");
            // The answer bears the words that were asked for; the list before it had the same links.
            await page.locator("#pane [type=search][value=abstentions]").waitFor();
            await page.locator("#pane .blocks a", { hasText: "A vote in Selmouth" }).focus();
            await press("Enter");
            await page.locator(".sentences input").first().waitFor();
            const tick = page.locator(".sentences label", { hasText: "14 abstentions" }).locator("input");
            await tick.focus();
            await press("Space");
            await page.getByRole("button", { name: "Cite what is ticked" }).focus();
            await press("Enter");
            await page.locator("mark.open", { hasText: "14 abstentions" }).waitFor();
            await status(page).getByText("Every line holds").waitFor();

            await page.goto(desk.url + week);
            await press("p");
            const approve = page.getByRole("button", { name: /^Approve as/ });
            await approve.waitFor();
            await approve.focus();
            await press("Enter");
            await published(desk, page, "approved a mandate for the third round");
        },
        empty,
    ));

test("with script off, from an empty desk: a folder read, drafted, edited, refused at saving, mended, moved, taken out, commented, approved", () =>
    fresh(
        async (page, desk) => {
            await first(page, desk);
            await page.getByRole("link", { name: "saved files, an address or pasted text" }).click();
            await page.getByLabel("or a whole folder of them").setInputFiles(saved);
            await page.getByRole("button", { name: "Read and keep" }).click();
            assert.match(await page.locator(".notice").innerText(), /Kept \d+ articles/);
            await page.getByRole("link", { name: "Inbox", exact: true }).first().click();
            await page.getByRole("link", { name: "Draft this week" }).click();
            await page.getByRole("button", { name: "Draft this week" }).click();
            await lead(page).locator("[data-first]").click();
            assert.ok(await page.locator("mark#cited").isVisible());
            const text = await field(page).inputValue();
            await field(page).fill(worse(text));
            await page.getByRole("button", { name: "Save", exact: true }).click();
            assert.ok(await lead(page).locator(".refused").first().isVisible());
            assert.match(await status(page).innerText(), /1 line does not hold/);

            await words(page, "4,711").click();
            await field(page).fill(text);
            // A button that does something else keeps what was typed, too.
            const before = await order(page);
            for (let step = 0; step < 3 && (await order(page)) === before; step++)
                await page.getByRole("button", { name: "Down" }).click();
            assert.notEqual(await order(page), before);
            assert.equal(await field(page).inputValue(), text);

            await page.getByLabel("Say something about this line").fill("Is it the whole Assembly?");
            await page.getByRole("button", { name: "Comment" }).click();
            assert.ok(await page.locator(".comment", { hasText: "Is it the whole Assembly?" }).isVisible());
            await page.getByRole("button", { name: "Settle" }).click();
            assert.ok(await page.locator(".comment.settled").isVisible());
            await page.getByRole("button", { name: "Open again" }).click();
            assert.equal(await page.locator(".comment.settled").count(), 0);
            await page.getByRole("button", { name: "Settle" }).click();

            await page.locator(".past summary").click();
            assert.ok(await page.locator(".past ins", { hasText: "4,711" }).first().isVisible());

            await page.getByRole("button", { name: "Take out" }).click();
            assert.ok(await page.locator(".taken", { hasText: text }).isVisible());
            await page.getByRole("button", { name: /^Put back/ }).click();
            assert.equal(await page.locator(".taken").count(), 0);

            await page.getByRole("link", { name: "How it stands" }).click();
            const title = await page.locator(".title [data-first]").innerText();
            await page.getByRole("button", { name: /^Make it the title/ }).first().click();
            assert.notEqual(await page.locator(".title [data-first]").innerText(), title);
            await page.getByRole("button", { name: "Undo" }).first().click();
            assert.equal(await page.locator(".title [data-first]").innerText(), title);

            await page.getByRole("link", { name: "Approve…" }).click();
            await page.getByRole("button", { name: /^Approve as/ }).click();
            await published(desk, page, "Orva Watch");
        },
        empty,
        { javaScriptEnabled: false },
    ));

for (const script of [true, false])
    test(`two editors on one line: both texts, nothing lost; on two lines: no conflict (script ${script ? "on" : "off"})`, () =>
        fresh(
            async (mira, desk, tab) => {
                const jon = await tab.newPage();
                await mira.goto(desk.url + week);
                const id = await lead(mira).getAttribute("data-line");
                const other = await lead(mira, 1).getAttribute("data-line");
                const save = async page => {
                    if (script) {
                        await page.keyboard.press("Escape");
                        await page.waitForFunction(() => !document.querySelector(".held"));
                    } else await page.getByRole("button", { name: "Save", exact: true }).click();
                };
                const at = line => `${desk.url}${week}?line=${line}#line-${line}`;
                for (const page of [mira, jon]) await page.goto(at(id));
                const text = await field(mira).inputValue();
                await field(mira).fill(`Reportedly ${text}`);
                await save(mira);
                await field(jon).fill(`${text} Perhaps.`);
                if (script) await jon.keyboard.press("Escape");
                else await jon.getByRole("button", { name: "Save", exact: true }).click();
                await jon.getByText("changed this line while you were at it").waitFor();
                const [theirs, mine] = await jon.locator(".versions section").allInnerTexts();
                assert.match(theirs, /Reportedly/);
                assert.match(mine, /Perhaps/);
                assert.equal(await jon.locator(".versions textarea").inputValue(), `${text} Perhaps.`);
                await jon.locator(".versions textarea").fill(`Reportedly ${text} Perhaps.`);
                await jon.getByRole("button", { name: "Use this" }).click();
                await jon.locator(".line", { hasText: "Reportedly" }).first().waitFor();

                // What was written first is in the line's history.
                await jon.goto(at(id));
                await jon.locator(".past summary").click();
                assert.equal(await jon.locator(".past li").count(), 3);

                // Two lines, each from the state before the other's edit.
                await mira.goto(at(id));
                await jon.goto(at(other));
                await field(mira).fill(text);
                await save(mira);
                const second = await field(jon).inputValue();
                await field(jon).fill(`${second} Perhaps.`);
                await save(jon);
                await jon.goto(desk.url + week);
                assert.equal(await lead(jon).locator("[data-first]").innerText(), text);
                assert.equal(await lead(jon, 1).locator("[data-first]").innerText(), `${second} Perhaps.`);
            },
            {},
            { javaScriptEnabled: script },
        ));

test("what is typed is kept without a word, and outlives the page", () =>
    fresh(async (page, desk) => {
        await page.goto(desk.url + week);
        const text = await lead(page).locator("[data-first]").innerText();
        await lead(page).locator("[data-first]").click();
        await field(page).fill("The Assembly approved the mandate.");
        await status(page).getByText("by Pia Marlow").waitFor();
        await page.goto("about:blank");
        await page.goto(desk.url + week);
        await words(page, "The Assembly approved the mandate.").waitFor();
        await page.getByRole("button", { name: "Undo" }).click();
        await words(page, text).waitFor();
        await page.getByRole("button", { name: "Redo" }).click();
        await words(page, "The Assembly approved the mandate.").waitFor();
    }));

test("a line is dragged to another place", () =>
    fresh(async (page, desk) => {
        await page.goto(desk.url + week);
        const moved = await lead(page, 4).getAttribute("id");
        await lead(page, 4).dragTo(lead(page), { targetPosition: { x: 40, y: 4 } });
        await page.waitForFunction(id => document.querySelector(".lead .line").id === id, moved);
    }));

test("a picture stands over the issue with caption, credit and licence, or not at all", () =>
    fresh(async (page, desk) => {
        await page.goto(`${desk.url}${week}?pane=picture`);
        const png = Buffer.from(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
            "base64",
        );
        const set = async (file, credit) => {
            await page.getByLabel(/file/i).setInputFiles(file);
            await page.getByLabel(/^What it shows/).fill("A bridge over a river");
            await page.getByLabel("Caption").fill("Tern Bridge before the exchange.");
            await page.getByLabel("Credit").fill(credit);
            await page.getByLabel("Licence").fill("CC0 1.0");
            await page.getByRole("button", { name: "Set it over the issue" }).click();
        };
        await set({ name: "bridge.png", mimeType: "image/png", buffer: Buffer.from("<svg onload=alert(1)>") }, "Us");
        await page.getByText("That is no JPEG, PNG, GIF or WebP picture.").waitFor();
        await set({ name: "bridge.png", mimeType: "image/png", buffer: png }, "A. Photographer");
        await page.locator("figure.top", { hasText: "Tern Bridge before the exchange." }).waitFor();
        assert.equal(await page.locator("figure.top img").evaluate(image => image.naturalWidth), 1);
        await page.getByRole("button", { name: "Take the picture away" }).click();
        await page.waitForFunction(() => !document.querySelector("figure.top"));
    }));
