import { createHash } from 'node:crypto';

/**
 * Slips on paper, black on white in every colour scheme: two by four on a page, as high as A4 and Letter
 * both hold within margins of a centimetre, so that none is cut. On a screen they stand one below another.
 */
export const PRINT_STYLESHEET = `
@page{margin:10mm}
.slips{list-style:none;padding:0;margin:0;display:grid;gap:.75rem}
.slips+.slips{margin-block-start:.75rem}
.slip{color-scheme:light;background:#fff;color:#000;border:1px dashed #666;margin:0;padding:4mm;display:grid;grid-template-columns:34mm 1fr;gap:1mm 4mm;align-content:space-between;font:9pt/1.3 system-ui,"Noto Sans",sans-serif;break-inside:avoid}
.slip svg{inline-size:34mm;block-size:34mm;display:block}
.slip p{margin:0}
.slip .said{display:grid;gap:1mm;align-content:start;min-inline-size:0}
.slip .event{font-weight:700;font-size:11pt}
.slip .event,.slip .cut{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.slip .code{font:700 14pt/1.2 ui-monospace,monospace;white-space:nowrap}
.slip .below{grid-column:1/-1;font-size:8pt}
@media(max-width:24rem){.slip{grid-template-columns:1fr}}
@media print{
.top,footer,.skip,.unprinted{display:none}
body,main{display:block;background:#fff;color:#000;max-inline-size:none;padding:0;margin:0;min-height:0}
.slips{grid-template-columns:1fr 1fr;grid-auto-rows:64mm;gap:0;break-after:page}
.slips+.slips{margin:0}
.slips:last-child{break-after:auto}
.slip{overflow:hidden}
}
`.trim();

/** The source that a Content-Security-Policy allows besides the others. */
export const PRINT_STYLESHEET_HASH = `sha256-${createHash('sha256').update(PRINT_STYLESHEET).digest('base64')}`;
