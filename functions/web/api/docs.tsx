import { Hono } from "hono";
import { raw } from "hono/html";
import { secureHeaders } from "hono/secure-headers";
import { iconPath } from "../stylesheet.ts";
import type { Endpoint } from "./endpoint.ts";
import { endpoints } from "./endpoints.ts";
import { problemCodes, problems } from "./problem.ts";

const css = `
:root { color-scheme: light dark; background: Canvas; color: CanvasText; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
code, pre { font: .9em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: .75rem; border: 1px solid #8886; border-radius: .5rem; }
details { border: 1px solid #8886; border-radius: .5rem; padding: .5rem .75rem; margin: .5rem 0; }
summary { cursor: pointer; }
table { border-collapse: collapse; } td, th { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; }
.method { display: inline-block; min-width: 3.2em; font-weight: 700; }
`;

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    imgSrc: ["'self'"],
    styleSrc: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: "DENY",
  referrerPolicy: "no-referrer",
});

/** A page to browse the API, for people; it loads one stylesheet and runs nothing. */
export function createDocs(): Hono {
  const app = new Hono();
  app.get("/docs.css", (context) => context.body(css, 200, { "content-type": "text/css; charset=utf-8" }));
  app.get("/docs", headers, (context) => context.html(<Docs />));
  return app;
}

const Docs = () => (
  <>
    {raw("<!doctype html>")}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Esep API</title>
        <link rel="icon" href={iconPath} type="image/svg+xml" />
        <link rel="stylesheet" href="/api/docs.css" />
      </head>
      <body>
        <main>
          <h1>Esep API</h1>
          <p>
            Everything below is generated from the schemas that check each request, as is{" "}
            <a href="/api/openapi.json">openapi.json</a> for your tools.
          </p>
          {[...Map.groupBy(endpoints, ({ tag }) => tag)].map(([tag, own]) => (
            <section>
              <h2>{tag}</h2>
              {own.map((endpoint) => (
                <Operation endpoint={endpoint} />
              ))}
            </section>
          ))}
          <Problems />
        </main>
      </body>
    </html>
  </>
);

const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

const Operation = ({ endpoint }: { endpoint: Endpoint }) => (
  <details id={endpoint.id}>
    <summary>
      <span class="method">{endpoint.method.toUpperCase()}</span> <code>/api{endpoint.path}</code>
      <br />
      {endpoint.summary}
    </summary>
    <Parameters endpoint={endpoint} />
    {endpoint.body ? (
      <>
        <h3>Body</h3>
        <pre>{pretty(endpoint.examples?.body)}</pre>
      </>
    ) : null}
    {Object.entries(endpoint.answers).map(([status, { description, example }]) => (
      <>
        <h3>{status}</h3>
        <p>{description}</p>
        {example === undefined ? null : <pre>{pretty(example)}</pre>}
      </>
    ))}
    {endpoint.errors ? (
      <p>
        Errors:{" "}
        {endpoint.errors.map((code) => (
          <>
            <a href={`#${code}`}>{code}</a>{" "}
          </>
        ))}
      </p>
    ) : null}
  </details>
);

const Parameters = ({ endpoint: { query, headers = [] } }: { endpoint: Endpoint }) => {
  const names = [...Object.keys(query.shape).map((name) => `?${name}=`), ...headers];
  if (names.length === 0) return null;
  return (
    <p>
      Optional:{" "}
      {names.map((name) => (
        <>
          <code>{name}</code>{" "}
        </>
      ))}
    </p>
  );
};

const Problems = () => (
  <section>
    <h2>Errors</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">code</th>
          <th scope="col">HTTP</th>
          <th scope="col">meaning</th>
        </tr>
      </thead>
      <tbody>
        {problemCodes.map((code) => (
          <tr id={code}>
            <td>
              <code>{code}</code>
            </td>
            <td>{problems[code].status}</td>
            <td>{problems[code].title}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
