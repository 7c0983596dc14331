import { day } from "../../../core/calendar/day.ts";
import { instant } from "../../../core/calendar/zone.ts";
import type { Locale } from "../../../core/register/locale.ts";
import type { StatusReport } from "../../../core/status/status-report.ts";
import type { ReportLetter } from "../../../core/use-cases/reports/report-jobs.ts";

const on = day("2027-03-30");

const report: StatusReport = {
  ...{ scope: "MIA", name: { ru: "Министерство внутренних дел", kk: "Ішкі істер министрлігі" }, on, time: "09:00" },
  made: instant(on * 86_400_000 + 4 * 3_600_000),
  versions: {
    ...{ register: 14, policy: { number: 3, name: "5f2c81" }, calendar: { number: 2, name: "9be01a" } },
    facts: "77aa01",
  },
  ...{ bodies: 252, rate: 0.966, regions: [], rows: [], open: [], trend: [], failed: [], damaged: [] },
  counts: {
    protocol: { overdue: 4, due: 2, met: 180 },
    report: { due: 31, met: 201 },
    notice: { breached: 3, late: 5 },
  },
  changes: { since: day("2027-03-29"), items: [] },
  letters: {
    year: 2027,
    total: 1270,
    states: { delivered: 1265, bounced: 5 },
    repeated: 1,
    acknowledged: 800,
    unacknowledged: [],
  },
};

const file = (name: string, type: string, bytes: number) => ({
  ...{ key: `reports/${name}`, name, type, bytes, content: new Uint8Array() },
});

/** A status report as one recipient's letter; its files are not in the gallery. */
export const sampleReport = (locales: readonly Locale[]): ReportLetter => ({
  recipient: { email: "staff@mia.example", name: "Ержан Асқарұлы Сейітов", locales },
  report,
  files: [file("esep-2027-03-30.pdf", "application/pdf", 210_000), file("esep-2027-03-30.csv", "text/csv", 9_000_000)],
});
