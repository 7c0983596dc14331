/** What the system means when it refuses a path. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "does not exist, or its folder does not: make the folder first",
  ENOTDIR: "leads through a file, or is one where a folder is meant",
  EISDIR: "is a folder: name a file in it",
  EEXIST: "is there already: name another one",
  EACCES: "may not be read or written by you: choose another place, or ask for the right",
  EPERM: "may not be read or written by you: choose another place, or ask for the right",
  EROFS: "lies where nothing can be written: choose another place",
};

/** One sentence for a file or folder that the system refuses; null for any other error. */
export function pathSentence(error: unknown): string | null {
  if (!(error instanceof Error && "path" in error && "code" in error)) return null;
  const reason = reasons[String(error.code)];
  return reason === undefined ? null : `${error.path}: ${reason}.`;
}
