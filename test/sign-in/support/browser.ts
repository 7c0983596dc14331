interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  /** As the server wrote it, for tests that look at attributes. */
  readonly line: string;
}

/** An answer with its text, at the address where the redirects ended. */
export interface Visit {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser as far as sign-in sees it: it keeps cookies by host and path, follows redirects, and sends Origin with forms. */
export class Browser {
  readonly #cookies = new Map<string, Cookie>();

  cookie(name: string): Cookie | undefined {
    return [...this.#cookies.values()].find((cookie) => cookie.name === name);
  }

  /** Puts a cookie in, as an attacker on a neighbouring host could. */
  plant(name: string, value: string): void {
    this.#keep(`${name}=${value}; Path=/`);
  }

  /** One request, no redirect followed. */
  async send(address: string | URL, init: RequestInit = {}): Promise<Visit> {
    const url = new URL(address);
    const headers = new Headers(init.headers);
    const sent = [...this.#cookies.values()].filter(({ path }) => url.pathname.startsWith(path));
    if (sent.length > 0) headers.set("cookie", sent.map(({ name, value }) => `${name}=${value}`).join("; "));
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return { url, status: response.status, headers: response.headers, text: await response.text() };
  }

  /** A request and what its redirects lead to. */
  async go(address: string | URL, init: RequestInit = {}): Promise<Visit> {
    let visit = await this.send(address, init);
    for (let hops = 0; visit.status >= 300 && visit.status < 400; hops++) {
      if (hops === 10) throw new Error(`${visit.url} leads round in a circle.`);
      visit = await this.send(new URL(visit.headers.get("location") ?? "", visit.url));
    }
    return visit;
  }

  /** Sends a form from a page of its own site. */
  post(address: string | URL, fields: Readonly<Record<string, string>> = {}): Promise<Visit> {
    const body = new URLSearchParams(fields);
    return this.go(address, { method: "POST", body, headers: { origin: new URL(address).origin } });
  }

  #keep(line: string): void {
    const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
    const at = pair.indexOf("=");
    const value = (name: string) =>
      attributes.find((text) => text.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
    const path = value("path") ?? "/";
    const cookie = { name: pair.slice(0, at), value: pair.slice(at + 1), path, line };
    const expires = value("expires");
    const isGone = value("max-age") === "0" || (expires !== undefined && Date.parse(expires) <= Date.now());
    if (isGone) this.#cookies.delete(`${cookie.name} ${path}`);
    else this.#cookies.set(`${cookie.name} ${path}`, cookie);
  }
}
