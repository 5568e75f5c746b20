// The published site as a reader meets it: without script, on a telephone and a desk, by day and night, on paper.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import ICAL from "ical.js";
import { launch } from "./browser.mjs";
import { demo, done } from "./chancery.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let desk, browser;
before(async () => {
    desk = demo("press: { site: https://watch.example/orva/ }\n");
    done(["correct", desk.watch, "--week", desk.week, "--by", "Ada Editor", "--note", "A name in the lead was spelt in two ways.", "--site", desk.site, "--desk", desk.desk]);
    browser = await launch();
});
after(async () => { await browser?.close(); rmSync(desk.folder, { recursive: true, force: true }); });

const address = path => pathToFileURL(join(desk.site, path)).href;
const pages = () => ["index.html", "archive.html", "reading.html", "corrections.html", "people.html", `issues/${desk.week}.html`,
    `people/${readdirSync(join(desk.site, "people"))[0]}`];

for (const [width, scheme] of [[390, "light"], [390, "dark"], [1440, "light"], [1440, "dark"]])
    test(`with script off every page reads at ${width} pixels, ${scheme}: no line leaves the window, nothing is fetched`, async () => {
        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: false });
        const page = await context.newPage();
        const asked = [];
        page.on("request", r => r.url().startsWith("file:") || asked.push(r.url()));
        for (const path of pages()) {
            await page.goto(address(path));
            assert.ok((await page.locator("h1").innerText()).length > 0, path);
            const main = await page.locator("main").boundingBox();
            assert.ok(main.x >= 0 && main.x + main.width <= width, `${path}: ${JSON.stringify(main)}`);
            const paper = await page.locator("html").evaluate(e => getComputedStyle(e).backgroundColor).catch(() => null);
            if (paper) assert.equal(scheme === "dark", Number(paper.match(/\d+/)[0]) < 128, `${path}: ${paper}`);
        }
        assert.deepEqual(asked, []);
        await context.close();
    });

test("a number leads to the exact words over the text, and back, without script", async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address(`issues/${desk.week}.html`));
    const number = page.locator(".lead sup a").first();
    const note = (await number.getAttribute("href")).slice(1);
    await number.click();
    const sheet = page.locator(`#${note}`);
    assert.ok(await sheet.isVisible());
    const box = await sheet.boundingBox();
    assert.ok(box.y + box.height <= 845 && box.y > 200, JSON.stringify(box));
    assert.ok((await sheet.locator("blockquote").innerText()).length > 0);
    await sheet.locator("a.back").click();
    assert.match(page.url(), /#r\d+$/);
    await context.close();
});

test("axe finds nothing on any page, by day and by night", async () => {
    for (const scheme of ["light", "dark"]) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: scheme, bypassCSP: true });
        const page = await context.newPage();
        for (const path of pages()) {
            await page.goto(address(path));
            await page.evaluate(axe);
            const found = await page.evaluate(() => globalThis.axe.run());
            assert.deepEqual(found.violations.map(v => `${path}: ${v.id} ${v.nodes.map(n => n.target).join(" ")}`), []);
        }
        await context.close();
    }
});

test("the browser knows every declaration of the stylesheet", async () => {
    const page = await browser.newPage();
    const css = readFileSync(join(desk.site, "style.css"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    const unknown = await page.evaluate(css => [...css.matchAll(/[{;]\s*([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)]
        .filter(([, property]) => !property.startsWith("--"))
        // What only other browsers know, beside what this one does; the size of a page is no property of an element.
        .filter(([, property, value]) => !/^(-webkit-|text-size-adjust|hanging-punctuation)/.test(property) && !CSS.supports(property, value.trim()))
        .map(([, property, value]) => `${property}: ${value}`), css);
    assert.deepEqual(unknown, []);
    await page.close();
});

test("printed, it is a tagged PDF that holds the text and every note, and no navigation", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address(`issues/${desk.week}.html`));
    const pdf = await page.pdf({ format: "A4", tagged: true });
    assert.ok(pdf.includes("StructTreeRoot"));
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await page.locator("nav").first().isVisible()));
    assert.ok(await page.locator(".notes li").last().isVisible());
    await context.close();
});

test("the program prints the same issue as a PDF of its own, and as a Word file", () => {
    for (const [form, magic] of [["pdf", "%PDF"], ["docx", "PK"]]) {
        const file = join(desk.folder, `issue.${form}`);
        done(["export", desk.watch, "--week", desk.week, "--format", form, "--out", file, "--desk", desk.desk]);
        assert.ok(readFileSync(file, "latin1").startsWith(magic));
    }
    assert.ok(readFileSync(join(desk.folder, "issue.pdf"), "latin1").includes("/StructTreeRoot"));
});

test("the calendar of meetings is one that a calendar's program reads", t => {
    if (!readdirSync(desk.site).includes("meetings.ics")) return t.skip("the sample week tells of no meeting with a day");
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(desk.site, "meetings.ics"), "utf8")));
    const events = calendar.getAllSubcomponents("vevent");
    assert.ok(events.length > 0);
    assert.equal(new Set(events.map(e => e.getFirstPropertyValue("uid"))).size, events.length);
});
