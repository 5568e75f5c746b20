// What axe finds wrong with a page, in both lights; and pictures of it for a person to look at.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createRequire } from "node:module";
import { root } from "./desk.mjs";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const pictures = join(root, "artifacts", "screens");
await mkdir(pictures, { recursive: true });

/** Goes to an address and expects a page without violations, light and dark; pictures at 1440 and 390 pixels under the name. */
export async function sound(page, address, name) {
    for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        const answer = await page.goto(address);
        assert.equal(answer.status(), 200, address);
        // Evaluated, not added as an element: the page's own policy stays in force.
        await page.evaluate(source);
        const { violations } = await page.evaluate(values => axe.run({ runOnly: { type: "tag", values } }), rules);
        assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(" ")).join(", ")}`),
            [],
            `${name}, ${colorScheme}`,
        );
        for (const width of [1440, 390]) {
            await page.setViewportSize({ width, height: width === 390 ? 844 : 1000 });
            await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`), fullPage: true });
            const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(over <= 0, `${name} is ${over} pixels wider than ${width}`);
        }
    }
    await page.emulateMedia({ colorScheme: "light" });
}
