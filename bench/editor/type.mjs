// How long the desk takes to check a line while it is being typed, over every line of a draft:
//   node bench/editor/type.mjs http://127.0.0.1:5600 <the session cookie> ukraine/2025-05-16 [keystrokes a line, 5]
// Prints the median and the 95th percentile in milliseconds, for the check alone and for the page after a kept edit.
import http from "node:http";

const [base, cookie, place, strokes = "5"] = process.argv.slice(2);
if (!place) {
    console.error("type.mjs <base address> <cookie header> <watch/week> [keystrokes a line]");
    process.exit(2);
}
let cookies = cookie;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const ask = (method, path, body) =>
    new Promise((done, failed) => {
        const began = process.hrtime.bigint();
        const headers = { cookie: cookies, ...(body ? { "content-type": "application/x-www-form-urlencoded", origin: base } : {}) };
        const request = http.request(base + path, { agent, method, headers }, answer => {
            const parts = [];
            answer.on("data", part => parts.push(part));
            answer.on("end", () => {
                const given = (answer.headers["set-cookie"] ?? []).map(one => one.split(";")[0]);
                const kept = cookies.split("; ").filter(one => !given.some(fresh => fresh.split("=")[0] === one.split("=")[0]));
                cookies = [...kept, ...given].join("; ");
                done({ status: answer.statusCode, ms: Number(process.hrtime.bigint() - began) / 1e6, text: Buffer.concat(parts).toString() });
            });
        });
        request.on("error", failed);
        request.end(body);
    });

const draft = `/draft/${place}`;
const page = (await ask("GET", draft)).text;
const ids = [...new Set([...page.matchAll(/id="line-([^"]+)"/g)].map(match => match[1]))];
const times = [];
for (const id of ids) {
    const { text } = await ask("GET", `${draft}?line=${id}`);
    const token = text.match(/name="__RequestVerificationToken"[^>]*value="([^"]+)"/)?.[1];
    const words = text.match(/<textarea[^>]*name="text"[^>]*>([^<]*)</)?.[1] ?? "Nothing.";
    for (let stroke = 0; stroke < Number(strokes); stroke++) {
        const body = new URLSearchParams({ __RequestVerificationToken: token, id, text: `${words} And ${"more".slice(0, stroke % 5)}` });
        const answer = await ask("POST", `${draft}/check`, body.toString());
        if (answer.status !== 200) throw new Error(`${answer.status} for ${id}`);
        times.push(answer.ms);
    }
}
times.sort((a, b) => a - b);
const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0);
console.log(`${ids.length} lines, ${times.length} keystrokes: median ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`);
agent.destroy();
