import type { FieldChange } from "../../../core/audit/entry.ts";
import { joinPath, splitPath } from "../../../core/dossier/fact-path.ts";
import { wordSubject } from "../../../core/wording/word-finding.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { Changes } from "../audit/changes.tsx";
import type { Page } from "../page.ts";
import { StateTag } from "../parts.tsx";
import { correctionOf } from "../record/corrections.ts";
import { recordPath } from "../record/paths.ts";
import { wordCommand } from "../record/texts/commands.ts";
import { recordTexts } from "../record/texts/pages.ts";
import { Actions } from "./action-links.tsx";
import { meetingActions, type NextAction } from "./actions.ts";
import type { StateChange } from "./done.ts";
import { bodyTexts } from "./texts.ts";
import type { BodyView } from "./view.ts";

/** What the reader has just recorded: the fact, the obligations that it moved, and the way back. */
export const DonePanel = ({ page, view }: { page: Page; view: BodyView }) => {
  const { done } = view;
  if (!done) return null;
  const texts = recordTexts(page.locale);
  const fact = correctable(done.entry.changes.filter(({ after }) => after !== undefined).map(({ path }) => path));
  return (
    <div class="done" role="status" id="done">
      <p>
        <strong>{wordCommand(done.entry.command, page.locale)}.</strong>
      </p>
      <Changes changes={done.entry.changes} dossier={view.dossier} page={page} />
      {done.states.length === 0 ? null : (
        <>
          <p>{texts.states}:</p>
          <ul class="states">
            {done.states.map((change) => (
              <li>
                <StateChangeLine change={change} page={page} />
              </li>
            ))}
          </ul>
        </>
      )}
      {fact !== null && view.rights?.give("correct") === true ? (
        <p>
          <a href={recordPath(view.body.id, view.campaign, "correct", { path: fact })}>{texts.correctThis}</a>
        </p>
      ) : null}
      {fact === null ? <Actions page={page} view={view} others={wayBack(done.entry.changes, view)} /> : null}
    </div>
  );
};

const StateChangeLine = ({ change: { finding, before, after }, page }: { change: StateChange; page: Page }) => {
  const subject = wordSubject(finding, page.locale);
  const texts = bodyTexts(page.locale);
  return (
    <>
      <a href={`#${finding.obligation}`}>{page.words.obligations[finding.obligation].full}</a>
      {subject === "" ? "" : ` (${subject})`}:{" "}
      {before === null ? capitalised(texts.noneBefore) : <StateTag state={before} page={page} />}{" "}
      <span aria-hidden="true">→</span>{" "}
      {after === null ? capitalised(texts.noneAfter) : <StateTag state={after} page={page} />}
    </>
  );
};

/** A plan is no fact that could be wrong: until its day it is moved or cancelled. */
function wayBack(changes: readonly FieldChange[], { dossier, now }: BodyView): readonly NextAction[] {
  const [list, id] = splitPath(changes[0]?.path ?? "");
  const meeting = list === "meetings" ? dossier?.meetings.find((known) => known.id === id) : undefined;
  return meeting ? meetingActions(meeting, now) : [];
}

/** The first fact of its own among changed paths: the change may be of a field in it. */
function correctable(paths: readonly string[]): string | null {
  for (const path of paths) {
    const segments = splitPath(path);
    for (let length = segments.length; length > 0; length--) {
      const fact = segments.slice(0, length);
      if (correctionOf(fact)) return joinPath(fact);
    }
  }
  return null;
}
