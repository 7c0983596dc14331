export const settings = `
fieldset.field>.field{margin-bottom:.9rem}
fieldset.card{min-width:0;margin:0}
fieldset.card>legend{float:left;width:100%;padding:0 0 .5rem}
fieldset.card>legend+*{clear:both}
.months{align-items:start;display:grid;grid-template-columns:repeat(auto-fill,minmax(15.5rem,1fr));gap:1.2rem}
.month{font-size:.88rem}
.month caption{font-size:1rem;text-transform:capitalize}
.month th,.month td{text-align:center;padding:.2rem;border:0;width:14.28%}
.month abbr{text-decoration:none;font-weight:400}
.month sup{font-size:.65em;line-height:0}
.day{background:var(--g);color:var(--i);border-radius:4px}
.key .day{display:inline-block;min-width:1.6em;text-align:center}
.day.off{--g:var(--bg);--i:var(--quiet)}
button.plain{background:none;border:1px solid var(--edge);color:var(--link);font-weight:400;min-height:1.9rem;padding:.15rem .6rem;font-size:.85rem}
.sheet legend{font-size:1rem;padding-top:.6rem}
dt .help{display:block}`;
