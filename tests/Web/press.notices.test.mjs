// Publication at its time: released by the clock, told to webhooks with a signature and to the hub, tried again, never twice.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { demo, done, root } from "./chancery.mjs";

const SECRET = "a key of thirty-two letters or so", PORT = 42591;
const told = [];
let ill = 1, desk, server;
const run = async (...args) => (await promisify(execFile)("dotnet", [join(root, "artifacts/bin/Chancery/release/chancery.dll"), ...args],
    { env: { ...process.env, CHANCERY_WEBHOOK_SECRET: SECRET } })).stdout;

before(async () => {
    server = createServer((request, response) => {
        let body = "";
        request.on("data", d => (body += d));
        request.on("end", () => {
            const well = request.url !== "/hook" || ill-- <= 0;
            if (well) told.push({ url: request.url, headers: request.headers, body });
            response.writeHead(well ? 204 : 503).end();
        });
    }).listen(PORT, "127.0.0.1");
    desk = demo(`press:
  site: https://watch.example/orva/
  hub: http://127.0.0.1:${PORT}/hub
  webhooks: [http://127.0.0.1:${PORT}/hook]
`);
});
after(() => { server.close(); rmSync(desk.folder, { recursive: true, force: true }); });

test("a webhook is signed over its id, its time and its body, tried again where it failed, and told once", async () => {
    // The demo was published while no key was set: nothing was told unsigned.
    assert.equal(told.filter(n => n.url === "/hook").length, 0);
    for (let i = 0; i < 40 && told.filter(n => n.url === "/hook").length === 0; i++) {
        await run("due", desk.watch, "--desk", desk.desk);
        await new Promise(go => setTimeout(go, 2000));
    }
    await run("due", desk.watch, "--desk", desk.desk);
    const hooks = told.filter(n => n.url === "/hook");
    assert.equal(hooks.length, 1);
    const { headers, body } = hooks[0];
    const signature = createHmac("sha256", SECRET).update(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`).digest("base64");
    assert.equal(headers["webhook-signature"], `v1,${signature}`);
    const notice = JSON.parse(body);
    assert.equal(notice.type, "issue.published");
    assert.equal(notice.data.url, `https://watch.example/orva/issues/${desk.week}.html`);
});

test("the hub is told of every feed", () => {
    const topics = told.filter(n => n.url === "/hub").map(n => new URLSearchParams(n.body));
    assert.ok(topics.every(t => t.get("hub.mode") === "publish"));
    assert.deepEqual([...new Set(topics.map(t => t.get("hub.url")))].sort(),
        ["atom.xml", "feed.json", "rss.xml"].map(f => `https://watch.example/orva/${f}`));
});

test("a correction and a withdrawal are told too, and a withdrawn issue's address stays and says why", async () => {
    const signed = ["--week", desk.week, "--by", "Ada Editor", "--site", desk.site, "--desk", desk.desk];
    await run("correct", desk.watch, "--note", "One name was spelt in two ways.", ...signed);
    await run("withdraw", desk.watch, "--why", "Its main source was forged.", ...signed);
    assert.deepEqual(told.filter(n => n.url === "/hook").map(n => JSON.parse(n.body).type).sort(),
        ["issue.corrected", "issue.published", "issue.withdrawn"]);
    const page = readFileSync(join(desk.site, "issues", `${desk.week}.html`), "utf8");
    assert.match(page, /Its main source was forged\./);
    assert.doesNotMatch(page, /class="lead"/);
});

test("an issue approved for later is nowhere until its time, then released by the clock", { timeout: 120_000 }, async () => {
    const late = demo("press: { site: https://watch.example/orva/ }\n");
    try {
        const site = join(late.folder, "timed"), soon = new Date(Date.now() + 25_000).toISOString();
        // The demo's issue was approved by the helper; another desk's is needed: draft it anew.
        const fresh = join(late.folder, "fresh");
        done(["read", join(root, "samples", "week"), "--desk", fresh]);
        done(["draft", late.watch, "--week", late.week, "--desk", fresh]);
        done(["publish", late.watch, "--week", late.week, "--by", "Ada Editor", "--at", soon, "--site", site, "--desk", fresh]);
        if (Date.now() < Date.parse(soon)) assert.ok(!existsSync(join(site, "issues", `${late.week}.html`)));
        while (Date.now() <= Date.parse(soon)) await new Promise(go => setTimeout(go, 500));
        done(["due", late.watch, "--desk", fresh]);
        assert.ok(existsSync(join(site, "issues", `${late.week}.html`)));
    } finally {
        rmSync(late.folder, { recursive: true, force: true });
    }
});
