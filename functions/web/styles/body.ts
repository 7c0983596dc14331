export const body = `
.tabs{margin:.6rem 0}
.tabs a{padding:.25rem .8rem;border:1px solid var(--edge);border-radius:1em;font-size:.9rem}
.tabs a[aria-current]{background:var(--bar);color:var(--on-bar);border-color:var(--bar)}
.index,.key{gap:.4rem}
.index a{padding:.25rem .7rem}
.timeline>svg{display:block;min-width:44rem}
.timeline circle{fill:var(--g);stroke:var(--i);stroke-width:1.5}
.axis{stroke:var(--edge)}
.today{stroke:var(--accent);stroke-width:2;stroke-dasharray:4 3}
.meeting{stroke:var(--link);stroke-width:2}
.flag{fill:var(--link)}
.split{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,1fr);gap:1.2rem;align-items:start}
.stack{display:grid;gap:1rem;min-width:0}
.obligation:target{outline:3px solid var(--accent)}
.finding{border-left:5px solid var(--g);padding:.2rem 0 .2rem .9rem;margin:.7rem 0}
.finding.overdue{border-color:var(--i)}
.state{margin:0}
.next{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1.1rem;margin:.6rem 0}
.next a:not(.button){padding:.25rem 0}
.fact-list>li{border-top:1px solid var(--line)}
.fact-list summary{padding:.45rem 0;color:inherit}
.fact-list .facts{display:block;margin:.2rem 0}
.fact-list dd{margin-bottom:.4rem}
.fact-list .fact-list{margin-left:1rem}
.meeting-facts{margin-top:1rem}
.meeting-facts h3{font-size:1rem}
.band{fill:var(--edge);opacity:.22}
.term{stroke:var(--i);stroke-width:4;stroke-linecap:round}
.legend{display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;margin-top:.5rem}
.legend li{display:flex;align-items:center;gap:.4rem}
.timeline .legend svg{flex:none;width:1.25rem}
.history>li{border-top:1px solid var(--line);padding:.5rem 0}
.history>li:first-child{border-top:0}
.history,.about{list-style:none;padding:0;margin:.3rem 0 0}
.about li+li:before{content:"· ";color:var(--quiet)}
.about{display:flex;flex-wrap:wrap;gap:.1rem .5rem}
.changes li{display:grid;padding:.15rem 0;overflow-wrap:anywhere}
.changes del{color:var(--quiet)}
.changes ins{text-decoration:none;font-weight:600}
.done .quiet,.done del{color:inherit}
.done a{color:inherit}
.states li{padding:.1rem 0}
.missing{list-style:disc;padding-left:1.3rem;margin:.2rem 0}
.told li{padding:.2rem 0;font-size:.9rem}
figure{margin:.5rem 0}
figcaption{font-size:.82rem;color:var(--quiet);font-weight:600}
blockquote{margin:.1rem 0 .6rem;padding-left:.8rem;border-left:3px solid var(--line);max-width:75ch}
.facts dd .facts{display:block;margin:0}
.facts{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.25rem .9rem;margin:.6rem 0;font-size:.92rem}
@media (max-width:30rem){.facts{grid-template-columns:minmax(0,1fr)}.facts dd{margin:0 0 .4rem}}
.facts+.facts{border-top:1px solid var(--line);padding-top:.6rem}
dt{color:var(--quiet)}
dd{margin:0;overflow-wrap:anywhere}
.frame{width:100%;height:46rem;border:1px solid var(--line);border-radius:8px;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.85rem}
.button{display:inline-flex;align-items:center;text-decoration:none}
@media (max-width:62rem){.split{grid-template-columns:minmax(0,1fr)}}`;
