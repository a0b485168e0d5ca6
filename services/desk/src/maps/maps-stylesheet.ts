import { createHash } from 'node:crypto';
import { MAP_STYLESHEET } from '@laurel/pages/map/map-style';
import { DESK_STYLESHEET } from '../page/stylesheet.ts';

/** The desk's pages on which a map is seen, or drawn: its steps in a list, with small buttons. */
export const MAPS_STYLESHEET = `
${DESK_STYLESHEET}
${MAP_STYLESHEET}
.edits{gap:0}
.edits .drawn{display:flex;gap:.5rem;align-items:center;justify-content:space-between;flex-wrap:wrap}
.edits .drawn>:first-child{flex:1;min-inline-size:9rem}
.edits .small-buttons{display:flex;gap:.4rem}
.edits .small-buttons button{min-inline-size:2.75rem;min-block-size:2.75rem;padding:.3rem .7rem}
`.trim();

/** The source that a Content-Security-Policy allows besides the others. */
export const MAPS_STYLESHEET_HASH = `sha256-${createHash('sha256').update(MAPS_STYLESHEET).digest('base64')}`;
