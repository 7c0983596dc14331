import { accent, ink, levelColours, line, type Pair, quiet, stateColours } from "../status/colours.ts";

const pairs = (colours: Readonly<Record<string, Pair>>): string =>
  Object.entries(colours)
    .map(([name, [ground, colour]]) => `.${name}{background:${ground};color:${colour}}`)
    .join("");

/** The styles of the file: it is read alone, so they travel in it. Paper gets the colours too. */
export const styles = `
*{box-sizing:border-box}
html{font:15px/1.45 "PT Sans",system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{margin:0 auto;padding:1.5rem;max-width:84rem;color:${ink};background:#fff}
h1{font-size:1.7rem;line-height:1.2;margin:.1rem 0}
h2{font-size:1.2rem;margin:1.6rem 0 .4rem}
p{margin:.3rem 0}
ul{list-style:none;margin:.8rem 0;padding:0}
.product{color:${accent};font-weight:700;letter-spacing:.15em;text-transform:uppercase}
.about{font-size:1.15rem}
.quiet{color:${quiet};font-size:.9rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.5rem}
.figures li{padding:.5rem .7rem;border-radius:6px;font-size:.85rem}
.figures li:not([class]){background:#e6eef5}
.figures strong{display:block;font-size:1.5rem;line-height:1.2}
.drawings{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:2rem}
svg{max-width:100%;height:auto;font-family:inherit}
.key{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;font-size:.85rem}
.key b{display:inline-block;min-width:1.6em;text-align:center;border-radius:3px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.85rem}
th,td{padding:.25rem .45rem;text-align:left;vertical-align:top;border-bottom:1px solid ${line}}
thead th{color:${quiet};font-size:.8rem;vertical-align:bottom}
tfoot td{font-weight:700}
.n{text-align:right;font-variant-numeric:tabular-nums}
.matrix td{text-align:center;border:1px solid #fff;font-weight:700;white-space:nowrap}
.matrix tbody th{font-weight:400}
.matrix thead th:nth-child(n+2){writing-mode:vertical-rl;transform:rotate(180deg);max-height:8rem}
.matrix .group th{background:#e6eef5;font-weight:700}
${pairs(stateColours)}${pairs(levelColours)}
@page{size:A4 landscape;margin:12mm}
@media print{html{font-size:10px}body{padding:0;max-width:none}tr,.figures,svg{break-inside:avoid}h2{break-after:avoid}.scroll{overflow:visible}}
`.replaceAll("\n", "");
