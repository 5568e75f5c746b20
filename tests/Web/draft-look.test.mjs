// How the draft's screens look and whether everybody can use them: axe in light and dark, pictures at two widths.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { first, open, root, week } from "./desk.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const screens = join(root, "artifacts", "screens");
let browser, desk, session, line, cited;

before(async () => {
    await mkdir(screens, { recursive: true });
    browser = await launch();
    desk = await open();
    const tab = await browser.newContext();
    const page = await tab.newPage();
    await first(page, desk);
    // Something of everything: a line that does not hold, a comment, an opinion, a line taken out, a history.
    await page.goto(desk.url + week);
    const lines = await page.$$eval(".lead .line", rows => rows.map(row => row.dataset.line));
    [line, cited] = [lines[0], lines[3]];
    const at = id => page.goto(`${desk.url}${week}?line=${id}#line-${id}`);
    await at(line);
    const text = await page.locator(".held textarea").inputValue();
    await page.locator(".held textarea").fill(text.replace(/[.”’]*$/u, ", 4,711 of them."));
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator(".line .refused").first().waitFor();
    await at(cited);
    await page.getByLabel("Say something about this line").fill("Do we have this from a second outlet?");
    await page.getByRole("button", { name: "Comment" }).click();
    await page.locator(".comment").waitFor();
    await at(lines.at(-1));
    await page.getByRole("button", { name: "Take out" }).click();
    await page.locator(".taken").waitFor();
    await page.goto(`${desk.url}${week}?pane=add&line=${lines[4]}`);
    await page.getByLabel("The sentence").fill("Whoever holds the locks holds the clock.");
    await page.getByLabel(/It is my opinion/).check();
    await page.getByRole("button", { name: "Add the line" }).click();
    await page.locator(".held.opinion").waitFor();
    session = await tab.storageState();
    await tab.close();
});
after(async () => {
    await browser?.close();
    await desk?.close();
});

const pages = () => ({
    draft: week,
    "draft-line": `${week}?line=${cited}#line-${cited}`,
    "draft-refused": `${week}?line=${line}#line-${line}`,
    "draft-cite": `${week}?line=${line}&pane=cite`,
    "draft-add": `${week}?pane=add`,
    "draft-history": `${week}?pane=history`,
    "draft-picture": `${week}?pane=picture`,
    "draft-approve": `${week}?pane=approve`,
    "draft-none": "/draft/demo/2026-02-27",
    issues: "/issues",
});

for (const colorScheme of ["light", "dark"])
    test(`axe finds nothing on the draft's screens (${colorScheme})`, async () => {
        const tab = await browser.newContext({ storageState: session, colorScheme });
        const page = await tab.newPage();
        const found = [];
        for (const [name, address] of Object.entries(pages())) {
            await page.goto(desk.url + address);
            await page.evaluate(axe);
            const { violations } = await page.evaluate(() => window.axe.run(document));
            for (const { id, nodes } of violations)
                found.push(`${name}: ${id}: ${nodes.map(node => node.html.slice(0, 160)).join(" | ")}`);
        }
        await tab.close();
        assert.deepEqual(found, []);
    });

for (const [width, height] of [
    [1440, 900],
    [390, 844],
])
    test(`pictures of the draft's screens at ${width} pixels; nothing is wider than the window, nothing shifts, nothing is heavy`, async () => {
        for (const colorScheme of ["light", "dark"]) {
            const tab = await browser.newContext({ storageState: session, colorScheme, viewport: { width, height } });
            const page = await tab.newPage();
            await page.addInitScript(() => {
                window.shifted = 0;
                new PerformanceObserver(list => {
                    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
                }).observe({ type: "layout-shift", buffered: true });
            });
            let weight = 0;
            page.on("response", async response => (weight += (await response.body().catch(() => "")).length));
            for (const [name, address] of Object.entries(pages())) {
                await page.goto(desk.url + address);
                await page.waitForTimeout(100);
                const dark = colorScheme === "dark" ? "-dark" : "";
                await page.screenshot({ path: join(screens, `${name}-${width}${dark}.png`) });
                assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is wider than the window`);
                assert.ok((await page.evaluate(() => window.shifted)) < 0.02, `${name} shifts`);
            }
            assert.ok(weight > 0);
            await tab.close();
        }
    });

test("the first view is under 150 kB", async () => {
    const tab = await browser.newContext({ storageState: session });
    const page = await tab.newPage();
    const client = await tab.newCDPSession(page);
    await client.send("Network.enable");
    let bytes = 0;
    client.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(desk.url + week);
    await page.waitForTimeout(200);
    await tab.close();
    assert.ok(bytes > 10_000 && bytes < 150_000, `${bytes} bytes`);
});
