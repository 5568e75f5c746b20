// The mail server at the other end of TLS: from the first byte, or after STARTTLS; signed in with PLAIN or LOGIN.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createServer as createTls, TLSSocket } from "node:tls";
import { promisify } from "node:util";
import { demo, root } from "./chancery.mjs";

const PASSWORD = "pass \u00fc word";
let desk, key, cert;
before(() => {
    desk = demo("");
    [key, cert] = ["key.pem", "cert.pem"].map(name => join(desk.folder, name));
    execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-keyout", key, "-out", cert,
        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"], { stdio: "ignore" });
});
after(() => rmSync(desk.folder, { recursive: true, force: true }));

/** Speaks on one socket; what was said before TLS and after it. */
const talk = (socket, heard, auth, upgrade) => {
    let text = "", inside = false, login = 0;
    const reply = line => socket.write(line + "\r\n");
    socket.on("error", () => {});
    const hear = chunk => {
        text += chunk.toString("latin1");
        for (let eol; (eol = text.indexOf("\r\n")) >= 0;) {
            const line = text.slice(0, eol);
            text = text.slice(eol + 2);
            if (inside) { if (line === ".") { inside = false; reply("250 2.0.0 taken"); } continue; }
            heard.push(line);
            if (login > 0) { reply(login++ === 1 ? "334 UGFzc3dvcmQ6" : "235 in"); if (login > 2) login = 0; continue; }
            const verb = line.split(" ")[0];
            if (verb === "EHLO") reply(upgrade ? "250-desk\r\n250 STARTTLS" : `250-desk\r\n250 AUTH ${auth}`);
            else if (verb === "STARTTLS") { reply("220 go"); socket.off("data", hear); upgrade(socket); return; }
            else if (line.startsWith("AUTH PLAIN")) reply("235 in");
            else if (line === "AUTH LOGIN") { login = 1; reply("334 VXNlcm5hbWU6"); }
            else if (verb === "DATA") { inside = true; reply("354 go"); }
            else reply("250 ok");
        }
    };
    socket.on("data", hear);
};
const context = () => ({ key: readFileSync(key), cert: readFileSync(cert) });
const preview = async (server, port, trusted) => {
    const folder = join(desk.folder, `${server}${port}`);
    mkdirSync(folder);
    const watch = join(folder, "demo.yaml");
    writeFileSync(watch, readFileSync(join(root, "watches", "demo.yaml"), "utf8") + `\npress:\n  mail: { from: news@watch.example, server: "${server}://me@localhost:${port}" }\n`);
    return promisify(execFile)("dotnet", [join(root, "artifacts/bin/Chancery/release/chancery.dll"), "newsletter", "preview", watch, "--week", desk.week,
        "--desk", desk.desk, "--to", "me@mail.example"], { env: { ...process.env, CHANCERY_SMTP_PASSWORD: PASSWORD, ...(trusted ? { SSL_CERT_FILE: cert } : {}) } });
};
const listening = server => new Promise(go => server.listen(0, "localhost", () => go(server.address().port)));

test("TLS from the first byte, AUTH PLAIN", async () => {
    const heard = [];
    const server = createTls(context(), socket => { socket.write("220 hi\r\n"); talk(socket, heard, "PLAIN LOGIN", null); });
    try {
        assert.match((await preview("smtps", await listening(server), true)).stdout, /Sent/);
        assert.ok(heard.includes("AUTH PLAIN " + Buffer.from(`\0me\0${PASSWORD}`).toString("base64")));
        assert.ok(heard.includes("RCPT TO:<me@mail.example>"));
    } finally { server.close(); }
});

test("STARTTLS, then AUTH LOGIN; nothing but the greeting in the clear", async () => {
    const clear = [], sealed = [];
    const server = createServer(socket => {
        socket.write("220 hi\r\n");
        talk(socket, clear, "", plain => talk(new TLSSocket(plain, { isServer: true, ...context() }), sealed, "LOGIN", null));
    });
    try {
        assert.match((await preview("smtp", await listening(server), true)).stdout, /Sent/);
        assert.deepEqual(clear, ["EHLO watch.example", "STARTTLS"]);
        assert.deepEqual(sealed.slice(1, 4), ["AUTH LOGIN", Buffer.from("me").toString("base64"), Buffer.from(PASSWORD).toString("base64")]);
    } finally { server.close(); }
});

test("a certificate that nobody vouches for gets no password", async () => {
    const heard = [];
    const server = createTls(context(), socket => { socket.write("220 hi\r\n"); talk(socket, heard, "PLAIN", null); });
    server.on("tlsClientError", () => {});
    try {
        await assert.rejects(preview("smtps", await listening(server), false), /certificate/);
        assert.deepEqual(heard, []);
    } finally { server.close(); }
});
