export const print = `
@media print{
@page{margin:12mm}
html{font-size:10pt}
.bar nav,.account form,.skip,.filters,.actions,footer{display:none}
.bar{color:var(--ink);background:none;padding:0}
body{background:none}
main{padding:.5rem 0;max-width:none}
.card,.figure,.finding{break-inside:avoid}
.wide{overflow:visible;max-height:none}
.matrix thead th,.matrix tbody th{position:static}
a{color:inherit;text-decoration:none}
*{print-color-adjust:exact}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}`;
