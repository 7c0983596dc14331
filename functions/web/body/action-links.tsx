import type { Page } from "../page.ts";
import { recordPath } from "../record/paths.ts";
import { commandTitle } from "../record/texts/commands.ts";
import type { NextAction } from "./actions.ts";
import type { BodyView } from "./view.ts";

interface ActionsProps {
  readonly page: Page;
  readonly view: BodyView;
  /** The one thing to do next, if anything. */
  readonly next?: NextAction | null;
  readonly others: readonly NextAction[];
}

/** Links to the forms that the reader may send: one obvious next step, and quietly what else there is. */
export const Actions = ({ page, view, next = null, others }: ActionsProps) => {
  const may = ({ command }: NextAction): boolean => view.rights?.give(command) === true;
  const first = next !== null && may(next) ? next : null;
  const quiet = others.filter(may);
  if (first === null && quiet.length === 0) return null;
  return (
    <p class="next">
      {first ? <ActionLink action={first} page={page} view={view} name="button" /> : null}
      {quiet.map((action) => (
        <ActionLink action={action} page={page} view={view} />
      ))}
    </p>
  );
};

const ActionLink = ({
  action: { command, query },
  page,
  view,
  name,
}: Pick<ActionsProps, "page" | "view"> & { action: NextAction; name?: string }) => (
  <a class={name} href={recordPath(view.body.id, view.campaign, command, query)}>
    {commandTitle(command, page.locale)}
  </a>
);
