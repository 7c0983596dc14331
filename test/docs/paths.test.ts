import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** Places that a page names: links to files, and code that is a path of this project. */
function placesIn(page: string): string[] {
  const text = readFileSync(page, "utf8");
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = ""]) => join(dirname(page), to));
  const paths = [...text.matchAll(/`((?:core|functions|local|stacks|test|docs|bench|\.ci)\/[^`\s]*)`/g)]
    .map(([, path = ""]) => path)
    .filter((path) => !/[*{]|NAME/.test(path));
  return [...links, ...paths];
}

test.each(["README.md", "CONTRIBUTING.md", "docs/architecture.md", "stacks/README.md"])(
  "%s leads nowhere in vain",
  (page) => {
    const places = placesIn(page);
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => !existsSync(place))).toEqual([]);
  },
);
