import { createHash } from 'node:crypto';

/** How fields of any document are laid out, also many levels deep on a phone. After the common stylesheet. */
export const FIELDS_STYLE = `
.fields{display:block;margin:.4rem 0}
.fields dt{margin-block-start:.8rem}
.fields .fields{border-inline-start:2px solid var(--line);padding-inline-start:.8rem}
.fields .fields .fields .fields .fields{border:0;padding:0}
.fields li:has(>dl)+li{border-block-start:1px solid var(--line);padding-block-start:.7rem}
.fields details{margin:0}
.fields summary{padding-block:.2rem;font-weight:400}
.fields p{margin:0}
.said{white-space:pre-wrap}
`.trim();

/** The source that a Content-Security-Policy allows. */
export const FIELDS_STYLE_HASH = `sha256-${createHash('sha256').update(FIELDS_STYLE).digest('base64')}`;
