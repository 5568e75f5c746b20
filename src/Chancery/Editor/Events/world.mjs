// Makes world.svg from Natural Earth's outlines (1:110m, public domain), as the npm package world-atlas 2 holds them:
//   npm i world-atlas@2 topojson-client@3 && node world.mjs countries.json > world.svg
// countries.json is a list of { ccn3, cca3 }: the numeric and the three-letter code of ISO 3166-1. Projection: Equal Earth
// (Šavrič, Patterson, Jenny 2018). One path a country, its id the three-letter code; Antarctica is left out.
import { createRequire } from "node:module";
import fs from "node:fs";

const require = createRequire(`${process.cwd()}/`);
const { feature } = require("topojson-client");
const world = require("world-atlas/countries-110m.json");
const codes = new Map(JSON.parse(fs.readFileSync(process.argv[2])).map(country => [country.ccn3, country.cca3]));

const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
function project([longitude, latitude]) {
    const [l, p] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
    const t = Math.asin((Math.sqrt(3) / 2) * Math.sin(p));
    const [t2, t6] = [t * t, t ** 6];
    const x = (2 * Math.sqrt(3) * l * Math.cos(t)) / (3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1));
    const y = t * (a4 * t6 * t2 + a3 * t6 + a2 * t2 + a1);
    return [480 + x * 176, 232 - y * 176];
}

const ring = points => {
    let path = "", before, turns = 0, last;
    for (const [longitude, latitude] of points.slice(0, -1)) {
        // What crosses the 180th meridian goes on beyond the map's edge instead of all the way back.
        if (last !== undefined && Math.abs(longitude - last) > 180) turns += longitude < last ? 360 : -360;
        last = longitude;
        const now = project([longitude + turns, latitude]).map(value => Math.round(value * 10) / 10);
        if (before && now[0] === before[0] && now[1] === before[1]) continue;
        path += before ? `l${short(now[0] - before[0])}${signed(now[1] - before[1])}` : `M${short(now[0])} ${short(now[1])}`;
        before = now;
    }
    return `${path}z`;
};
const short = value => String(Math.round(value * 10) / 10).replace(/^(-?)0\./, "$1.");
const signed = value => (value < 0 ? short(value) : ` ${short(value)}`);

const paths = feature(world, world.objects.countries)
    .features.filter(country => country.id !== "010")
    .map(country => {
        const rings = country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
        const id = codes.get(country.id);
        return `<path${id ? ` id="${id}"` : ""} d="${rings.flat().map(ring).join("")}"/>`;
    });
process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 440"><g id="world">\n${paths.join("\n")}\n</g></svg>\n`);
