import type { Mail, MailFiles } from "../../../core/ports.ts";

/** Rendered letters in memory. */
export function memoryFiles(): MailFiles {
  const files = new Map<string, Mail>();
  return {
    put: async (file, mail) => void files.set(file, { ...mail, mime: Uint8Array.from(mail.mime) }),
    get: async (file) => files.get(file) ?? null,
  };
}
