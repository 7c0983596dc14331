export const frame = `
.bar{background:var(--bar);color:var(--on-bar);display:flex;flex-wrap:wrap;align-items:center;gap:.3rem 1.6rem;padding:.6rem max(1rem,50vw - 43rem)}
.bar a{color:inherit}
.bar :focus-visible{outline-color:#7fd6cf}
.brand{display:flex;align-items:center;gap:.7rem;margin-right:auto}
.brand strong{display:block;font-size:1.25rem;line-height:1.15}
.brand small{font-size:.8rem}
.tick{stroke:#7fd6cf}
.bar nav{gap:.15rem}
.bar nav:not(.languages){flex-basis:100%}
.bar nav a{padding:.35rem .7rem;border-radius:6px;font-size:.93rem}
.bar nav a:hover{background:#ffffff1f}
.bar nav a[aria-current]{background:#ffffff26;font-weight:650;box-shadow:inset 0 -2px #7fd6cf}
.bar summary{color:inherit;padding:.35rem .7rem;font-size:.93rem;border-radius:6px}
.bar details:not([open]):has([aria-current]) summary{background:#ffffff26;font-weight:650;box-shadow:inset 0 -2px #7fd6cf}
.bar summary:hover{background:#ffffff1f}
.bar details{position:relative}
.bar details ul{position:absolute;z-index:8;left:0;min-width:14rem;background:var(--bar);border:1px solid #ffffff40;border-radius:8px;padding:.3rem;display:grid}
.bar details a{display:block}
.account{display:flex;align-items:center;gap:.7rem;font-size:.93rem;margin:0}
.account button{font:inherit;color:inherit;background:none;border:1px solid;border-radius:6px;padding:.3rem .7rem;cursor:pointer}
.account button:hover{background:#ffffff1f}
.demo{background:var(--g);color:var(--i);display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;justify-content:space-between;padding:.35rem max(1rem,50vw - 43rem);font-size:.88rem}
.demo p{margin:0;max-width:none}
main{max-width:88rem;margin:0 auto;padding:1.3rem 1rem 3rem;display:grid;gap:1.2rem}
main>*{min-width:0;margin-block:0}
footer{padding:1rem max(1rem,50vw - 43rem);border-top:1px solid var(--line);color:var(--quiet);font-size:.82rem}
.lead p{margin:.2rem 0 0}
.alert{border:2px solid;border-radius:10px;background:var(--g);color:var(--i);padding:.8rem 1.1rem}
.alert a{color:inherit}
@media(max-width:40rem){
.bar{gap:.2rem .5rem;padding-block:.4rem}
.brand small{display:none}
.bar nav a,.bar summary{padding:.35rem .5rem;font-size:.88rem}
}`;
