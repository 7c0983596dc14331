import { LATER_FACTS } from "../../../core/dossier/appeal.ts";
import type { DossierText } from "../../../core/dossier/dossier.ts";
import { Fact, FactList } from "./fact.tsx";
import type { MeetingProps } from "./meeting-facts.tsx";

type AppealText = DossierText["meetings"][number]["appeals"][number];

/** The appeals of a meeting, each with everything that happened to it. No citizen's data, only numbers. */
export const AppealFacts = ({
  meeting,
  page,
  view,
  appeals,
}: MeetingProps & { readonly appeals: readonly AppealText[] }) => (
  <>
    {appeals.map((appeal) => {
      const root = ["meetings", meeting.id, "appeals", appeal.number];
      const { extension } = appeal;
      return (
        <Fact
          path={root}
          value={appeal}
          on={appeal.receivedOn}
          without={[...LATER_FACTS, "extension"]}
          page={page}
          view={view}
        >
          <FactList>
            {LATER_FACTS.flatMap((field) => {
              const on = appeal[field];
              return on === undefined
                ? []
                : [<Fact path={[...root, field]} value={on} on={on} page={page} view={view} />];
            })}
            {extension ? (
              <Fact
                path={[...root, "extension"]}
                value={extension}
                on={extension.decidedOn}
                without={["notifiedOn"]}
                page={page}
                view={view}
              />
            ) : null}
            {extension?.notifiedOn === undefined ? null : (
              <Fact
                path={[...root, "extension", "notifiedOn"]}
                value={extension.notifiedOn}
                on={extension.notifiedOn}
                page={page}
                view={view}
              />
            )}
          </FactList>
        </Fact>
      );
    })}
  </>
);
