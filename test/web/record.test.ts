import { beforeEach, describe, expect, test } from "vitest";
import { ARCHIVED_FORMAT, archivedData } from "../../core/audit/archived.ts";
import { almaty } from "../support/memory/clocks.ts";
import { itemName } from "../support/memory/records.ts";
import { faultsOf } from "./support/html.ts";
import { recordingAt } from "./support/recording.ts";

type Recording = Awaited<ReturnType<typeof recordingAt>>;
const at = (command: string, query = "") => `/bodies/PB-1/record/${command}?campaign=2027${query}`;
const plan = {
  ...{ date: "2027-03-12", startsAt: "15:00", "place.kk": "Мәдениет үйі", "place.ru": "Дом культуры" },
  expectedParticipants: "200",
};

let site: Recording;
beforeEach(async () => {
  site = await recordingAt("2027-02-01T10:00");
});

async function recorded(answer: Response): Promise<string> {
  expect([answer.status, answer.status === 303 ? "" : await answer.text()]).toEqual([303, ""]);
  const [path = ""] = (answer.headers.get("location") ?? "").split("#");
  const page = await site.open(path);
  const html = await page.text();
  expect([page.status, faultsOf(html)]).toEqual([200, []]);
  return html;
}

describe("recording on a page", () => {
  test("plans a meeting and goes back to its finding, which says what was done and what changed", async () => {
    const answer = await site.send(at("plan-meeting"), plan);
    expect(answer.headers.get("location")).toBe("/bodies/PB-1?campaign=2027&done=1&at=report#report");
    const html = await recorded(answer);
    expect(html).toContain("Встреча запланирована.");
    expect(html).toContain("Как изменилось состояние обязанностей");
    expect(html).toMatch(/role="status".*Перенести встречу.*Отменить встречу/s);
    expect(html).toContain("12.03.2027");
  });

  test("takes a whole campaign, form by form, with what each form proposes", async () => {
    await recorded(await site.send(at("approve-schedule"), { number: "12-П" }));
    await recorded(await site.send(at("plan-meeting"), plan));
    await recorded(
      await site.send(at("publish-notice"), {
        ...{ channel: "press", outlet: "Рудный Алтай", "announces.schedule": "yes", "announces.questions": "yes" },
      }),
    );
    await recorded(await site.send(at("record-invitation"), { groups: ["maslikhat", "media"] }));
    await recorded(await site.send(at("record-venue-check"), { hygienic: "yes", capacity: "300" }));
    await recorded(await site.send(at("record-content"), { sections: ["1", "2"] }));
    await recorded(await site.send(at("record-readiness"), { inPerson: "yes" }));
    site.clock.moveTo(almaty("2027-03-12T18:00"));
    await recorded(await site.send(at("confirm-held"), {}));
    const appeal = { number: "A-1", kind: "complaint", competence: "mixed" };
    await recorded(await site.send(at("receive-appeal"), appeal));
    await recorded(
      await site.send(at("draw-up-protocol"), {
        ...{ participants: "180", "decisions.0.text": "Установить освещение", "decisions.0.dueOn": "2027-04-30" },
      }),
    );
    await recorded(await site.send(at("sign-protocol"), { role: "secretary", name: "А. Ким" }));
    await recorded(await site.send(at("sign-protocol"), { role: "head", name: "Б. Омаров" }));
    await recorded(await site.send(at("register-records"), { number: "7/12" }));
    for (const command of ["register-appeal", "redirect-appeal", "notify-initiator", "extend-appeal"]) {
      await recorded(await site.send(at(command, "&appeal=A-1"), { until: "2027-04-30" }));
    }
    await recorded(await site.send(at("notify-extension", "&appeal=A-1"), {}));
    await recorded(await site.send(at("reply-appeal", "&appeal=A-1"), {}));
    const html = await recorded(await site.send(at("complete-decision", "&decision=d1"), {}));
    expect(html).not.toContain('class="button"');
    const { dossiers } = await site.records.load("DP-1", 2027);
    expect(dossiers[0]?.meetings[0]).toMatchObject({
      ...{ status: "held", invitation: { groups: ["maslikhat", "media"] }, content: { sections: [1, 2] } },
      protocol: { participants: 180, appeals: ["A-1"], decisions: [{ id: "d1" }], signatures: [{}, {}] },
    });
  });

  test("records once when a form is sent twice", async () => {
    const path = at("approve-schedule");
    const typed = { approvedOn: "2027-01-20", request: "same", version: "0" };
    const first = await site.post(path, typed);
    const second = await site.post(path, typed);
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    expect((await site.audit.entries("dossier:PB-1:2027")).length).toBe(1);
  });

  test("shows the form again with what was typed, what is wrong and the focus on it", async () => {
    const answer = await site.send(at("plan-meeting"), { ...plan, date: "2027-13-01", "place.ru": "" });
    const html = await answer.text();
    expect([answer.status, faultsOf(html)]).toEqual([422, []]);
    expect(html).toContain("Дата проведения: укажите существующую дату.");
    expect(html).toContain("Место проведения (на русском языке): нужно заполнить.");
    expect(html).toMatch(/role="alert" tabindex="-1" autofocus/);
    expect(html).toContain('value="Мәдениет үйі"');
    expect(html).toContain('href="#field-date"');
  });

  test.each([
    ["kk", "Негіздеме: мұнда телефон нөмірі көрсетілген сияқты"],
    ["ru", "Основание: похоже, здесь указан номер телефона"],
    ["en", "Reason: seems to hold a phone number"],
  ] as const)("words refusals with their details, in %s", async (locale, words) => {
    await recorded(await site.send(at("approve-schedule"), {}));
    const typed = { "value.number": "9".repeat(201), reason: "Звонили с +7 701 123 45 67" };
    const html = await (await site.send(at("correct", "&path=schedule"), typed, { locale })).text();
    expect(html).toContain(words);
    const moved = await site.send(at("plan-meeting"), { ...plan, date: "2027-01-15" }, { locale });
    expect(await moved.text()).toMatch(/15 Jan\w* 2027 has passed|15\.01\.2027 (уже прошло|өтіп кетті)/);
  });

  test("keeps what was typed when somebody else was faster, and says what they changed", async () => {
    const shown = await (await site.open(at("approve-schedule"))).text();
    expect(shown).toContain('name="version" value="0"');
    await recorded(await site.send(at("plan-meeting"), plan));
    const answer = await site.post(at("approve-schedule"), {
      approvedOn: "2027-01-20",
      number: "9",
      version: "0",
      request: "r",
    });
    const html = await answer.text();
    expect([answer.status, faultsOf(html)]).toEqual([409, []]);
    expect(html).toContain("ее изменил другой человек");
    expect(html).toContain("Что изменили за это время");
    expect(html).toContain("12.03.2027");
    expect(html).toContain('value="9"');
    expect(html).toContain('name="version" value="1"');
  });

  test("gives one more line for a decision, without losing the others", async () => {
    await recorded(await site.send(at("plan-meeting"), plan));
    site.clock.moveTo(almaty("2027-03-12T18:00"));
    const typed = { "decisions.0.text": "Первое", participants: "90", add: "decisions" };
    const answer = await site.send(at("draw-up-protocol"), typed);
    const html = await answer.text();
    expect([answer.status, faultsOf(html)]).toEqual([200, []]);
    expect(html).toContain('name="decisions.1.text"');
    expect(html).toContain("Первое");
    expect(html).toContain('value="90"');
    expect((await site.audit.entries("dossier:PB-1:2027")).length).toBe(1);
  });

  test("takes the word that no decisions were taken, and no contradiction", async () => {
    await recorded(await site.send(at("plan-meeting"), plan));
    site.clock.moveTo(almaty("2027-03-12T18:00"));
    const both = { "decisions.none": "yes", "decisions.0.text": "Решение" };
    expect((await site.send(at("draw-up-protocol"), both)).status).toBe(422);
    await recorded(await site.send(at("draw-up-protocol"), { "decisions.none": "yes" }));
    const { dossiers } = await site.records.load("DP-1", 2027);
    expect(dossiers[0]?.meetings[0]?.protocol?.decisions).toEqual([]);
  });
});

