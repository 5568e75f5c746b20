// The description of the interface for programs, held against the schema of OpenAPI 3.1 by somebody else's validator.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { open } from "./desk.mjs";

test("the description is valid OpenAPI 3.1, and every reference in it leads somewhere", async () => {
    const desk = await open({ drafted: false, read: false });
    try {
        const answer = await fetch(`${desk.url}/api/openapi.json`);
        const document = await answer.json();
        const validator = new Validator();
        const { valid, errors } = await validator.validate(structuredClone(document));
        assert.ok(valid, JSON.stringify(errors, null, 2));
        assert.equal(validator.version, "3.1");
        const at = pointer => pointer.slice(2).split("/").reduce((part, key) => part?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
        const lost = [...JSON.stringify(document).matchAll(/"\$ref":"(#[^"]+)"/g)].map(found => found[1]).filter(pointer => !at(pointer));
        assert.deepEqual(lost, []);
    } finally {
        await desk.close();
    }
});
