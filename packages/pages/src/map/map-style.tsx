import { createHash } from 'node:crypto';

/**
 * Maps: on a phone one lane below another, with more room side by side; on paper all of it on one sheet of
 * A4, upright, in columns between whose steps it breaks. `print-…` is chosen by how much there is to say.
 */
export const MAP_STYLESHEET = `
@page{size:A4;margin:11mm}
.lanes{display:grid;gap:2rem;margin-block:1.5rem}
.lane{min-inline-size:0}
.lane h2{margin:0 0 .9rem;font-size:1.2rem}
.trail{list-style:none;padding:0;margin:0}
.trail>li{position:relative;margin:0 .75rem 0;margin-inline-end:0;padding-inline-start:1.5rem;padding-block-end:1.3rem;border-inline-start:3px solid var(--line);scroll-margin-block-start:1rem}
.trail>li:last-child{border-color:transparent;padding-block-end:0}
.trail p{margin:.15rem 0 0}
.trail .named{font-weight:600;margin:0}
.trail .named a{display:inline-block;padding-block:.15rem}
.stop{position:absolute;inset-inline-start:-.85rem;inset-block-start:.2rem;display:grid;place-items:center;inline-size:1.5rem;block-size:1.5rem;border-radius:50%;border:3px solid var(--leaf);background:var(--card);font:700 .9rem/1 system-ui,sans-serif}
.been .stop{background:var(--leaf);color:var(--leaf-ink)}
.next .stop{border-style:dashed}
.next .stop::before{content:"";inline-size:.5rem;block-size:.5rem;border-radius:50%;background:var(--leaf)}
.stands{color:var(--leaf);font-weight:600;font-size:.9375rem}
.trail>li:target .named{text-decoration:underline;text-decoration-thickness:.2em}
.printed{display:none}
@media(min-width:40rem){.lanes{grid-template-columns:repeat(auto-fill,minmax(17rem,1fr))}}
@media print{
:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--quiet:#333;--line:#999;--leaf:#17563a;--leaf-ink:#fff}
.top,footer,.skip,.unprinted,#signed-in,#signed-in~*,.trail .taken,.trail .ask{display:none}
html{font-size:9pt;line-height:1.25}
body,main{display:block;background:#fff;color:#000;max-inline-size:none;min-height:0;padding:0;margin:0}
h1{font-size:17pt;margin:0 0 1mm}
a{color:inherit;text-decoration:none}
main>p,main .note{margin:1mm 0;padding-block:0}
.lanes{display:block;columns:2;column-gap:6mm;margin-block:3mm}
.lane{margin-block-end:2.5mm}
.lane h2{font-size:1.15em;margin:0 0 .4em;break-after:avoid}
.trail>li{break-inside:avoid;margin-inline-start:.6em;padding-inline-start:1.2em;padding-block-end:.5em;border-inline-start-width:1px}
.trail p,.trail .small{font-size:1em;margin:0}
.trail .named a{padding:0}
.stop{inset-inline-start:-.65em;inset-block-start:.05em;inline-size:1.2em;block-size:1.2em;border-width:1px;font-size:.9em;print-color-adjust:exact}
.next .stop::before{inline-size:.4em;block-size:.4em}
.print-large{font-size:12pt}
.print-large .lane{break-inside:avoid}
.print-usual{columns:3;font-size:8.6pt}
.print-small{columns:3;font-size:7pt;line-height:1.2}
.print-dense,.print-names{columns:4;column-gap:4mm;font-size:6pt;line-height:1.15}
.print-names{font-size:5.6pt}
.print-names .hint,.print-names .leads{display:none}
.printed{display:flex;gap:4mm;align-items:center;margin-block-start:2mm;break-inside:avoid;font-size:8pt}
.printed svg{inline-size:17mm;block-size:17mm;flex:none}
}
`.trim();

/** The source that a Content-Security-Policy allows besides the common stylesheet. */
export const MAP_STYLESHEET_HASH = `sha256-${createHash('sha256').update(MAP_STYLESHEET).digest('base64')}`;
