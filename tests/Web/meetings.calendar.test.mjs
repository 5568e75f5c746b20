// The diplomatic calendar as a calendar program reads it.
import assert from "node:assert/strict";
import { test } from "node:test";
import ICAL from "ical.js";
import { demo, done } from "./chancery.mjs";

const desk = demo("").desk;
const file = () => done(["meetings", "--desk", desk, "--format", "ics"]);

test("The calendar of meetings is read whole by ical.js, every entry with an id of its own, a day and a summary", () => {
    const calendar = new ICAL.Component(ICAL.parse(file()));
    const events = calendar.getAllSubcomponents("vevent").map(each => new ICAL.Event(each));
    assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
    assert.ok(events.length > 0);
    assert.equal(new Set(events.map(each => each.uid)).size, events.length);
    for (const each of events) {
        assert.ok(each.startDate.isDate, each.uid);
        assert.equal(each.duration.toString(), "P1D");
        assert.ok(each.summary.length > 0);
    }
});

test("The same desk gives the same calendar", () => assert.equal(file(), file()));
