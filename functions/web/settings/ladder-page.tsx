import { formatDay } from "../../../core/calendar/day.ts";
import type { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { Ladder } from "../../../core/order608/ladder.ts";
import { EscalationRole } from "../../../core/order608/role.ts";
import { ChoiceField, SelectField, TextField } from "../forms/controls.tsx";
import { Form } from "../forms/form.tsx";
import { type FormState, freshForm, typedAt } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { ladderValues } from "./policy-input.ts";
import { FromField } from "./policy-page.tsx";
import { settingsTexts } from "./texts/texts.ts";

interface LadderProps {
  readonly page: Page;
  readonly id: ObligationId;
  readonly ladder: Ladder;
  /** A form that was refused, with what was typed. */
  readonly form?: FormState;
}

/** One obligation's ladder as a form: each stage by itself, and an empty one to add. */
export const LadderPage = ({ page, id, ladder, form: own }: LadderProps) => {
  const { change, policy } = settingsTexts(page.locale);
  const title = policy.ladderOf(page.words.obligations[id].full);
  const form = own ?? freshForm({ ...ladderValues(ladder), from: formatDay(page.clock.day) });
  return (
    <Layout page={page} title={title} section="policy">
      <div class="lead">
        <h1>{title}</h1>
        <p class="quiet">{policy.laddersIntro}</p>
      </div>
      <Form
        page={page}
        form={form}
        action="/policy/preview"
        submit={change.look}
        hidden={{ kind: "ladder", obligation: id }}
        cancel="/policy"
      >
        {Array.from({ length: ladder.stages.length + 1 }, (_, index) => (
          <StageFields page={page} form={form} index={index} isNew={index === ladder.stages.length} />
        ))}
        <TextField page={page} form={form} name="every" label={policy.every} help={policy.everyHelp} />
        <FromField page={page} form={form} id="" />
      </Form>
    </Layout>
  );
};

const StageFields = ({ page, form, index, isNew }: { page: Page; form: FormState; index: number; isNew: boolean }) => {
  const { policy } = settingsTexts(page.locale);
  const name = `stage.${index}`;
  const choices = <Key extends string>(texts: Readonly<Record<Key, string>>) =>
    Object.entries<string>(texts).map(([value, text]) => ({ value, text }));
  const none = isNew ? [{ value: "", text: "—" }] : [];
  return (
    <fieldset class="card">
      <legend>{isNew ? policy.newStage : policy.stage(index + 1)}</legend>
      <div class="two">
        <SelectField
          page={page}
          form={form}
          name={`${name}.anchor`}
          label={policy.anchor}
          choices={[...none, ...choices(policy.anchors)]}
          required={!isNew}
        />
        <SelectField
          page={page}
          form={form}
          name={`${name}.side`}
          label={policy.side}
          choices={choices(policy.sides)}
          required={!isNew}
        />
        <TextField
          page={page}
          form={form}
          name={`${name}.count`}
          label={policy.count}
          type="number"
          min={0}
          max={9999}
        />
        <SelectField
          page={page}
          form={form}
          name={`${name}.unit`}
          label={policy.unit}
          choices={choices(policy.units)}
          required={!isNew}
        />
        <TextField
          page={page}
          form={form}
          name={`${name}.time`}
          label={policy.time}
          help={policy.timeHelp}
          type="time"
        />
      </div>
      <ChoiceField
        page={page}
        form={form}
        type="checkbox"
        name={`${name}.to`}
        label={policy.whom}
        choices={EscalationRole.options.map((role) => ({ value: role, text: policy.roles[role] }))}
        required={!isNew}
      />
      {isNew ? null : (
        <div class="choice">
          <input
            type="checkbox"
            id={`remove-${index}`}
            name={`${name}.remove`}
            value="yes"
            checked={typedAt(form, `${name}.remove`) === "yes"}
          />
          <label for={`remove-${index}`}>{policy.remove}</label>
        </div>
      )}
    </fieldset>
  );
};
