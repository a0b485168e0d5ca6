import { createHash } from 'node:crypto';

/** What a reference needs besides the common stylesheet: operations, members of bodies, text to copy. */
export const REFERENCE_STYLESHEET = `
.copy{font:.875rem/1.45 ui-monospace,monospace;white-space:pre-wrap;background:var(--card);border:1px solid var(--line);padding:.8rem;max-block-size:16rem;overflow:auto}
.tag{display:inline-block;border:1px solid;border-radius:1rem;padding:0 .6rem;font-size:.8125rem}
.members{list-style:none;padding-inline-start:.8rem;border-inline-start:2px solid var(--line)}
.operation{font-size:1.05rem;margin-block-start:2.5rem}
`.trim();

/** The source that a Content-Security-Policy allows besides the common stylesheet. */
export const REFERENCE_STYLESHEET_HASH = `sha256-${createHash('sha256').update(REFERENCE_STYLESHEET).digest('base64')}`;
