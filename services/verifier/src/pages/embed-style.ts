import { createHash } from 'node:crypto';

/**
 * The whole stylesheet of the page that others frame: it fits into 300 by 120 pixels, in both schemes. The
 * colours are those of our pages.
 */
export const EMBED_STYLE = `
:root{color-scheme:light dark;--card:#fffefa;--ink:#17231c;--quiet:#4a574f;--good:#17563a;--bad:#8c1d18;--care:#6b4300}
@media(prefers-color-scheme:dark){:root{--card:#15201b;--ink:#e8eee9;--quiet:#aebbb3;--good:#93d3ad;--bad:#ffb4a9;--care:#f2cd85}}
*{box-sizing:border-box;margin:0}
html{font:14px/1.25 system-ui,"Noto Sans",sans-serif}
body,a{color:var(--ink);background:var(--card)}
.embed{display:flex;align-items:center;gap:.6rem;block-size:100vh;padding:.4rem .7rem;overflow:hidden;text-decoration:none;border:1px solid var(--tone);border-inline-start-width:5px}
.good{--tone:var(--good)}.bad{--tone:var(--bad)}.care{--tone:var(--care)}.none{--tone:var(--quiet)}
.embed>div{min-inline-size:0}
.mark{flex:none;display:grid;place-items:center;inline-size:1.5rem;block-size:1.5rem;border:2px solid;border-radius:50%;font-weight:700;line-height:1}
.mark,.word{color:var(--tone)}
.word{font-size:1.1rem;font-weight:700}
h1{font-size:1rem;font-weight:600}
h1{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden;overflow-wrap:anywhere}
.issuer{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:.93rem}
.quiet{color:var(--quiet);font-size:.8rem}
.more{text-decoration:underline}
a:focus-visible{outline:3px solid var(--tone);outline-offset:-5px}
.aside{position:absolute;inset-block-start:0;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`.trim();

/** The source that a Content-Security-Policy allows. */
export const EMBED_STYLE_HASH = `sha256-${createHash('sha256').update(EMBED_STYLE).digest('base64')}`;
