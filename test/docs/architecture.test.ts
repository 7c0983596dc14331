import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

/** The source files below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** `from → to` for every import of a file of this project, with the files that have it. */
function importsOf(folders: readonly string[], nodeOf: (file: string) => string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of folders.flatMap(filesBelow)) {
    for (const [, target = ""] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)) {
      const [from, to] = [nodeOf(file), nodeOf(relative(".", join(dirname(file), target)))];
      if (from !== to) found.set(`${from} → ${to}`, [...(found.get(`${from} → ${to}`) ?? []), file]);
    }
  }
  return found;
}

/** The arrows of the pictures of a page, `a --> b & c` written out. */
function arrowsIn(page: string): { from: string; to: string }[][] {
  return [...page.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, picture = ""]) =>
    [...picture.matchAll(/^ *(\w+)(?:\[[^\]]*\])? --> (.+)$/gm)].flatMap(([, from = "", targets = ""]) =>
      targets.split(" & ").map((to) => ({ from, to: to.trim() })),
    ),
  );
}

/** Whether a path of arrows leads from one place to another. */
function leads(arrows: readonly { from: string; to: string }[], from: string, to: string): boolean {
  const next = arrows.filter((arrow) => arrow.from === from).map((arrow) => arrow.to);
  return next.includes(to) || next.some((one) => leads(arrows, one, to));
}

const page = readFileSync("docs/architecture.md", "utf8");
const [ofCore = [], ofUseCases = [], around = []] = arrowsIn(page);

/** A folder's name as the pictures have it: `use-cases` is `useCases`. */
const named = (folder: string): string => folder.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const inCore = (file: string): string => named(file.split("/")[1]?.replace(".ts", "") ?? "");
const inUseCases = (file: string): string => {
  const [, folder, group = ""] = file.split("/");
  return folder === "use-cases" ? named(group) : "elsewhere";
};
const inAll = (file: string): string => {
  const [top = "", folder = "", more] = file.split("/");
  if (top !== "functions") return top;
  return more === undefined ? "handlers" : folder;
};

test("nothing but the ports lies right in core", () => {
  expect(readdirSync("core").filter((name) => name.endsWith(".ts"))).toEqual(["ports.ts"]);
});

describe.each([
  ["of the core", ofCore, importsOf(["core"], inCore)],
  ["of the use cases", ofUseCases, importsOf(["core/use-cases"], inUseCases)],
  ["of all", around, importsOf(["core", "functions", "local"], inAll)],
] as const)("the picture %s", (_name, arrows, imports) => {
  test("shows no import that the code has not", () => {
    for (const { from, to } of arrows) expect([...imports.keys()]).toContain(`${from} → ${to}`);
  });

  test("allows every import that the code has", () => {
    const surprises = [...imports].filter(([edge]) => {
      const [from = "", to = ""] = edge.split(" → ");
      // A folder of the core may use the ports, a use case all of the core; a folder of functions what lies right in it.
      return !leads(arrows, from, to) && !["ports", "elsewhere", "handlers"].includes(to);
    });
    expect(surprises).toEqual([]);
  });
});