describe("what cannot be undone", () => {
  test("has to be confirmed", async () => {
    await recorded(await site.send(at("plan-meeting"), plan));
    const answer = await site.send(at("cancel-meeting"), {});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Подтвердите, что это нельзя отменить.");
    await recorded(await site.send(at("cancel-meeting"), { confirmed: "yes" }));
  });

  test("says that a new text of the protocol voids its signatures, and asks", async () => {
    await recorded(await site.send(at("plan-meeting"), plan));
    site.clock.moveTo(almaty("2027-03-12T18:00"));
    await recorded(await site.send(at("draw-up-protocol"), {}));
    await recorded(await site.send(at("sign-protocol"), { role: "head", name: "Б. Омаров" }));
    expect(await (await site.open(at("draw-up-protocol"))).text()).toContain("подписи недействительны");
    expect((await site.send(at("draw-up-protocol"), { participants: "5" })).status).toBe(422);
    await recorded(await site.send(at("draw-up-protocol"), { participants: "5", confirmed: "yes" }));
  });
});

describe("correcting", () => {
  beforeEach(async () => {
    await recorded(await site.send(at("approve-schedule"), { number: "12" }));
  });

  test("changes a fact with a reason, which the history tells", async () => {
    const path = at("correct", "&path=schedule");
    expect((await site.send(path, { "value.approvedOn": "2027-01-25" })).status).toBe(422);
    await recorded(await site.send(path, { "value.approvedOn": "2027-01-25", reason: "Опечатка" }));
    const html = await (await site.open("/bodies/PB-1/audit?campaign=2027")).text();
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain("Основание: Опечатка");
    expect(html).toMatch(/<del>.*01\.02\.2027<\/del> <ins>.*25\.01\.2027<\/ins>/);
    expect(html).toContain("Целостность журнала проверена: 2 записи.");
  });

  test("removes a fact recorded by mistake, after confirmation", async () => {
    const path = at("correct", "&path=schedule");
    const removal = { mode: "remove", reason: "Внесено по ошибке" };
    expect((await site.send(path, removal)).status).toBe(422);
    await recorded(await site.send(path, { ...removal, confirmed: "yes" }));
    const { dossiers } = await site.records.load("DP-1", 2027);
    expect(dossiers[0]?.schedule).toBeUndefined();
  });

  test("knows nothing of what is not recorded", async () => {
    for (const path of ["venue", "meetings", "body", "schedule/number/x", ""]) {
      expect((await site.open(at("correct", `&path=${path}`))).status).toBe(404);
    }
  });
});

