import { createHash } from 'node:crypto';
import type { Reader } from '@laurel/http/reader';

/** All the script of a page that is made to be printed; without it readers print by their browser’s menu. */
export const PRINT_SCRIPT = `
for(const b of document.querySelectorAll('[data-print]')){b.hidden=false;b.addEventListener('click',()=>window.print())}
`.trim();

/** The source that a Content-Security-Policy allows. */
export const PRINT_SCRIPT_HASH = `sha256-${createHash('sha256').update(PRINT_SCRIPT).digest('base64')}`;

/** Prints the page; hidden until the script runs. */
export function PrintButton({ reader }: { readonly reader: Reader }) {
  return (
    <button type="button" hidden data-print="yes">
      {reader.messages.message('credential-certificate-print')}
    </button>
  );
}
