import assert from "node:assert/strict";
import { test } from "node:test";
import { launch } from "./browser.mjs";

test("the browser that the other tests need starts and renders", async () => {
    const browser = await launch();
    try {
        const page = await browser.newPage();
        await page.setContent("<!doctype html><title>Here</title><p>A page");
        assert.equal(await page.title(), "Here");
    } finally {
        await browser.close();
    }
});
