// Everything that is published, through the validators of its format: a site with a corrected issue, its feeds, its mail.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { after, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { demo, done } from "./chancery.mjs";

const here = import.meta.dirname;
const desk = demo(`press:
  site: https://watch.example/orva/
  desk: https://desk.example/
  mail: { from: news@watch.example, server: "smtp+plain://127.0.0.1:9", postal: "1 Canal Street, Corrast" }
`);
after(() => rmSync(desk.folder, { recursive: true, force: true }));
const at = ["--desk", desk.desk], week = ["--week", desk.week];
const signed = ["--by", "Ada Editor", "--site", desk.site, ...at];

// The first edition as an editor's file, one sentence of it set right.
const published = JSON.parse(done(["show", `demo/${desk.week}`, "--json", ...at]));
const line = published.digest[0].paragraphs[0].lines[0];
const before = line.text;
line.text = `${before.replace(/\.$/, "")}, as it turned out.`;
line.kind = "opinion"; line.signedBy = "Ada Editor"; delete line.citations;
writeFileSync(join(desk.folder, "edited.json"), JSON.stringify(published));
done(["correct", desk.watch, ...week, "--note", "The first item said more than its source did.", "--issue", join(desk.folder, "edited.json"), ...signed]);
done(["correct", desk.watch, ...week, "--note", "A name in the lead was spelt in two ways.", ...signed]);

const files = (folder = desk.site) => readdirSync(folder, { withFileTypes: true })
    .flatMap(f => f.isDirectory() ? files(join(folder, f.name)) : [relative(desk.site, join(folder, f.name))]).sort();
const text = path => readFileSync(join(desk.site, path), "utf8");
const pages = files().filter(f => f.endsWith(".html"));
const issue = `issues/${desk.week}.html`;
const rules = { "no-trailing-whitespace": "off", "long-title": "off", "prefer-native-element": "error", "require-sri": "off" };
const html = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:document"], rules });
// What mail programs need is what the standard's authors would not have: inline style, tables for layout.
const mail = new HtmlValidate({ extends: ["html-validate:standard"], rules: { ...rules, "no-inline-style": "off", "no-deprecated-attr": "off", "wcag/h63": "off", "attribute-allowed-values": "error" } });
const valid = async (validate, name, markup) => {
    const report = await validate.validateString(markup, name);
    assert.ok(report.valid, `${name}:\n` + report.results.flatMap(r => r.messages.map(m => `  ${m.line}:${m.column} ${m.ruleId}: ${m.message}`)).join("\n"));
};

test("every page is valid HTML", async () => {
    assert.ok(pages.length >= 8);
    for (const page of pages) await valid(html, page, text(page));
});

test("every link of every page leads to a file of the site or out of it, and every fragment to an element", () => {
    let links = 0;
    for (const page of pages)
        for (const [, href] of text(page).matchAll(/<(?:a|link)[^>]*? href="([^"]+)"/g)) {
            const target = new URL(href.replaceAll("&amp;", "&"), `https://site.invalid/${page}`);
            if (target.host !== "site.invalid") { assert.match(target.protocol, /^https?:$/); continue; }
            const path = target.pathname.slice(1);
            assert.ok(existsSync(join(desk.site, path)), `${page} links to ${href}`);
            if (target.hash) assert.match(text(path), new RegExp(` id="${target.hash.slice(1)}"`), `${page} links to ${href}`);
            links++;
        }
    assert.ok(links > 200);
});

test("the sitemap names every page that is not hidden, and nothing else", () => {
    const listed = [...text("sitemap.xml").matchAll(/<loc>https:\/\/watch\.example\/orva\/([^<]*)<\/loc>/g)].map(m => m[1]).sort();
    assert.deepEqual(listed, pages.filter(p => !text(p).includes('content="noindex"')));
});

test("a correction stands at the head, at its sentence, in the log and in the feeds; the old words stay", () => {
    const page = text(issue);
    assert.match(page, /id="corrections"[\s\S]*The first item said more than its source did\.[\s\S]*Ada Editor/);
    assert.ok(page.includes("It had said: “"));
    assert.match(page, /class="corrected" href="#c1"/);
    assert.match(page, /"correction":\[\{"@type":"CorrectionComment"/);
    const log = text("corrections.html");
    assert.ok(log.indexOf("spelt in two ways") < log.indexOf("said more than its source"));
    for (const feed of ["rss.xml", "atom.xml", "feed.json"]) assert.match(text(feed), /said more than its source did/);
    assert.ok(JSON.parse(text("feed.json")).items[0].date_modified > JSON.parse(text("feed.json")).items[0].date_published);
});

test("Atom holds to RFC 4287's schema", () => {
    for (const feed of files().filter(f => f.endsWith("atom.xml"))) {
        const jing = spawnSync("jing", ["-c", join(here, "press", "atom.rnc"), join(desk.site, feed)], { encoding: "utf8" });
        assert.equal(jing.status, 0, jing.stdout);
    }
    writeFileSync(join(desk.folder, "bad.xml"), text("atom.xml").replace(/<updated>.*?<\/updated>/, ""));
    assert.notEqual(spawnSync("jing", ["-c", join(here, "press", "atom.rnc"), join(desk.folder, "bad.xml")]).status, 0);
});

test("a reader's program reads RSS and Atom without a complaint and finds the same in both", () => {
    const paths = files().filter(f => /(rss|atom)\.xml$/.test(f)).map(f => join(desk.site, f));
    const python = spawnSync("/usr/bin/python3", [join(here, "press", "feeds.py"), ...paths], { encoding: "utf8" });
    assert.equal(python.status, 0, python.stderr);
    const read = JSON.parse(python.stdout);
    for (const [path, feed] of Object.entries(read)) assert.equal(feed.bozo, null, path);
    const rss = read[join(desk.site, "rss.xml")], atom = read[join(desk.site, "atom.xml")];
    assert.equal(rss.version, "rss20");
    assert.equal(atom.version, "atom10");
    assert.deepEqual(rss.entries.map(e => [e.id, e.title, e.link]), atom.entries.map(e => [e.id, e.title, e.link]));
    assert.ok(rss.entries[0].text.length > 2000);
});

test("JSON Feed holds to version 1.1", () => {
    for (const path of files().filter(f => f.endsWith("feed.json"))) {
        const feed = JSON.parse(text(path));
        assert.equal(feed.version, "https://jsonfeed.org/version/1.1");
        assert.equal(typeof feed.title, "string");
        for (const key of ["home_page_url", "feed_url"]) assert.ok(URL.canParse(feed[key]), feed[key]);
        const known = new Set(["id", "url", "title", "content_html", "summary", "date_published", "date_modified"]);
        assert.equal(new Set(feed.items.map(i => i.id)).size, feed.items.length);
        for (const item of feed.items) {
            assert.equal(typeof item.id, "string");
            assert.ok(item.content_html.length > 0);
            assert.match(item.date_published, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
            assert.deepEqual(Object.keys(item).filter(k => !known.has(k)), []);
        }
    }
});

test("the mail's HTML is valid, fetches nothing and needs no stylesheet; its text carries the whole issue", async () => {
    const preview = form => done(["newsletter", "preview", desk.watch, ...week, "--format", form, ...at]);
    const markup = preview("html");
    await valid(mail, "mail.html", markup);
    for (const never of ["<script", "<link", "<style", "<img", " src=", "url(", "<form", "<iframe"]) assert.ok(!markup.includes(never), never);
    assert.ok(Buffer.byteLength(markup) < 102_000);
    assert.ok(preview("text").includes("one click") || preview("text").includes("Unsubscribe: https://desk.example/newsletter/demo/leave/"));
});
