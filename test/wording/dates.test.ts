import { describe, expect, test } from "vitest";
import { day, dayOf } from "../../core/calendar/day.ts";
import { catalogueOf } from "../../core/wording/wording.ts";

const [kk, ru, en] = [catalogueOf("kk"), catalogueOf("ru"), catalogueOf("en")];

describe("dates", () => {
  const march = day("2027-03-12");

  test("in figures", () => {
    expect([kk, ru, en].map(({ time }) => time.date(march))).toEqual(["12.03.2027", "12.03.2027", "12 March 2027"]);
  });

  test("ranges name a month once and both years across New Year", () => {
    const range = (locale: typeof ru, from: string, to: string, year: boolean) =>
      locale.time.range(day(from), day(to), year);
    expect(range(ru, "2027-03-13", "2027-03-14", false)).toBe("13–14.03");
    expect(range(ru, "2027-01-31", "2027-02-01", true)).toBe("31.01–01.02.2027");
    expect(range(kk, "2027-12-31", "2028-01-02", false)).toBe("31.12.2027–02.01.2028");
    expect(range(en, "2027-03-13", "2027-03-14", false)).toBe("13–14 March");
    expect(range(en, "2027-01-31", "2027-02-01", true)).toBe("31 January – 1 February 2027");
    expect(range(en, "2027-12-31", "2028-01-02", false)).toBe("31 December 2027 – 2 January 2028");
  });

  test.each([
    ["2027-01-04", "2027 жылғы 4 қаңтар, дүйсенбі", "4 января 2027 года, понедельник", "4 January 2027, Monday"],
    ["2027-02-09", "2027 жылғы 9 ақпан, сейсенбі", "9 февраля 2027 года, вторник", "9 February 2027, Tuesday"],
    ["2027-03-17", "2027 жылғы 17 наурыз, сәрсенбі", "17 марта 2027 года, среда", "17 March 2027, Wednesday"],
    ["2027-04-01", "2027 жылғы 1 сәуір, бейсенбі", "1 апреля 2027 года, четверг", "1 April 2027, Thursday"],
    ["2027-05-07", "2027 жылғы 7 мамыр, жұма", "7 мая 2027 года, пятница", "7 May 2027, Friday"],
    ["2027-06-05", "2027 жылғы 5 маусым, сенбі", "5 июня 2027 года, суббота", "5 June 2027, Saturday"],
    ["2027-07-04", "2027 жылғы 4 шілде, жексенбі", "4 июля 2027 года, воскресенье", "4 July 2027, Sunday"],
    ["2027-08-02", "2027 жылғы 2 тамыз, дүйсенбі", "2 августа 2027 года, понедельник", "2 August 2027, Monday"],
    ["2027-09-28", "2027 жылғы 28 қыркүйек, сейсенбі", "28 сентября 2027 года, вторник", "28 September 2027, Tuesday"],
    ["2027-10-20", "2027 жылғы 20 қазан, сәрсенбі", "20 октября 2027 года, среда", "20 October 2027, Wednesday"],
    ["2027-11-11", "2027 жылғы 11 қараша, бейсенбі", "11 ноября 2027 года, четверг", "11 November 2027, Thursday"],
    ["2027-12-31", "2027 жылғы 31 желтоқсан, жұма", "31 декабря 2027 года, пятница", "31 December 2027, Friday"],
  ])("%s in words", (on, ...words) => {
    const date = day(on);
    expect([kk, ru, en].map(({ time }) => `${time.longDate(date)}, ${time.weekday(date)}`)).toEqual(words);
  });

  // Written out, since the endings follow vowel harmony: by when, on which day, and before which day.
  test.each([
    [1, "қаңтардан", "қаңтарда", "қаңтарға"],
    [2, "ақпаннан", "ақпанда", "ақпанға"],
    [3, "наурыздан", "наурызда", "наурызға"],
    [4, "сәуірден", "сәуірде", "сәуірге"],
    [5, "мамырдан", "мамырда", "мамырға"],
    [6, "маусымнан", "маусымда", "маусымға"],
    [7, "шілдеден", "шілдеде", "шілдеге"],
    [8, "тамыздан", "тамызда", "тамызға"],
    [9, "қыркүйектен", "қыркүйекте", "қыркүйекке"],
    [10, "қазаннан", "қазанда", "қазанға"],
    [11, "қарашадан", "қарашада", "қарашаға"],
    [12, "желтоқсаннан", "желтоқсанда", "желтоқсанға"],
  ])("the %ith month in the cases that Kazakh sentences put it into", (month, from, on, until) => {
    const due = dayOf(2027, month, 5);
    expect(kk.duty.inTime(due, "оны")).toBe(`2027 жылғы 5 ${from} кешіктірмей оны қамтамасыз етуіңізді сұраймыз.`);
    expect(kk.duty.breached(due, due)).toBe(
      `Мерзімі 2027 жылғы 5 ${on} өтті, міндетті енді орындау мүмкін емес. Егер ол 2027 жылғы 5 ${until} дейін орындалған болса, бұл туралы мәліметтерді «Есеп» жүйесіне енгізуіңізді сұраймыз.`,
    );
  });
});
