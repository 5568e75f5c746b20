// The program as the build left it, and a desk with one published issue: the demo's, every word of it invented.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const program = join(root, "artifacts", "bin", "Chancery", "release", "chancery.dll");

export const run = (args, options = {}) =>
    spawnSync("dotnet", [program, ...args], { encoding: "utf8", maxBuffer: 1 << 28, ...options });

/** Runs and expects exit code 0; what it printed. */
export const done = (args, options = {}) => {
    const result = run(args, options);
    assert.equal(result.status, 0, `chancery ${args.join(" ")}: ${result.stderr}`);
    return result.stdout;
};

export const start = (args, options = {}) =>
    spawn("dotnet", [program, ...args], { stdio: ["ignore", "pipe", "pipe"], ...options });

/** The demo's desk, its issue published, and its site in a folder of their own, and a watch file of its name with a press section. */
export const demo = (press, env = process.env) => {
    const folder = mkdtempSync(join(tmpdir(), "chancery-web-"));
    done(["demo", "--folder", join(folder, "demo")]);
    const watch = join(folder, "demo.yaml");
    writeFileSync(watch, readFileSync(join(root, "watches", "demo.yaml"), "utf8") + "\n" + press);
    const [desk, site] = [join(folder, "demo", "desk"), join(folder, "demo", "site")];
    rmSync(site, { recursive: true });
    done(["publish", watch, "--week", "2026-03-06", "--by", "Ada Editor", "--desk", desk, "--site", site], { env });
    return { folder, watch, week: "2026-03-06", desk, site };
};
