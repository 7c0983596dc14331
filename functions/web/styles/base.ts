export const base = `
*{box-sizing:border-box}
html{font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;}
body{margin:0;background:var(--bg);color:var(--ink)}
h1,h2,h3{line-height:1.25;margin:0;overflow-wrap:anywhere}
h1{font-size:clamp(1.35rem,5.5vw,1.75rem);font-weight:650}
h2{font-size:1.2rem}
h3{font-size:1.05rem}
h2+h3{margin-top:.5rem}
p{margin:.4rem 0;max-width:75ch;overflow-wrap:anywhere}
ul{padding:0;margin:0;list-style:none}
a{color:var(--link);overflow-wrap:break-word}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
main:focus{outline:0}
.sr,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;z-index:9;left:1rem;top:.5rem;padding:.5rem 1rem;background:var(--paper)}
.quiet,.empty{color:var(--quiet)}
.quiet{font-size:.9rem}
.note{border-left:4px solid;padding:.3rem .8rem;background:var(--g);color:var(--i);font-size:.9rem;max-width:none}
.card,.filters,.wide,.figure{background:var(--paper);border:1px solid var(--line);border-radius:10px}
.card,.filters{padding:1rem 1.1rem}
.levels,.key,.tabs,.index,.actions,.pages,.bar nav{display:flex;flex-wrap:wrap;gap:.3rem .8rem}
.figure,.tile,.items a,.tabs a,.index a,.bar a,.matrix td a{text-decoration:none}
.items a:hover,.index a:hover,.figure:hover span{text-decoration:underline}
.count{display:inline-block;min-width:1.7em;padding:0 .45em;border-radius:1em;background:var(--g);color:var(--i);font-size:.85rem;text-align:center}
.tag{display:inline-block;padding:.1rem .6rem;border-radius:1em;background:var(--g);color:var(--i);font-size:.85rem;font-weight:600;white-space:nowrap}
.tag.none{border:1px solid var(--line)}
.days{color:var(--i);background:var(--g);border-radius:4px;padding:0 .4rem;font-size:.85rem;font-weight:600;display:inline-block}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;font-weight:700;font-size:1.2rem;padding-bottom:.5rem}
th,td{padding:.35rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{font-size:.82rem;vertical-align:bottom;color:var(--quiet)}
.n{text-align:right;font-variant-numeric:tabular-nums}
.zero{color:var(--quiet)}
.scroll{overflow-x:auto;position:relative}
input,select,button,.button{font:inherit;min-height:2.6rem;padding:.35rem .7rem;border:1px solid var(--edge);border-radius:6px;background:var(--paper);color:var(--ink);width:100%}
button,.button{background:var(--key);border-color:var(--key);color:var(--on-bar);font-weight:600;cursor:pointer;width:auto}
label{display:block;font-size:.85rem;font-weight:600;margin-bottom:.15rem}
summary{cursor:pointer;color:var(--link);padding:.2rem 0}`;
