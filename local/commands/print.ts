import { writeSync } from "node:fs";

/** Prints a value as JSON, indented by one space as the worked examples are. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 1));
}

/** Whether somebody still reads, which `| head` does only for a while. */
let isRead = true;

/** Prints text whole, also into a pipe whose reader is slow. When nobody reads any more, the work goes on to its end. */
export function print(text: string): void {
  if (!isRead) return;
  const bytes = Buffer.from(`${text}\n`);
  for (let at = 0; at < bytes.length; ) at += writeSome(bytes, at);
}

function writeSome(bytes: Buffer, at: number): number {
  try {
    return writeSync(1, bytes, at);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EAGAIN") return 0;
    if (code !== "EPIPE") throw error;
    isRead = false;
    return bytes.length;
  }
}