describe("a record that takes nothing", () => {
  test("says why, with everything typed still there", async () => {
    const key = { scope: "DP-1", body: "PB-1", campaign: 2027 };
    const kept = { campaign: 2027, file: "2027.json", sha256: "0".repeat(64) };
    const stored = { version: 4, newest: null, data: archivedData(kept) };
    site.records.items.set(itemName(key), { ...stored, format: ARCHIVED_FORMAT });
    const archived = await site.send(at("approve-schedule"), { number: "12-П" });
    const html = await archived.text();
    expect([archived.status, faultsOf(html)]).toEqual([422, []]);
    expect(html).toContain("передана в архив");
    expect(html).toContain('value="12-П"');
    site.records.items.set(itemName(key), { ...stored, format: 2, data: "{" });
    expect(await (await site.send(at("approve-schedule"), {})).text()).toContain("Запись этой кампании повреждена");
  });
});

describe("rights on pages", () => {
  test("forms are for those who may send them", async () => {
    const path = at("approve-schedule");
    for (const as of ["viewer@PB-1", "admin"]) {
      expect([as, (await site.open(path, { as })).status]).toEqual([as, 403]);
      expect([as, (await site.post(path, { approvedOn: "2027-01-20" }, { as })).status]).toEqual([as, 403]);
    }
    expect((await site.open(path, { as: "staff@DP-1" })).status).toBe(200);
    expect((await site.open(path, { as: "viewer@DP-9" })).status).toBe(404);
    expect((await site.open("/bodies/PB-1/audit?campaign=2027", { as: "viewer@DP-9" })).status).toBe(404);
    expect((await site.open("/bodies/MIA/record/plan-meeting", { as: "staff@MIA" })).status).toBe(404);
    expect((await site.open("/bodies/PB-1/record/nothing", { as: "staff@MIA" })).status).toBe(404);
  });

  test("nobody waives their own obligation, the superior does", async () => {
    const path = at("waive", "&obligation=schedule&subject=dossier");
    expect((await site.open(path)).status).toBe(403);
    const asking = { as: "staff@DP-1" };
    const answer = await site.send(path, { reason: "Новый орган", confirmed: "yes" }, asking);
    expect(answer.headers.get("location")).toContain("at=schedule#schedule");
    const html = await (await site.open("/bodies/PB-1?campaign=2027", asking)).text();
    expect(html).toContain("Вернуть на контроль");
    expect(html).toContain("Новый орган");
  });
});
