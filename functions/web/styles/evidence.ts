/** Lists of documents; a hash is long and breaks anywhere. */
export const evidence = `
.files{display:grid;gap:1rem;list-style:none;padding:0;margin:0}
.files p{margin:.15rem 0}
.files a{display:inline-block;min-height:1.5rem}
.hash{font-family:ui-monospace,monospace;font-size:.8rem;overflow-wrap:anywhere}`;
