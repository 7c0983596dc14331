import { Stryker } from "@stryker-mutator/core";

interface Folder {
  /** The tests that must notice what is changed in it: its own, which are quick, so every mutant can meet them all. */
  readonly tests: readonly string[];
  /** The share of changes, in percent, that they must notice. */
  readonly atLeast: number;
}

const folders: Readonly<Record<string, Folder>> = {
  audit: {
    tests: ["test/core/audit/*", "test/record/{audited,record,verify-archived,verify-chain}.test.ts"],
    atLeast: 95,
  },
  calendar: { tests: ["test/core/calendar/*"], atLeast: 95 },
  dossier: {
    tests: ["test/commands/!(sequence).test.ts", "test/core/dossier/*", "test/assess/recorded-late.test.ts"],
    atLeast: 95,
  },
  escalation: { tests: ["test/core/escalation/*"], atLeast: 90 },
  evidence: { tests: ["test/evidence/{attach,fix,refused,sign,standing,stored}.test.ts"], atLeast: 95 },
  order608: {
    tests: [
      "test/core/order608/*",
      "test/core/escalation/report.test.ts",
      "test/wording/{catalogue,clauses}.test.ts",
      "test/docs/rules.test.ts",
    ],
    atLeast: 90,
  },
  register: {
    tests: ["test/core/register/*", "test/grants/access.test.ts", "test/register/load.test.ts"],
    atLeast: 95,
  },
  status: { tests: ["test/core/status/*", "test/core/calendar/calendar-versions.test.ts"], atLeast: 95 },
  "use-cases/assess": {
    tests: ["test/assess/*", "test/delivery/{closings,damaged,outset,own-letters,sweep,written}.test.ts"],
    atLeast: 90,
  },
  "use-cases/letters": {
    tests: [
      "test/delivery/{claims,dispatch,waiting}.test.ts",
      "test/letters/{acknowledged,decided,posted}.test.ts",
      "test/{brake/brake,mail/paced}.test.ts",
      "test/settle/{races,settle}.test.ts",
      "test/watch/*",
    ],
    atLeast: 95,
  },
  "use-cases/policy-changes": {
    tests: ["test/policy-versions/{applied,outlook,preview,settled}.test.ts"],
    atLeast: 95,
  },
  "use-cases/records": {
    tests: [
      "test/archive/refused.test.ts",
      "test/grants/{edit,refused}.test.ts",
      "test/record/{audited,each-kind,record,verify-archived,verify-audit}.test.ts",
    ],
    atLeast: 95,
  },
  "use-cases/register-changes": {
    tests: [
      "test/imports/{apply,errors,job-time,jobs,plan,runs,steps,tables}.test.ts",
      "test/register/{edit-outcomes,edition,edits}.test.ts",
    ],
    atLeast: 95,
  },
  "use-cases/reports": {
    tests: [
      "test/documents/{making,recipients,report-reach}.test.ts",
      "test/letters/{tell,told-of-slot,week-figures,weekly,wrong-recipient}.test.ts",
      "test/record/feeds.test.ts",
    ],
    atLeast: 95,
  },
  "use-cases/sweep": {
    tests: [
      "test/delivery/{begun-again,closings,damaged,fallback,outset}.test.ts",
      "test/delivery/{own-letters,rivals,simulated,sweep,too-large,waiting,written,years}.test.ts",
      "test/brake/{brake,crashes,ministry,order,shared,slots,held}.test.ts",
      "test/settle/settle.test.ts",
    ],
    atLeast: 90,
  },
  wording: {
    tests: ["test/wording/!(style).test.ts", "test/mail/{letter,recorded-late}.test.ts"],
    atLeast: 95,
  },
};

/** Changes one folder of core, or the files of it that were asked for, and sets the exit code when too much survives. */
async function mutate(name: string, { tests, atLeast }: Folder, files: readonly string[]): Promise<void> {
  console.log(`── core/${name}`);
  // Not Stryker's `testFiles`: with it, 10.1.1 switches static mutants on only after everything was loaded, and none is killed.
  process.env["MUTATION_TESTS"] = tests.join(" ");
  const stryker = new Stryker({
    mutate: files.length > 0 ? [...files] : [`core/${name}/**/*.ts`],
    incrementalFile: `node_modules/.cache/stryker/${name}.json`,
    jsonReporter: { fileName: `coverage/mutation/${name}.json` },
    thresholds: { high: 100, low: atLeast, break: atLeast },
  });
  await stryker.runMutationTest();
}

// npm run mutation -- calendar core/escalation/fire.ts
const asked = process.argv.slice(2);
for (const [name, folder] of Object.entries(folders)) {
  const files = asked.filter((path) => path.startsWith(`core/${name}/`));
  if (asked.length === 0 || asked.includes(name) || files.length > 0) await mutate(name, folder, files);
}
