/** Work that could not be done, though the input was good: one sentence that says what to do. Exit code 1. */
export class Failed extends Error {
  override readonly name = "Failed";
}
