import type { Page } from "../page.ts";
import { signInPath } from "../paths.ts";
import { signInTexts } from "./texts.ts";

/** A form, since a link must not sign anybody out. */
export const SignOut = ({ page }: { page: Page }) => (
  <form method="post" action="/sign-out">
    <button type="submit">{signInTexts(page.locale).signOut}</button>
  </form>
);

/** In the frame of every page: who is signed in and the way out, or the way in; nothing where nobody can sign in. */
export const Account = ({ page }: { page: Page }) => {
  const { caller, url } = page;
  if (caller === undefined) return null;
  if (caller === null) {
    return (
      <p class="account">
        <a href={signInPath(url)}>{signInTexts(page.locale).signIn}</a>
      </p>
    );
  }
  return (
    <div class="account">
      <a href="/me">{caller.name}</a>
      <SignOut page={page} />
    </div>
  );
};
