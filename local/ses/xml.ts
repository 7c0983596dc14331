const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** What an element contains: text, which is escaped, or elements by name, in order. */
export type Content = string | number | boolean | { readonly [name: string]: Content };

const escapeText = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

function contentOf(content: Content): string {
  if (typeof content !== "object") return escapeText(String(content));
  return Object.entries(content)
    .map(([name, inner]) => `<${name}>${contentOf(inner)}</${name}>`)
    .join("");
}

/** An XML document of one element in the namespace of SES. */
export const document = (name: string, content: Content): string =>
  `<${name} xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${contentOf(content)}</${name}>\n`;
