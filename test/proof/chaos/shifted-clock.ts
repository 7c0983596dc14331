/**
 * Loaded before a program: moves its machine's clock by the milliseconds of CLOCK_SHIFT, and later by what its parent says.
 * Everything in the process sees it, engines, leases, sessions and tokens alike; timers go on as they are.
 */
let shift = Number(process.env["CLOCK_SHIFT"] ?? 0);
process.on("message", (message) => {
  shift = Number(message);
});
// Nobody stays alive only to listen.
process.channel?.unref();

const machine = Date;
const now = (): number => machine.now() + shift;
globalThis.Date = new Proxy(Date, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  apply: (target) => new target(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
