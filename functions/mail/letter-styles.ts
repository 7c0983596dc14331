import type { Tone } from "./letter-view.ts";

/** Colours of a letter's tones: dark enough on white for small text (4.5:1), and for bars. */
export const tones: Readonly<Record<Tone, string>> = {
  breached: "#8a1c3b",
  overdue: "#b42318",
  today: "#8a5300",
  ahead: "#0b5394",
};

const font = "font-family:'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/** Neither pure white nor pure black: forced dark modes turn those into glare. */
export const sheetColour = "#fdfdfc";
export const buttonColour = "#0b5394";
export const bandColour = "#0b3a63";

/** Inline styles: Outlook and Gmail drop most of what stands in a style sheet. Background and colour always go together. */
export const styles = {
  page: `margin:0;padding:0;background:#eef1f4;color:#1f2933;${font}`,
  preheader: "display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;color:#eef1f4",
  sheet: `width:100%;max-width:640px;background:${sheetColour};color:#1f2933;${font};font-size:15px;line-height:1.45;overflow-wrap:anywhere;word-break:break-word`,
  band: `padding:10px 20px;background:${bandColour};color:#f4f8fb;font-size:13px;font-weight:700;letter-spacing:.08em`,
  headline: "margin:0 0 8px;font-size:24px;line-height:1.25;font-weight:700",
  lead: "margin:0 0 12px;font-size:17px;line-height:1.4;font-weight:600",
  head: "padding:20px 20px 4px",
  action: "padding:24px 20px 4px",
  button: `padding:12px 18px;border-radius:6px;background:${buttonColour}`,
  buttonLink: "color:#fdfdfc;font-size:15px;font-weight:700;text-decoration:none",
  muted: "margin:0;font-size:13px;color:#52606d",
  heading: "padding:24px 20px 8px;font-size:17px;font-weight:700",
  title: "padding:24px 20px 4px;font-size:13px;font-weight:700;color:#52606d",
  cell: "padding:0 20px 20px",
  row: "padding:5px 20px;font-size:14px",
  note: "padding:24px 20px 0;font-size:15px",
  bar: "padding:0 0 0 14px;border-left:4px solid",
  tag: "margin:0;font-size:15px;font-weight:700;color:",
  name: "margin:0;font-size:17px;line-height:1.3;font-weight:700",
  part: "margin:8px 0 0",
  list: "margin:2px 0 0;padding:0 0 0 18px",
  small: "margin:8px 0 0;font-size:13px;color:#52606d",
  link: "color:#0b5394;font-weight:600",
  plainLink: "color:#1f2933",
  foot: "padding:16px 20px 24px",
} as const;

/** What each class becomes in the dark. */
const dark: Readonly<Record<string, string>> = {
  pg: "background:#12171c",
  sh: "background:#1b2229;color:#e6ebf0",
  mu: "color:#a9b6c2",
  ln: "color:#8ec5ff",
  pl: "color:#e6ebf0",
  bd: "background:#0b3a63;color:#f4f8fb",
  bt: "background:#8ec5ff;color:#10202f",
  "t-breached": "color:#ff9fb5;border-color:#ff9fb5",
  "t-overdue": "color:#ff9a8f;border-color:#ff9a8f",
  "t-today": "color:#ffc76b;border-color:#ffc76b",
  "t-ahead": "color:#8ec5ff;border-color:#8ec5ff",
};

const rulesIn = (scope: string): string =>
  Object.entries(dark)
    .map(([name, style]) => `${scope}.${name}{${style.replaceAll(/;|$/g, "!important;")}}`)
    .join("");

/**
 * For clients that choose their own dark colours from a style sheet (Apple Mail by its media query, Outlook's apps by the
 * attribute that they add); those that force dark mode without one invert the inline colours, which keep their contrast.
 */
export const darkStyles = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){${rulesIn("")}}
${rulesIn("[data-ogsc] ")}`;
