export const matrix = `
.filters{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.7rem;align-items:end;margin:.9rem 0}
.actions{align-items:center}
.key{margin:.5rem 0 .8rem}
.matrix{border-collapse:separate;border-spacing:0;line-height:1.3}
.matrix thead th{position:sticky;top:0;z-index:2;background:var(--paper);color:var(--ink);text-align:center;vertical-align:bottom;border-bottom:2px solid var(--edge)}
.matrix thead th span{writing-mode:vertical-rl;transform:rotate(180deg);font-weight:600;max-height:11rem;text-align:left}
.matrix thead th:first-child{text-align:left;z-index:3}
.matrix tbody th,.matrix thead th:first-child{position:sticky;left:0;min-width:15rem;background:var(--paper);font-weight:400}
.matrix td{text-align:center;padding:0;min-width:2.6rem;border-left:1px solid var(--line);vertical-align:middle;background:var(--g);color:var(--i)}
.matrix td:nth-child(2){padding:0 .4rem;white-space:nowrap;background:none;color:var(--ink)}
.matrix td a{display:block;padding:.38rem .2rem;color:inherit;font-weight:700}
.matrix td a:focus-visible{outline-offset:-3px}
.matrix sub{font-size:.68rem;font-weight:600;margin-left:.15em;line-height:0}
.matrix .group th{background:var(--g);color:var(--i);position:static;padding:.4rem .6rem}
.matrix .group b{position:sticky;left:.6rem;display:inline-block}
.group b::first-letter,caption::first-letter{text-transform:uppercase}
.matrix tbody tr:hover th{background:var(--bg)}
@media (max-width:78rem){.wide{max-height:85vh;overflow:auto}}
@media (min-width:78.01rem){.wide{overflow:visible}}
@media (max-width:40rem){.matrix tbody th,.matrix thead th:first-child{min-width:9.5rem;max-width:9.5rem;font-size:.8rem}}`;
