/**
 * The last answer about something, as long as somebody has it, for a pure function that is asked again and again:
 * `asked` is everything else that the answer rests on, and each part must be the very same. What is handed out is
 * shared: nobody may change it.
 */
export function rememberLast<About extends WeakKey, Answer>() {
  const known = new WeakMap<About, { readonly asked: readonly unknown[]; readonly answer: Answer }>();
  return (about: About, asked: readonly unknown[], answerNow: () => Answer): Answer => {
    const before = known.get(about);
    if (before?.asked.length === asked.length && before.asked.every((part, index) => part === asked[index])) {
      return before.answer;
    }
    const answer = answerNow();
    known.set(about, { asked, answer });
    return answer;
  };
}
