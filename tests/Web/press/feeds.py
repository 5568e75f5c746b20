"""Reads feeds as a reader's program does (Universal Feed Parser), strictly; prints what it found as JSON."""

import json
import sys

import feedparser

found = {}
for path in sys.argv[1:]:
    feed = feedparser.parse(open(path, "rb").read())
    found[path] = {
        "bozo": str(feed.bozo_exception) if feed.bozo else None,
        "version": feed.version,
        "title": feed.feed.get("title"),
        "entries": [
            {
                "id": entry.get("id"),
                "title": entry.get("title"),
                "link": entry.get("link"),
                "text": entry.content[0].value if "content" in entry else "",
                "published": entry.get("published"),
                "updated": entry.get("updated"),
            }
            for entry in feed.entries
        ],
    }
json.dump(found, sys.stdout)
