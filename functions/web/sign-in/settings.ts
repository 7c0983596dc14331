/** What sign-in is told by the environment. */
export interface SignInSettings {
  /** The OpenID Connect issuer; `https`, but for one on this very machine. */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client. */
  readonly clientSecret?: string | undefined;
  /** At least 32 characters that nobody knows; changing it ends the sign-ins under way, and no session. */
  readonly sessionSecret: string;
  /** Address of the pages, without a slash at its end. */
  readonly appUrl: string;
  /** What machines' tokens must name as audience, where the issuer gives them one. */
  readonly audience?: string | undefined;
  /** Clients whose tokens without an audience are taken, as Cognito issues them. */
  readonly machines: readonly string[];
}

export const CALLBACK_PATH = "/sign-in/callback";
export const SIGNED_OUT_PATH = "/signed-out";
