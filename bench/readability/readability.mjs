// Reads every page of the folders named, once for each line on stdin, and answers with the pages that gave an article and
// the milliseconds of CPU that it took.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";

const silent = new VirtualConsole();
const pages = process.argv.slice(2).flatMap((folder) =>
  readdirSync(join(folder, "html")).sort().map((name) => {
    const bytes = readFileSync(join(folder, "html", name));
    return name.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  }),
);

for await (const _ of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage();
  let articles = 0;
  for (const page of pages) {
    const dom = new JSDOM(page, { url: "https://example.org/", virtualConsole: silent });
    articles += new Readability(dom.window.document).parse() ? 1 : 0;
    dom.window.close();
  }
  const { user, system } = process.cpuUsage(before);
  console.log(`${articles} ${Math.round((user + system) / 1000)}`);
}
