import { createHash } from 'node:crypto';

/** What only the desk's pages need: tables, lists of people, progress, forms with many fields, print. */
export const DESK_STYLESHEET = `
.sections{border-block-end:1px solid var(--line);margin:0 0 1rem}
.sections ul{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;list-style:none;padding:0;margin:0}
.sections a{display:inline-block;padding-block:.7rem;text-decoration:none}
.sections [aria-current]{font-weight:700;box-shadow:inset 0 -3px 0 var(--leaf)}
.steps{display:flex;flex-wrap:wrap;gap:.3rem 1rem;list-style:none;padding:0;counter-reset:s;font-size:.9375rem}
.steps li{counter-increment:s;color:var(--quiet)}
.steps li::before{content:counter(s) ". "}
.steps [aria-current]{color:var(--ink);font-weight:700}
.scroll{overflow-x:auto}
.scroll th,.scroll td{overflow-wrap:normal}
table{border-collapse:collapse;inline-size:100%;font-size:.9375rem}
caption{text-align:start;font-weight:600;padding-block:1.2rem .4rem}
th,td{text-align:start;vertical-align:top;padding:.5rem .6rem;border-block-end:1px solid var(--line)}
thead th{border-block-end:2px solid var(--quiet)}
td.number,th.number{text-align:end;font-variant-numeric:tabular-nums;overflow-wrap:normal}
.people{list-style:none;padding:0;margin:0}
.people>li{padding:.8rem 0;border-block-end:1px solid var(--line)}
.people p{margin:.15rem 0}
.people>li>form{margin-block-start:.6rem}
.tally{display:grid;grid-template-columns:repeat(auto-fit,minmax(6rem,1fr));gap:.6rem;list-style:none;padding:0}
.tally li{margin:0;background:var(--card);border:1px solid var(--line);border-radius:.25rem;padding:.6rem .8rem}
.tally strong{display:block;font:600 1.6rem/1.2 var(--serif)}
progress{inline-size:100%;block-size:1rem;accent-color:var(--leaf)}
input[type=number],input[type=date],input[type=datetime-local],input[type=url],input[type=search],input[inputmode]{font:inherit;color:inherit;background:var(--card);border:1px solid var(--quiet);border-radius:.25rem;padding:.65rem;margin-block-start:.35rem;max-inline-size:100%}
select{inline-size:100%}
.pair>*{min-inline-size:0}
input[type=url]{inline-size:100%}
fieldset.card{display:grid;gap:1.1rem;margin-block:0}
.note h2{margin-block-start:0}
.row [aria-current]{font-weight:700}
.pair{display:grid;gap:1.1rem}
.mistake{color:var(--bad);font-weight:600;margin:.35rem 0 0}
[aria-invalid=true]{border-color:var(--bad);border-width:2px}
.mistakes{border:2px solid var(--bad);padding:1rem 1.25rem;margin-block:1rem}
.mistakes h2{margin-block-start:0;color:var(--bad)}
.copy{font:.875rem/1.45 ui-monospace,monospace;white-space:pre-wrap;background:var(--card);border:1px solid var(--line);padding:.8rem;max-block-size:16rem;overflow:auto}
.qr{background:#fff;color:#000;padding:1rem;inline-size:min(100%,16rem);margin:0}
.qr svg{display:block;inline-size:100%;block-size:auto}
.waiting{color:var(--care);font-weight:600}
.overdue{background:var(--care-bg);color:var(--care);border-inline-start:4px solid var(--care);padding:.3rem .7rem;font-weight:700}
.story{margin:0;white-space:pre-line}
.code{font-size:2.25rem;letter-spacing:.08em;margin-block:.25rem;font-variant-numeric:tabular-nums}
.story p{unicode-bidi:plaintext;text-align:start}
blockquote.story{border-inline-start:4px solid var(--line);padding-inline-start:.8rem;margin-block:.6rem}
.tag{display:inline-block;border:1px solid;border-radius:1rem;padding:0 .6rem;font-size:.8125rem}
.paging{display:flex;gap:1rem;flex-wrap:wrap;align-items:center;justify-content:space-between;margin-block:1rem}
.paging a{padding-block:.6rem}
blockquote{margin:0;border-inline-start:3px solid var(--line);padding-inline-start:.8rem;color:var(--quiet)}
@media(min-width:40rem){.pair{grid-template-columns:1fr 1fr}}
@media print{.sections,.steps,.actions,.paging,#signed-in,#signed-in~*{display:none}.card{border:0;padding:0}}
`.trim();

/** The source that a Content-Security-Policy allows besides the common stylesheet. */
export const DESK_STYLESHEET_HASH = `sha256-${createHash('sha256').update(DESK_STYLESHEET).digest('base64')}`;
