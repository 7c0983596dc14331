import { maySomewhere } from "../../core/register/grant.ts";
import { menu, navigationTexts, type Section } from "./navigation.ts";
import type { Page } from "./page.ts";

interface MenuProps {
  readonly page: Page;
  readonly section: Section | undefined;
}

/** The menu of every page: what everybody uses in one line, what administrators keep behind one word. */
export const Menu = ({ page, section }: MenuProps) => {
  const shown = menu.filter(
    ([, { demoOnly, needs }]) => (page.demo || !demoOnly) && (needs === undefined || may(page, needs)),
  );
  const kept = shown.filter(([, { group }]) => group === "administration");
  return (
    <nav aria-label={page.texts.frame.sections}>
      {shown
        .filter(([, { group }]) => group !== "administration")
        .map(([name]) => (
          <Entry name={name} page={page} section={section} />
        ))}
      {kept.length === 0 ? null : (
        <details>
          <summary>{navigationTexts(page.locale).administration}</summary>
          <ul>
            {kept.map(([name]) => (
              <li>
                <Entry name={name} page={page} section={section} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
};

const may = ({ caller }: Page, action: Parameters<typeof maySomewhere>[0]): boolean =>
  caller != null && maySomewhere(action, caller);

const paths = new Map(menu.map(([name, { path }]) => [name, path]));

const Entry = ({ name, page, section }: MenuProps & { name: Section }) => (
  <a
    href={paths.get(name)}
    aria-current={name === section ? (page.url.pathname === paths.get(name) ? "page" : "true") : undefined}
  >
    {navigationTexts(page.locale).names[name]}
  </a>
);
