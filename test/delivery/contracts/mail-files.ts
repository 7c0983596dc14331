import { describe, expect, test } from "vitest";
import type { MailFiles } from "../../../core/ports.ts";

/** What every store of rendered letters does. `scope` names one that nobody else uses. */
export function mailFilesContract(files: () => MailFiles, scope: () => string): void {
  describe("a store of rendered letters", () => {
    const mail = {
      recipient: "head+отдел@police.example",
      subject: "Ескерту: есеп беру кездесуі — 12 наурыз, «отчётная встреча» ".repeat(3).trim(),
      mime: Uint8Array.from(Array.from({ length: 256 }, (_, byte) => byte)),
    };

    test("gives back the address, the subject and every byte of the message", async () => {
      const file = `${scope()}/2027/key/0-token.eml`;
      await files().put(file, mail);
      const found = await files().get(file);
      expect(found?.recipient).toBe(mail.recipient);
      expect(mail.subject.startsWith(found?.subject ?? "-")).toBe(true);
      expect(Buffer.from(found?.mime ?? [])).toEqual(Buffer.from(mail.mime));
    });

    test("has no letter that was not put there", async () => {
      expect(await files().get(`${scope()}/2027/key/0-token.eml`)).toBeNull();
    });

    test("keeps two attempts at the same letter apart", async () => {
      const own = scope();
      await files().put(`${own}/0-first.eml`, { ...mail, subject: "1" });
      await files().put(`${own}/0-second.eml`, { ...mail, subject: "2" });
      expect((await files().get(`${own}/0-first.eml`))?.subject).toBe("1");
    });
  });
}
