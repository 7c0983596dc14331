import { Failed } from "./commands/failed.ts";
import { storeSentence } from "./engines/damage.ts";
import { BadInput } from "./facts-file.ts";
import { clockText } from "./scheduler.ts";
import { StartRefused, start } from "./start.ts";
import { parseStartOptions } from "./start-options.ts";

const options = parseStartOptions(process.argv.slice(2));
// A disk that is full, or a store that is damaged, is noticed wherever an engine reads or writes.
process.on("uncaughtException", refuse);
try {
  const { system, inboxUrl, signIn, summary, close } = await start(options, (line) => console.log(line));
  console.log(`\n${summary}\n`);
  console.log(`Application  http://127.0.0.1:${options.port}`);
  console.log(`Inbox        ${inboxUrl}`);
  console.log(`\n${signIn.join("\n")}`);
  console.log(
    `\nThe demo clock shows ${clockText(system.clock.calendarNow())} in Almaty and runs on. Ctrl-C stops everything;`,
  );
  console.log("the next start goes on from here, and `npm start -- --help` says what else there is.");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      console.log("\nStopping.");
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (error) {
  refuse(error);
}

/** Ends the process: in one sentence where a person can do something, with the whole error where only we can. */
function refuse(error: unknown): never {
  const isExpected = error instanceof BadInput || error instanceof StartRefused || error instanceof Failed;
  console.error(storeSentence(error, options.directory) ?? (isExpected ? error.message : error));
  process.exit(error instanceof BadInput ? 2 : 1);
}
