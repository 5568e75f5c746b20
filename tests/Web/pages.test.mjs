// The pages over the record: search, people, tracks, disputes, calendar, events.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { sound } from "./axe.mjs";
import { first, open } from "./desk.mjs";

let browser, desk, state;

before(async () => {
    [browser, desk] = await Promise.all([launch(), open()]);
    const context = await browser.newContext();
    context.setDefaultTimeout(120_000);
    await first(await context.newPage(), desk);
    state = await context.storageState();
    await context.close();
});

after(async () => {
    await browser?.close();
    await desk?.close();
});

async function visit(work, options = {}) {
    const context = await browser.newContext({ storageState: state, ...options });
    context.setDefaultTimeout(120_000);
    const page = await context.newPage();
    const faults = [];
    page.on("pageerror", fault => faults.push(fault.message));
    page.on("console", message => message.type() === "error" && faults.push(message.text()));
    try {
        await work(page);
        assert.deepEqual(faults, []);
    } finally {
        await context.close();
    }
}

for (const [name, path] of [
    ["search", "/search?q=ceasefire"],
    ["search-empty", "/search"],
    ["search-nothing", "/search?q=zzzz&in=statements&since=2026-03-06"],
    ["people", "/people/demo/2026-03-06"],
    ["person", "/people/Nadir%20Oslan"],
    ["person-nobody", "/people/Nobody"],
    ["tracks", "/tracks/demo"],
    ["disputes", "/disputes/demo/2026-03-06"],
    ["calendar", "/calendar/demo/2026-03-06"],
    ["calendar-empty", "/calendar/demo/2020-01-03"],
    ["events", "/events/demo/2026-03-06"],
    ["events-narrow", "/events/demo/2026-03-06?type=consult&party=Kestovia"],
])
    test(`${name} has nothing that axe objects to, by day and by night`, () =>
        visit(page => sound(page, desk.url + path, name)));

test("a search is answered as one types, and the address follows", () =>
    visit(async page => {
        await page.goto(`${desk.url}/search`);
        await page.keyboard.type("ceasef");
        await page.locator(".hits li").first().waitFor();
        await page.waitForURL(/q=ceasef$/);
        assert.match(await page.locator(".hits mark").first().textContent(), /^ceasef$/i);
    }));

test("a search works without script", () =>
    visit(
        async page => {
            await page.goto(`${desk.url}/search`);
            await page.fill("[name=q]", "ceasefire");
            await page.press("[name=q]", "Enter");
            assert.ok((await page.locator(".hits li").count()) > 3);
            await page.getByRole("link", { name: /^Statements/ }).click();
            assert.ok((await page.locator(".hits li").count()) > 3);
            await page.locator(".hits a").first().click();
            await page.locator("#passage").first().waitFor();
        },
        { javaScriptEnabled: false },
    ));

test("what somebody said is narrowed to denials", () =>
    visit(async page => {
        await page.goto(`${desk.url}/people/demo/2026-03-06`);
        await page.getByRole("link", { name: "Milena Drosk" }).click();
        const all = await page.locator(".ledger li").count();
        await page.selectOption("[name=stance]", "deny");
        await page.getByRole("button", { name: "Show" }).click();
        assert.ok((await page.locator(".ledger li").count()) < all);
    }));

test("by keyboard alone: from the inbox to a meeting's words", () =>
    visit(async page => {
        await page.goto(`${desk.url}/`);
        await page.keyboard.press("g");
        await page.keyboard.press("c");
        await page.waitForURL(/calendar/);
        for (const key of ["j", "Enter"]) await page.keyboard.press(key);
        await page.waitForURL(/#m-/);
    }));

test("a track is read as a log", () =>
    visit(async page => {
        await page.goto(`${desk.url}/tracks/demo`);
        await page.locator("tbody a").first().click();
        await page.locator(".log blockquote").first().waitFor();
        await sound(page, page.url(), "track");
    }));
