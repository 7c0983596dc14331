const VOID = new Set(["meta", "link", "br", "input", "hr", "img", "base"]);
/** A tag that starts or ends, with its attributes; text and attribute values hold no raw `<`, which is tested too. */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*(\/?)>/gi;

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/([^\s="]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name, value]));

/** Every start tag of a page. */
export function tagsOf(html: string): readonly Tag[] {
  return [...html.matchAll(TAG)]
    .filter(([, slash]) => slash === "")
    .map(([, , name = "", attributes = ""]) => ({ name: name.toLowerCase(), attributes: attributesOf(attributes) }));
}

/** What a reader sees of text that stands in markup or in an attribute. */
export const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** What is wrong with a page's markup; empty when nothing is. */
export function faultsOf(html: string): readonly string[] {
  const tags = tagsOf(html);
  return [
    ...(html.startsWith("<!doctype html>") ? [] : ["no doctype"]),
    ...unbalanced(html),
    ...once(tags, "h1"),
    ...once(tags, "main"),
    ...ids(tags),
    ...inline(tags),
    ...(/<script[^>]*>(?!<\/script>)/.test(html) ? ["a script with text"] : []),
    ...tables(html),
    ...(/<(?![/!a-z])/i.test(html) ? ["a raw <"] : []),
  ];
}

function unbalanced(html: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, raw = "", , selfClosed] of html.matchAll(TAG)) {
    const name = raw.toLowerCase();
    if (VOID.has(name) || selfClosed === "/") continue;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) return [`</${name}> closes nothing`];
  }
  return open.map((name) => `<${name}> stays open`);
}

const once = (tags: readonly Tag[], name: string): readonly string[] => {
  const count = tags.filter((tag) => tag.name === name).length;
  return count === 1 ? [] : [`${count} <${name}>`];
};

function ids(tags: readonly Tag[]): readonly string[] {
  const all = tags.flatMap(({ attributes }) => attributes.get("id") ?? []);
  const known = new Set(all);
  const wanted = tags.flatMap(({ attributes }) => [
    ...(attributes.get("for") ?? "").split(" "),
    ...(attributes.get("aria-labelledby") ?? "").split(" "),
  ]);
  return [
    ...all.filter((id, index) => all.indexOf(id) !== index).map((id) => `id ${id} twice`),
    ...wanted.filter((id) => id !== "" && !known.has(id)).map((id) => `no id ${id}`),
  ];
}

/** The scripts that pages may load: htmx under the name of its content, and the one that talks to NCALayer. */
const OWN_SCRIPT = /^\/(?:htmx\.[0-9a-f]{12}|papers\/ncalayer)\.js$/;

/** The policy allows neither styles nor scripts in a page. */
function inline(tags: readonly Tag[]): readonly string[] {
  return tags.flatMap(({ name, attributes }) => [
    ...(name === "style" ? ["<style>"] : []),
    ...(name === "script" && !OWN_SCRIPT.test(attributes.get("src") ?? "") ? ["<script>"] : []),
    ...[...attributes.keys()].filter((key) => key === "style" || /^on/i.test(key)).map((key) => `${name} ${key}`),
  ]);
}

function tables(html: string): readonly string[] {
  const unnamed = [...html.matchAll(/<table[^>]*>(?!<caption)/g)].map(() => "a table without caption");
  const heads = tagsOf(html).filter(({ name, attributes }) => name === "th" && !attributes.has("scope"));
  return [...unnamed, ...heads.map(() => "a th without scope")];
}
