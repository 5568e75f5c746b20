// A reader's way: asks on the desk's page, confirms, gets an issue, leaves; as a browser and as a mail program do it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { demo, done, start } from "./chancery.mjs";

const SMTP = 42526, WEB = 42580;
const base = `http://127.0.0.1:${WEB}/`;
const sleep = ms => new Promise(go => setTimeout(go, ms));
const until = async (what, holds) => {
    for (let i = 0; i < 300; i++) { if (await holds()) return; await sleep(100); }
    assert.fail(`waited in vain for ${what}`);
};

let desk, log, server, program, said = "";
before(async () => {
    desk = demo(`press:
  site: https://watch.example/orva/
  desk: ${base}
  mail: { from: news@watch.example, server: "smtp+plain://127.0.0.1:${SMTP}", postal: "1 Canal Street, Corrast" }
`);
    log = join(desk.folder, "server.log");
    server = spawn("node", [join(import.meta.dirname, "smtp.mjs"), String(SMTP), log, "1", "good"], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise(go => server.stdout.once("data", go));
    program = start(["serve", desk.watch, "--desk", desk.desk, "--urls", base.slice(0, -1)]);
    for (const out of [program.stdout, program.stderr]) out.on("data", d => (said += d));
    await until("the desk", () => fetch(base + "newsletter/demo/").then(r => r.ok, () => false));
});
after(() => { program?.kill(); server?.kill(); rmSync(desk.folder, { recursive: true, force: true }); });

const mails = () => { const all = []; for (let i = 1; existsSync(`${log}.${i}.eml`); i++) all.push(readFileSync(`${log}.${i}.eml`, "latin1")); return all; };
const plain = mail => mail.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, h) => String.fromCharCode(parseInt(h, 16)));
const header = (mail, name) => mail.split("\r\n\r\n")[0].replace(/\r\n /g, " ").split("\r\n").find(l => l.startsWith(`${name}:`))?.slice(name.length + 2);
const ask = address => fetch(base + "newsletter/demo/", { method: "POST", body: new URLSearchParams({ address, website: "" }) });
const post = (url, body = "") => fetch(url, { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded" } });
const counts = () => done(["newsletter", "subscribers", desk.watch, "--desk", desk.desk]).trim();
const send = () => done(["newsletter", "send", desk.watch, "--week", desk.week, "--desk", desk.desk]);
let confirm, mail;

test("asking mails one question, however often, and tells nobody whether the address is known", async () => {
    const first = await (await ask("ann@mail.example")).text();
    await until("the question", () => mails().length === 1);
    assert.equal(await (await ask("ANN@mail.example")).text(), first);
    assert.equal(await (await ask("bot@mail.example")).status, 200);
    await until("the second question", () => mails().length === 2);
    await sleep(300);
    assert.equal(mails().length, 2);
    confirm = plain(mails()[0]).match(/http:\S+\/confirm\/[\w-]+/)[0];
    assert.equal((await ask("not an address\r\nRCPT TO:<x@y.example>")).status, 422);
});

test("opening the link confirms nothing, its button does, once", async () => {
    assert.equal((await fetch(confirm)).status, 200);
    assert.equal(counts(), "2 asked");
    assert.equal((await post(confirm)).status, 200);
    assert.equal((await post(confirm)).status, 404);
    assert.equal(counts(), "1 asked, 1 confirmed");
});

test("the issue goes to the confirmed reader alone, once, with the headers of RFC 8058", async () => {
    assert.match(send(), /1 sent/);
    assert.match(send(), /1 sent/);
    assert.equal(mails().length, 3);
    mail = mails()[2];
    assert.match(header(mail, "To"), /ann@mail\.example/i);
    assert.equal(header(mail, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    assert.match(header(mail, "List-Id"), /<demo\.watch\.example>$/);
    assert.match(plain(mail), /1 Canal Street, Corrast/);
    assert.ok(mail.split("\r\n").every(line => line.length <= 998 && !line.includes("\n") && !line.startsWith(".")));
});

test("one POST to the header's address ends it, and so does one click on the link in the text; both can be undone", async () => {
    const header8058 = header(mail, "List-Unsubscribe").slice(1, -1), link = plain(mail).match(/http:\S+\/leave\/[\w-]+/)[0];
    const again = header8058.replace("/unsubscribe/", "/return/");
    for (const harmless of [() => fetch(header8058), () => fetch(link, { method: "HEAD" })]) {
        assert.equal((await harmless()).status, 200);
        assert.equal(counts(), "1 asked, 1 confirmed");
    }
    assert.equal((await post(header8058, "List-Unsubscribe=One-Click")).status, 200);
    assert.equal(counts(), "1 asked, 1 left");
    assert.equal((await post(again)).status, 200);
    assert.equal(counts(), "1 asked, 1 confirmed");
    assert.match(await (await fetch(link)).text(), /Subscribe again/);
    assert.equal((await fetch(link)).status, 200);
    assert.equal(counts(), "1 asked, 1 left");
    assert.equal((await fetch(link + "x")).status, 404);
});

test("a report of failure with the copy's own id is entered once; one that is made up is not", () => {
    const report = id => ["Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "Content-Type: message/delivery-status", "",
        "Reporting-MTA: dns; mx.example", "", "Final-Recipient: rfc822; ann@mail.example", "Action: failed", "Status: 5.1.1", "--b",
        "Content-Type: text/rfc822-headers", "", `Message-ID: ${id}`, "--b--", ""].join("\r\n");
    const id = header(mail, "Message-ID"), file = join(desk.folder, "bounces.mbox");
    const bounces = () => done(["newsletter", "bounces", desk.watch, file, "--desk", desk.desk]);
    writeFileSync(file, "From x\n" + report(id.replace(/\.[0-9a-f]{20}@/, ".00000000000000000000@")));
    assert.equal(bounces(), "");
    writeFileSync(file, "From x\n" + report(id) + "\nFrom y\n" + report(id));
    assert.match(bounces(), /bounced\tann@mail\.example/i);
});

test("the readers' pages and the mail are valid HTML, and no address stands in what the desk prints", async () => {
    const validate = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "no-trailing-whitespace": "off", "long-title": "off" } });
    for (const [path, init] of [["", {}], ["", { method: "POST", body: new URLSearchParams({ address: "x" }) }], ["confirm/none", {}]]) {
        const report = await validate.validateString(await (await fetch(`${base}newsletter/demo/${path}`, init)).text());
        assert.ok(report.valid, JSON.stringify(report.results[0]?.messages.map(m => `${m.line}: ${m.ruleId} ${m.message}`), null, 1));
    }
    assert.ok(!/@mail\.example/.test(said), said);
});
