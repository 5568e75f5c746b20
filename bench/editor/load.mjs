// How long the desk takes to answer, screen by screen, from a signed-in browser's point of view on loopback:
//   dotnet run -c Release --project bench/Chancery.Bench -- --news 100000 news.jsonl
//   chancery read news.jsonl --desk big && chancery serve watches/demo.yaml --desk big --urls http://127.0.0.1:5600
//   node bench/editor/load.mjs http://127.0.0.1:5600 <the session cookie> [requests, 100] [at a time, 4] [the server's process id]
// Prints for each address the median, the 95th percentile and the largest answer, in milliseconds and kilobytes as sent; with the
// process id, on Linux, also the processor time that an answer takes, which does not depend on what else the machine is doing.
import { readFileSync } from "node:fs";
import http from "node:http";

const [base, cookie, requests = "100", atATime = "4", pid] = process.argv.slice(2);
// Fields 14 and 15 of proc(5)'s stat, in hundredths of a second.
const processor = () => {
    const fields = pid ? readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ") : [];
    return pid ? (Number(fields[11]) + Number(fields[12])) * 10 : 0;
};
if (!cookie) {
    console.error("load.mjs <base address> <cookie header> [requests] [at a time]");
    process.exit(2);
}
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(atATime) });
const get = path =>
    new Promise((done, failed) => {
        const began = process.hrtime.bigint();
        http.get(base + path, { agent, headers: { cookie, "accept-encoding": "br, gzip" } }, answer => {
            let bytes = 0;
            const parts = [];
            answer.on("data", part => {
                bytes += part.length;
                parts.push(part);
            });
            answer.on("end", () =>
                done({ status: answer.statusCode, bytes, ms: Number(process.hrtime.bigint() - began) / 1e6, text: Buffer.concat(parts), where: answer.headers.location }),
            );
        }).on("error", failed);
    });

const article = (await get("/search?q=ceasefire")).text.toString().match(/\/article\/[0-9a-f]+/)?.[0];
const place = "demo/2026-03-06";
const words = ["ceasefire", "prisoners", "c", "ce", "ceas", "priso", "river tolls", "\"third round\"", "Valtchek", "sanctions Selmouth"];
const screens = [
    [`/inbox/${place}`],
    [article ?? "/inbox"],
    [`/draft/${place}`],
    ["/issues"],
    [`/people/${place}`],
    ["/people/Milena%20Drosk", "/people/Oren%20Valtchek", "/people/Oren%20Valtchek?about=ceasefire"],
    ["/tracks/demo"],
    [`/disputes/${place}`],
    [`/calendar/${place}`],
    [`/events/${place}`, `/events/${place}?party=Kestovia`],
    ["/sources"],
    words.map(word => `/search?q=${encodeURIComponent(word)}`),
    words.map(word => `/search?order=newest&q=${encodeURIComponent(word)}`),
    words.map(word => `/search?in=statements&q=${encodeURIComponent(word)}`),
].map(paths => [paths].flat());

console.log("screen".padEnd(58), "median", "   p95", "   max", "   kB", pid ? "  cpu" : "");
for (const paths of screens) {
    const first = await get(paths[0]);
    if (first.status !== 200) {
        console.log(paths[0].padEnd(58), first.status, first.where ?? "");
        continue;
    }
    const times = [];
    const began = processor();
    let bytes = 0;
    let left = Number(requests);
    await Promise.all(
        Array.from({ length: Number(atATime) }, async () => {
            while (left-- > 0) {
                const answer = await get(paths[left % paths.length]);
                times.push(answer.ms);
                bytes = Math.max(bytes, answer.bytes);
            }
        }),
    );
    times.sort((a, b) => a - b);
    const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0).padStart(6);
    console.log(paths[0].padEnd(58), at(0.5), at(0.95), at(1), (bytes / 1024).toFixed(0).padStart(5), pid ? ((processor() - began) / times.length).toFixed(0).padStart(5) : "");
}
agent.destroy();
