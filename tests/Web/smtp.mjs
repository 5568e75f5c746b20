// A mail server as a process of its own, so that it can be killed: "bad" greylists, refuses and drops, "good" keeps every
// message as a file, "fast" takes everything and keeps nothing. Every message that it takes is on
// the disk before its 250 goes out: the log is what readers have got, whatever the sender believes.
import { appendFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";

const [port, log, seed = "1", manners = "bad"] = process.argv.slice(2);
const greeted = new Set();
let count = 0;
const bad = manners === "bad", fast = manners === "fast";

/** FNV-1a: the same address fares the same in every life of this server. */
const hash = text => {
    let h = 0x811c9dc5 ^ Number(seed);
    for (const c of text) h = Math.imul(h ^ c.charCodeAt(0), 0x01000193) >>> 0;
    return h;
};
const say = (what, who) => fast || appendFileSync(log, `${what} ${who}\n`);

createServer(socket => {
    let text = "", reader = null, message = null;
    socket.setNoDelay(true);
    socket.on("error", () => {});
    const reply = line => socket.write(`${line}\r\n`);
    const drop = () => { socket.destroy(); text = ""; };
    reply("220 sink.example ESMTP");
    socket.on("data", chunk => {
        text += chunk.toString("latin1");
        while (text.length > 0) {
            if (message !== null) {
                const end = text.startsWith(".\r\n") && message.endsWith("\r\n") ? 0 : text.indexOf("\r\n.\r\n");
                if (end < 0) {
                    const keep = Math.max(0, text.length - 4);
                    message += text.slice(0, keep);
                    text = text.slice(keep);
                    return;
                }
                message += text.slice(0, end === 0 ? 0 : end + 2);
                text = text.slice(end === 0 ? 3 : end + 5);
                const fate = bad ? Math.random() : 1;
                if (fate < 0.002) { say("dropped-untaken", reader); return drop(); }
                say("taken", reader);
                if (!bad && !fast) writeFileSync(`${log}.${++count}.eml`, message, "latin1");
                if (fate < 0.004) { say("dropped-taken", reader); return drop(); }
                message = null;
                reply("250 2.0.0 taken");
                continue;
            }
            const eol = text.indexOf("\r\n");
            if (eol < 0) return;
            const line = text.slice(0, eol);
            text = text.slice(eol + 2);
            const verb = line.split(" ")[0].toUpperCase();
            if (bad && Math.random() < 0.001) return drop();
            if (verb === "EHLO") reply("250-sink.example\r\n250 8BITMIME");
            else if (verb === "MAIL" || verb === "RSET" || verb === "NOOP") reply("250 2.0.0 ok");
            else if (verb === "RCPT") {
                reader = line.slice(line.indexOf("<") + 1, line.lastIndexOf(">"));
                const h = hash(reader);
                if (bad && h % 41 === 0) { say("refused", reader); reply(`550 5.1.1 <${reader}> is not here`); }
                else if (bad && h % 5 === 0 && !greeted.has(reader)) { greeted.add(reader); reply("451 4.7.1 come back later"); }
                else reply("250 2.1.5 ok");
            }
            else if (verb === "DATA") { message = ""; reply("354 go on"); }
            else if (verb === "QUIT") { reply("221 2.0.0 bye"); socket.end(); }
            else reply("500 5.5.1 what?");
        }
    });
}).listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
