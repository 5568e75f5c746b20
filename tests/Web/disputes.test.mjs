// What is said against what, ruled on in a browser: with the mouse, and without script.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { first, open } from "./desk.mjs";

const here = "/disputes/demo/2026-03-06";
let browser, desk, signed;
before(async () => {
    [browser, desk] = await Promise.all([launch(), open()]);
    const tab = await browser.newContext();
    await first(await tab.newPage(), desk);
    signed = await tab.storageState();
    await tab.close();
});
after(async () => {
    await browser?.close();
    await desk?.close();
});

async function visit(work, context = {}) {
    const tab = await browser.newContext({ storageState: signed, ...context });
    const page = await tab.newPage();
    page.setDefaultTimeout(30_000);
    try {
        await page.goto(desk.url + here);
        await work(page);
    } finally {
        await tab.close();
    }
}

const dismissed = page => page.getByRole("heading", { name: "Dismissed", exact: true });

test("the demo's week has a denial of a report, a differing count and two accounts of one call, each with why", () =>
    visit(async page => {
        for (const kind of ["Denied", "Two counts", "Two accounts"])
            assert.ok((await page.locator(".dispute .kicker", { hasText: kind }).count()) > 0, kind);
        const denied = page.locator(".dispute", { hasText: "Denied" }).first();
        assert.deepEqual(
            [...new Set(await denied.locator(".sides h3").allInnerTexts())],
            ["Meridian Wire", "Lumnik"],
        );
        await denied.getByText("Paired because:").waitFor();
    }));

for (const [how, context] of [
    ["in a browser", {}],
    ["without script", { javaScriptEnabled: false }],
])
    test(`a dispute that is dismissed can be taken back, ${how}`, () =>
        visit(async page => {
            const count = await page.locator(".dispute").count();
            const gone = await page.locator(".dispute").first().getAttribute("id");
            await page.locator(`[id="${gone}"]`).getByRole("button", { name: "Dismiss" }).click();
            await dismissed(page).waitFor();
            assert.equal(await page.locator(".dispute").last().getAttribute("id"), gone, "it stands last, under Dismissed");
            assert.equal(await page.locator(".dispute").count(), count, "nothing is lost");

            await page.getByRole("button", { name: "Undo" }).click();
            await page.getByText("Open again.").waitFor();
            assert.equal(await dismissed(page).count(), 0);
            assert.equal(await page.locator(".dispute").first().getAttribute("id"), gone);
        }, context));
