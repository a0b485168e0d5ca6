import { createHash } from 'node:crypto';

/**
 * The one stylesheet, inlined into every page: a page is one request. Logical properties alone, so
 * that it serves both directions. Colours hold 7:1 for text in both schemes (WCAG 2.2, 1.4.6).
 */
export const STYLESHEET = `
:root{color-scheme:light dark;--paper:#f6f5ef;--card:#fffefa;--ink:#17231c;--quiet:#4a574f;--line:#d5d9cd;--leaf:#17563a;--leaf-ink:#fff;--good-bg:#e6f1e8;--bad:#8c1d18;--bad-bg:#fbeae7;--care:#6b4300;--care-bg:#fbf1da;--serif:"Iowan Old Style",Palatino,"Noto Serif","Noto Naskh Arabic",Georgia,serif}
@media(prefers-color-scheme:dark){:root{--paper:#0e1512;--card:#15201b;--ink:#e8eee9;--quiet:#aebbb3;--line:#2d3b34;--leaf:#93d3ad;--leaf-ink:#0b2416;--good-bg:#12301f;--bad:#ffb4a9;--bad-bg:#3a1512;--care:#f2cd85;--care-bg:#33270d}}
*{box-sizing:border-box}
html{font:100%/1.6 system-ui,"Noto Sans",sans-serif}
body{margin:0;background:var(--paper);color:var(--ink);min-height:100vh;display:flex;flex-direction:column;overflow-wrap:anywhere}
main,.top nav,footer div{inline-size:100%;max-inline-size:46rem;margin-inline:auto;padding:.4rem 1.125rem}
main{flex:1;padding-block:1.5rem 3rem}
a{color:var(--leaf);text-underline-offset:.18em}
:focus-visible{outline:3px solid var(--leaf);outline-offset:3px;border-radius:2px}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:-4rem;background:var(--leaf);color:var(--leaf-ink);padding:.6rem 1rem}
.skip:focus{inset-block-start:.5rem}
.top{border-block-start:4px solid var(--leaf);border-block-end:1px solid var(--line)}
.top nav{display:flex;justify-content:space-between;align-items:center;gap:.1rem .8rem;flex-wrap:wrap}
.top a{display:inline-flex;align-items:center;gap:.5rem;min-block-size:2.75rem;font-weight:600;font-size:.9375rem}
.top a,.button{text-decoration:none}
.top .home{font:600 1.2rem/1 var(--serif);color:var(--ink);margin-inline-end:auto}
.top svg{color:var(--leaf);flex:none}
footer{border-block-start:1px solid var(--line)}
footer div{padding-block:1.25rem 2rem}
footer p{margin:.35rem 0}
h1{font:600 clamp(1.75rem,1.3rem + 2.4vw,2.6rem)/1.2 var(--serif);margin:.2em 0 .5em;text-wrap:balance}
h2,h3,.who{font:600 1.3rem/1.3 var(--serif)}
h2{margin:2.25rem 0 .6rem}
.card>:first-child{margin-block-start:0}
.card>:last-child{margin-block-end:0}
.card h2{font-size:1.1rem}
p,ul,ol{margin:.6rem 0}
li,.note p{margin-block:.3rem}
.lead{font-size:1.125rem}
.quiet,.iso,dt,footer{color:var(--quiet)}
.small,.iso,dt,footer{font-size:.875rem}
.over{color:var(--leaf);font-weight:600;font-size:.9375rem}
.card{background:var(--card);border:1px solid var(--line);border-block-start:3px solid var(--leaf);border-radius:.25rem;padding:1.5rem 1.25rem;margin-block:1.5rem}
dl{margin:1.25rem 0}
dt{margin-block-start:.9rem}
.seal{display:none;float:inline-end;color:var(--leaf);inline-size:4rem;block-size:4rem;margin-inline-start:1rem}
.logo{background:#fff;object-fit:contain}
.note{border-inline-start:4px solid var(--care);background:var(--care-bg);padding:.75rem 1rem;margin-block:1rem}
.verdict{display:flex;gap:.9rem;align-items:flex-start;padding:1.1rem 1.25rem;border-radius:.25rem;margin-block:1.25rem;color:var(--care);background:var(--care-bg);border:1px solid}
.verdict.good{color:var(--leaf);background:var(--good-bg)}
.verdict.bad{color:var(--bad);background:var(--bad-bg)}
.verdict .word{font:600 1.7rem/1.2 var(--serif);margin:0}
.verdict p{margin:.2rem 0 0}
.verdict div{color:var(--ink)}
.mark{flex:none;display:grid;place-items:center;inline-size:1.6em;block-size:1.6em;border:2px solid;border-radius:50%;font-weight:700;line-height:1}
.verdict .mark{font-size:1.5rem}
.checks li{display:flex;gap:.8rem;padding:.8rem 0;border-block-end:1px solid var(--line)}
.checks p,.row li,.over,dd,dd .plain,dd .plain li{margin:0}
.pass .mark{color:var(--leaf)}.fail .mark,.fail strong{color:var(--bad)}.warn .mark,.warn strong{color:var(--care)}.skipped .mark{color:var(--quiet)}
.plain,.checks{list-style:none;padding:0}
.plain a{padding-block:.3rem}
.row,.actions{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}
form{display:grid;gap:1.1rem}
label{font-weight:600;display:block}
textarea,input[type=file],input[type=text],select{inline-size:100%;font:inherit;color:inherit;background:var(--card);border:1px solid var(--quiet);border-radius:.25rem;padding:.65rem;margin-block-start:.35rem}
textarea{font:.9375rem/1.45 ui-monospace,monospace;min-block-size:8.5rem;resize:vertical}
button,.button{justify-self:start;font:inherit;font-weight:600;padding:.65rem 1.6rem;border:0;border-radius:.25rem;background:var(--leaf);color:var(--leaf-ink);cursor:pointer;text-align:center}
h3{margin:.2rem 0 .4rem}
h4{font-size:1rem;margin:1.5rem 0 .4rem}
select{inline-size:auto;max-inline-size:100%}
fieldset{border:0;padding:0;margin:0}
form>*,.actions>*,fieldset{min-inline-size:0}
legend{font-weight:600;padding:0;margin-block-end:.35rem}
.choice{display:flex;gap:.75rem;align-items:flex-start;min-block-size:2.75rem;padding:.65rem .8rem;border:1px solid var(--line);border-radius:.25rem;background:var(--card);margin-block-end:.5rem;cursor:pointer}
.choice:has(:checked){border-color:var(--leaf);box-shadow:inset 0 0 0 1px var(--leaf)}
.choice input{inline-size:1.25rem;block-size:1.25rem;flex:none;margin:.2rem 0 0;accent-color:var(--leaf)}
.help{display:block;font-weight:400;color:var(--quiet);font-size:.9375rem}
form+p{margin-block-start:1.5rem}
.actions{gap:.75rem}
.quieter{background:var(--card);color:var(--leaf);box-shadow:inset 0 0 0 1px var(--leaf)}
.grave{background:var(--bad);color:var(--paper)}
.step{padding-block:.6rem}
.plain a,.step,.button,.iso{display:inline-block}
[hidden]{display:none!important}
.done{border-color:var(--leaf);background:var(--good-bg)}
summary{cursor:pointer;font-weight:600;color:var(--leaf);padding-block:.7rem}
details{margin-block:1rem}
code,.record{font:.9em ui-monospace,monospace}
.record{white-space:pre-wrap;font-size:.8125rem;line-height:1.5;margin:.4rem 0}
.aside{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(min-width:40rem){.seal{display:block}.card{padding:2.25rem 2.5rem}dl{display:grid;grid-template-columns:10rem 1fr;gap:.9rem 1.5rem;align-items:baseline}dt{margin:0}}
@media(prefers-contrast:more){:root{--line:currentColor}}
@media print{.top nav a:last-child,footer ul,form,.skip{display:none}body{background:#fff}}
`.trim();

/** The source that a Content-Security-Policy allows: this stylesheet and no other. */
export const STYLESHEET_HASH = `sha256-${createHash('sha256').update(STYLESHEET).digest('base64')}`;
