export const overview = `
.figures,.figures ul{display:grid;gap:.6rem}
.figures{grid-template-columns:minmax(17rem,1fr) 3.2fr}
.figures ul{grid-template-columns:repeat(auto-fit,minmax(7.6rem,1fr))}
.figure{display:block;height:100%;border-top:4px solid var(--g);padding:.7rem .55rem;color:var(--ink)}
.figure strong{display:block;font-size:1.4rem;line-height:1.2;white-space:nowrap}
.figure b{font-size:1rem;display:inline-block;min-width:1.7em;text-align:center;border-radius:5px;background:var(--g);color:var(--i);vertical-align:.15em}
.figure span{font-size:.87rem;line-height:1.3;display:block}
.rate.figure{--g:var(--accent);display:flex;padding:.7rem .8rem;gap:1rem;align-items:center}
.rate strong{font-size:1.9rem}
.rate small{color:var(--quiet);line-height:1.3;display:block}
.ring{flex:none}
.rest{stroke:var(--line)}
.part{stroke:var(--accent)}
.trend,.timeline svg{width:100%;fill:var(--quiet)}
.trend .part{stroke-width:2.5}
.trend .past{fill:var(--line)}
.trend .ahead{fill:#dba21c}
.clock{font-size:1.5rem;font-weight:650}
.clock~*,.ways .actions{margin:.7rem 0}
progress{width:100%;height:1.4rem;accent-color:var(--accent)}
.ways{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1.2rem;align-items:start}
.later{height:22rem;overflow:auto}
@media (scripting:none){.later{height:auto}}
.columns{display:grid;grid-template-columns:minmax(0,1.35fr) minmax(0,1fr) minmax(0,1fr);gap:1.2rem;align-items:start}
.tiles{display:grid;grid-template-columns:repeat(7,minmax(0,1fr));gap:5px;max-width:46rem;margin:.7rem 0}
.tiles.others{grid-template-columns:repeat(auto-fill,minmax(9rem,1fr))}
.tile{display:block;height:100%;text-align:center;padding:.4rem .1rem;border-radius:7px;background:var(--g);color:var(--i);line-height:1.25;font-size:.85rem}
.tile strong,.tile small{display:block}
.tile strong{font-size:1.05rem;white-space:nowrap}
.matrix td a:hover,.tile:hover,.tile[aria-current]{box-shadow:inset 0 0 0 2px var(--i)}
.tile small{font-size:.8rem}
.tile.none,.levels .none::before{border:1px solid var(--line)}
${[1, 2, 3, 4, 5, 6, 7].map((column) => `.c${column}{grid-column:${column}}`).join("")}
${[1, 2, 3, 4, 5].map((row) => `.r${row}{grid-row:${row}}`).join("")}
.levels,.key{font-size:.83rem;color:var(--quiet)}
.levels li::before{content:"";display:inline-block;width:1em;height:1em;border-radius:3px;margin-right:.4em;vertical-align:-.1em;background:var(--g)}
.items{margin:.4rem 0}
.items li{padding:.45rem 0;border-bottom:1px solid var(--line);line-height:1.35;overflow-wrap:anywhere}
.items li li{padding:.15rem 0;border:0}
.items p{margin:.15rem 0 0}
.items .quiet{font-size:.82rem}
.counts thead b{display:block}
.counts th a{color:var(--ink)}
.counts tbody th{min-width:11rem;font-weight:400}
.bars{display:block;border-radius:3px;overflow:hidden;margin:.35rem 0}
.bars rect{fill:var(--g)}
.bars .due{fill:#dba21c}
.bars .overdue{fill:var(--i)}
.counts tfoot{font-weight:700}
@media (max-width:75rem){.columns{grid-template-columns:1fr 1fr}.stack.map{grid-column:1/3;grid-template-columns:1.3fr 1fr;align-items:start}}
@media (max-width:52rem){.columns,.figures,.stack.map{grid-template-columns:minmax(0,1fr)}.stack.map{grid-column:1}}
@media (max-width:30rem){.figures ul{grid-template-columns:1fr 1fr}.tiles{gap:3px}.tile{font-size:.72rem}.tile strong{font-size:.82rem}.tile small{font-size:.7rem}}`;
