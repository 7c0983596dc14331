export const forms = `
.sheet{display:grid;gap:1rem;max-width:44rem}
.sheet .field{min-width:0}
fieldset.field{border:0;padding:0;margin:0}
legend{font-size:.85rem;font-weight:600;padding:0;margin-bottom:.15rem}
.optional,.help{color:var(--quiet);font-weight:400;font-size:.85rem}
.help{margin:.1rem 0 .3rem}
.wrong{color:var(--wrong);font-weight:600;font-size:.9rem;margin:.1rem 0 .3rem}
[aria-invalid]{border:2px solid var(--wrong)}
textarea{font:inherit;padding:.35rem .7rem;border:1px solid var(--edge);border-radius:6px;background:var(--paper);color:var(--ink);width:100%;resize:vertical}
.choice{display:flex;align-items:start;gap:.6rem;padding-block:.25rem}
.choice input{width:1.25rem;height:1.25rem;min-height:0;margin:.15rem 0 0;flex:none;accent-color:var(--accent)}
.choice label{font-weight:400;font-size:1rem;margin:0}
.sheet fieldset.line{border:1px solid var(--line);border-radius:8px;padding:.6rem .8rem;margin:.5rem 0;display:grid;gap:.6rem}
.line legend{padding:0 .3rem}
button.plain{background:none;color:var(--link);border-color:var(--edge)}
button.sr{min-height:0;padding:0;border:0}
.present{border-left:4px solid var(--line);padding:.3rem .8rem;white-space:pre-line}
.warning{border:2px solid var(--wrong);border-radius:10px;padding:.6rem 1rem}
.order summary{font-weight:600;font-size:.9rem}
.order figcaption{display:none}
.sheet .actions{align-items:center}
button.grave{background:var(--wrong);border-color:var(--wrong);color:var(--paper)}
.done{border:2px solid;border-radius:10px;padding:.6rem 1rem;background:var(--g);color:var(--i);max-width:none}
.alert ul{list-style:disc;padding-left:1.2rem}
.two{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr))}`;
