import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { DemoUser } from "./demo-users.ts";

const css = `body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#10243a;background:#fff}
h1{font-size:1.4rem}.warn{border:2px solid #b45309;padding:.5rem .75rem;background:#fffbeb}
button{display:block;width:100%;text-align:left;font:inherit;padding:.6rem .8rem;margin:.5rem 0;border:1px solid #5b7083;
border-radius:6px;background:#f4f7fa;color:inherit;cursor:pointer}button:hover,button:focus{border-color:#0b3a63;background:#e5eef6}
small{display:block;color:#40566b}code{font-size:.9em}`;

const Frame = ({ title, children }: { title: string; children: Child }) => (
  <>
    {raw("<!doctype html>")}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{raw(css)}</style>
      </head>
      <body>
        <h1>{title}</h1>
        <p class="warn">Demo users, not for production: nobody is asked for a password.</p>
        {children}
      </body>
    </html>
  </>
);

/** Who do you want to be? */
export const signInPage = (users: readonly DemoUser[]): string =>
  String(
    <Frame title="Esep demo: sign in as">
      <form method="post">
        {users.map(({ id, name, role, grants }) => (
          <button type="submit" name="user" value={id}>
            {name}
            <small>
              {role}: <code>{grants.join(", ")}</code>
            </small>
          </button>
        ))}
      </form>
    </Frame>,
  );

/** `form` is the issuer's own, with its protection against forged requests. */
export const signOutPage = (form: string): string =>
  String(
    <Frame title="Esep demo: sign out?">
      {raw(form)}
      <button type="submit" form="op.logoutForm" name="logout" value="yes">
        Yes, sign me out
      </button>
      <button type="submit" form="op.logoutForm">
        No, stay signed in
      </button>
    </Frame>,
  );

export const messagePage = (title: string, text: string): string =>
  String(
    <Frame title={title}>
      <p>{text}</p>
    </Frame>,
  );
