// A desk of its own for a test file: the demo's invented week, served on a free port, with one account a role.
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { existsSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const program = join(root, "artifacts", "bin", "Chancery", "release", "chancery.dll");
export const chancery = (...words) => run("dotnet", [program, ...words], { cwd: root, maxBuffer: 1 << 26 });

export const password = "a long enough sentence";
export const week = "/draft/demo/2026-03-06";

const made = new Map();

/**
 * A desk's folder, made once for all test files by the program as it stands (its files' sizes and times name the folder):
 * every test works on a copy.
 */
function model(drafted) {
    if (!made.has(drafted))
        made.set(
            drafted,
            (async () => {
                const models = join(root, "artifacts", "web");
                await mkdir(models, { recursive: true });
                const mine = join(models, `${drafted ? "demo" : "read"}-${await stamp()}`);
                if (existsSync(mine)) return mine;
                const folder = await mkdtemp(join(tmpdir(), "chancery-"));
                if (drafted) await chancery("demo", "--folder", join(folder, "demo"));
                else await chancery("read", join(root, "samples", "week"), "--desk", join(folder, "demo", "desk"));
                // Made beside and then renamed: another test file finds a whole one or none.
                const whole = await mkdtemp(join(models, "new-"));
                await cp(join(folder, "demo", "desk"), whole, { recursive: true });
                await rm(folder, { recursive: true, force: true });
                await rename(whole, mine).catch(() => rm(whole, { recursive: true, force: true }));
                for (const old of await readdir(models))
                    if (old.startsWith(drafted ? "demo-" : "read-") && join(models, old) !== mine) rmSync(join(models, old), { recursive: true, force: true });
                return mine;
            })(),
        );
    return made.get(drafted);
}

/** What the program and the sample week are, in a few signs. */
async function stamp() {
    const hash = createHash("sha256");
    const files = [...(await readdir(dirname(program))).filter(name => /^chancery.*\.dll$/i.test(name)).map(name => join(dirname(program), name))];
    for (const folder of ["samples", "watches"])
        for (const one of await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
            if (one.isFile()) files.push(join(one.parentPath, one.name));
    for (const file of files.sort()) {
        const { size, mtimeMs } = await stat(file);
        hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
    return hash.digest("hex").slice(0, 16);
}

/** The demo's desk served; `drafted: false` leaves out its draft, `read: false` everything. */
export async function open({ drafted = true, read = true } = {}) {
    const folder = await mkdtemp(join(tmpdir(), "chancery-"));
    const desk = join(folder, "desk");
    const site = join(folder, "site");
    if (drafted || read) await cp(await model(drafted), desk, { recursive: true });
    const server = spawn(
        "dotnet",
        [program, "serve", "watches/demo.yaml", "--desk", desk, "--site", site, "--urls", "http://127.0.0.1:0"],
        { cwd: root },
    );
    let said = "";
    const first = await new Promise((found, failed) => {
        server.stderr.on("data", data => (said += data));
        server.stdout.on("data", data => {
            said += data;
            const match = said.match(/http:\S+set-up\?code=\S+/);
            if (match) found(match[0]);
        });
        server.on("exit", () => failed(new Error(`The desk did not open: ${said}`)));
    });
    return {
        folder,
        site,
        desk,
        setUp: first,
        url: new URL(first).origin,
        log: () => said,
        async close() {
            const ended = new Promise(done => server.on("exit", done));
            server.kill();
            await ended;
            await rm(folder, { recursive: true, force: true });
        },
    };
}

/** Makes the first account, a publisher; the page is signed in afterwards. */
export async function first(page, desk, person = "Pia Marlow") {
    await page.goto(desk.setUp);
    await page.fill("[name=person]", person);
    await page.fill("[name=name]", person.split(" ")[0].toLowerCase());
    await page.fill("[name=password]", password);
    await page.fill("[name=again]", password);
    await page.press("[name=again]", "Enter");
    await page.waitForURL(url => !url.pathname.startsWith("/set-up"));
}

export async function signIn(page, desk, name) {
    await page.goto(`${desk.url}/sign-in`);
    await page.fill("[name=name]", name);
    await page.fill("[name=password]", password);
    await page.press("[name=password]", "Enter");
    await page.waitForURL(url => url.pathname !== "/sign-in");
}
