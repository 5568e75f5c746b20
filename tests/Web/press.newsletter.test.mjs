// The newsletter against a server that greylists, refuses, drops connections and is killed; the sender is killed too.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { demo, done, start } from "./chancery.mjs";

const READERS = 5000, KILLS = 50, CONNECTIONS = 4, SEED = 20310307, PORT = 42525;
const here = import.meta.dirname;

/** mulberry32: the same kills in every run. */
const seeded = seed => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const sleep = ms => new Promise(go => setTimeout(go, ms));
const ended = child => child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve() : new Promise(go => child.once("exit", go));

const desk = demo(`press:
  site: https://watch.example/orva/
  desk: https://desk.example/
  mail: { from: news@watch.example, bounces: bounces@watch.example, server: "smtp+plain://127.0.0.1:${PORT}", connections: ${CONNECTIONS} }
`);
const log = join(desk.folder, "server.log");
let server = null;
after(() => { server?.kill("SIGKILL"); rmSync(desk.folder, { recursive: true, force: true }); });

const serve = async () => {
    server = spawn("node", [join(here, "smtp.mjs"), String(PORT), log, String(SEED)], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise(go => server.stdout.once("data", go));
};
const mail = () => start(["newsletter", "send", desk.watch, "--week", desk.week, "--desk", desk.desk, "--retry", "0.05", "--wait", "2"]);
const lines = what => readFileSync(log, "utf8").split("\n").filter(l => l.startsWith(`${what} `)).map(l => l.slice(what.length + 1));
const listed = (...args) => done(["newsletter", ...args, desk.watch, "--desk", desk.desk]).split("\n").filter(Boolean).map(l => l.split("\t")[2]);

test("5,000 readers, 50 kills of sender and server: nobody twice, everybody accounted for", { timeout: 300_000 }, async t => {
    const readers = Array.from({ length: READERS }, (_, i) => `reader${i}@mail${i % 7}.example`);
    writeFileSync(join(desk.folder, "readers.csv"), "address,name\n" + readers.map((r, i) => `${r},Reader ${i}`).join("\n"));
    writeFileSync(log, "");
    done(["newsletter", "subscribers", desk.watch, "--desk", desk.desk, "--import", join(desk.folder, "readers.csv")]);
    const random = seeded(SEED);
    await serve();
    let sender = mail(), size = 0, senders = 0, servers = 0;
    for (let kill = 0; kill < KILLS; kill++) {
        // The moment is counted in what the server has done since the last one, so that it falls into the service.
        const moment = size + 200 + Math.floor(random() * 3000);
        const deadline = Date.now() + 20_000;
        while ((size = statSync(log).size) < moment && Date.now() < deadline && sender.exitCode === null) await sleep(2);
        await sleep(random() * 10);
        const whom = Math.floor(random() * 3);
        if (whom !== 1) { sender.kill("SIGKILL"); senders++; await ended(sender); }
        if (whom !== 0) { server.kill("SIGKILL"); servers++; await ended(server); await serve(); }
        if (sender.exitCode !== null || sender.signalCode !== null) sender = mail();
    }
    await ended(sender);
    const last = mail();
    let printed = "", said = "";
    last.stdout.on("data", d => (printed += d));
    last.stderr.on("data", d => (said += d));
    await ended(last);
    assert.equal(last.exitCode, 0, said);

    const taken = lines("taken"), got = new Set(taken);
    assert.equal(taken.length, got.size, "somebody got the issue twice");
    const refused = new Set(listed("bounces")), doubtful = new Set(listed("doubt"));
    const forgotten = readers.filter(r => !got.has(r) && !refused.has(r) && !doubtful.has(r));
    assert.deepEqual(forgotten, [], "somebody was forgotten");
    assert.ok([...refused].every(r => !got.has(r)), "somebody who got it is in the bounce list");
    const drops = lines("dropped-taken").length + lines("dropped-untaken").length;
    assert.ok(doubtful.size <= CONNECTIONS * KILLS + drops, `${doubtful.size} in doubt`);
    t.diagnostic(`${senders} kills of the sender, ${servers} of the server, ${drops} connections dropped at a message's end; ` +
        `${got.size} got it once, ${refused.size} refused, ${doubtful.size} in doubt (${[...doubtful].filter(r => got.has(r)).length} of them have it)`);
    t.diagnostic(printed.trim());
    const everything = printed + said;
    assert.ok(!/reader\d+@/.test(everything), "an address stands in what the sender prints");
});
