/** National-neutral palette; every pair of ground and ink has a contrast of 4.5 or more, in light and in dark. */
const light = `
--bg:#f3f6f8;--paper:#fff;--ink:#14212e;--quiet:#4c5b69;--line:#d3dce3;--edge:#7d8c99;--bar:#0b3a63;--on-bar:#fff;--link:#0b568f;--accent:#0f766e;
--overdue:#fbe0dc;--overdue-ink:#941b14;--breached:#8c1d18;--breached-ink:#fff;--due:#ffedbf;--due-ink:#664200;--late:#eceed3;--late-ink:#515811;
--met:#dcf1e6;--met-ink:#125c39;--upcoming:#e6eef5;--upcoming-ink:#33516e;--waived:#e9e8f4;--waived-ink:#4a4582;--demo:#fff3d1;--demo-ink:#5c4100;
--top:#b3e2ca;--top-ink:#0c4a2d;--fair:#fbf3cc;--fair-ink:#5f4b00;--low:#fbdcae;--low-ink:#6b3600`;

const dark = `
--bg:#0e161d;--paper:#16212b;--ink:#e4ebf0;--quiet:#a3b3c0;--line:#2b3a47;--edge:#6d7f8e;--bar:#0a2a47;--on-bar:#eef5fa;--link:#84c1f0;--accent:#5fc4ba;
--overdue:#54201d;--overdue-ink:#ffc9c2;--breached:#f0928a;--breached-ink:#3a0805;--due:#4a3809;--due-ink:#ffdf94;--late:#363b17;--late-ink:#dfe4a6;
--met:#15402c;--met-ink:#a5e5c3;--upcoming:#20344a;--upcoming-ink:#b4d0ea;--waived:#322f52;--waived-ink:#cbc7f2;--demo:#3d3210;--demo-ink:#f7df9f;
--top:#1d5c3f;--top-ink:#c5f3da;--fair:#403a14;--fair-ink:#f2e4a0;--low:#55360f;--low-ink:#ffd9a3`;

export const colours = `
:root{color-scheme:light dark;${light.replaceAll("\n", "")}}
@media (prefers-color-scheme:dark){:root{${dark.replaceAll("\n", "")}}}
.overdue{--g:var(--overdue);--i:var(--overdue-ink)}
.breached{--g:var(--breached);--i:var(--breached-ink)}
.due{--g:var(--due);--i:var(--due-ink)}
.late{--g:var(--late);--i:var(--late-ink)}
.met,.high{--g:var(--met);--i:var(--met-ink)}
.top{--g:var(--top);--i:var(--top-ink)}
.upcoming{--g:var(--upcoming);--i:var(--upcoming-ink)}
.waived{--g:var(--waived);--i:var(--waived-ink)}
.fair{--g:var(--fair);--i:var(--fair-ink)}
.low{--g:var(--low);--i:var(--low-ink)}
.bottom{--g:var(--overdue);--i:var(--overdue-ink)}
.none{--g:var(--paper);--i:var(--quiet)}`;
