import { createHash } from 'node:crypto';

/**
 * Slips on paper, black on white in every colour scheme: two by four on a page, low enough for A4 and
 * Letter with margins of up to 14 millimetres, so that none is cut. On a screen one stands below another.
 */
export const PRINT_STYLESHEET = `
@page{margin:10mm}
.slips{list-style:none;padding:0;margin:0;display:grid;gap:.75rem}
.slips+.slips{margin-block-start:.75rem}
.slip{color-scheme:light;background:#fff;color:#000;border:1px dashed #666;margin:0;padding:3mm;display:grid;grid-template-columns:31mm 1fr;gap:1mm 3mm;align-content:space-between;font:9pt/1.3 system-ui,"Noto Sans",sans-serif;break-inside:avoid}
.slip svg{inline-size:31mm;block-size:31mm;display:block}
.slip p{margin:0}
.slip .said{display:grid;gap:1mm;align-content:start;min-inline-size:0}
.slip .event{font-weight:700;font-size:11pt}
.slip .event,.slip .cut{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.slip .below{grid-column:1/-1;font-size:7.5pt}
.slip .code{grid-column:1/-1;font:700 16pt/1.2 ui-monospace,monospace;white-space:nowrap}
@media(max-width:24rem){.slip{grid-template-columns:1fr}}
@media print{
.top,footer,.skip,.unprinted{display:none}
body,main{display:block;background:#fff;color:#000;max-inline-size:none;padding:0;margin:0;min-height:0}
.slips{grid-template-columns:1fr 1fr;grid-auto-rows:62mm;gap:0;break-after:page}
.slips+.slips{margin:0}
.slips:last-child{break-after:auto}
.slip{overflow:hidden}
}
`.trim();

/** The source that a Content-Security-Policy allows besides the others. */
export const PRINT_STYLESHEET_HASH = `sha256-${createHash('sha256').update(PRINT_STYLESHEET).digest('base64')}`;
