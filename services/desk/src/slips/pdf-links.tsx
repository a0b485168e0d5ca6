import { PAPER_SIZES } from '@laurel/core/paper';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type SlipSheet, slipPath } from './slip-values.ts';

type PdfLinksProps = {
  readonly sheet: Pick<SlipSheet, 'issuer' | 'id'>;
  readonly reader: Reader;
};

/** The way to the slips as a PDF, for each paper. */
export function PdfLinks({ sheet, reader }: PdfLinksProps) {
  return (
    <>
      {PAPER_SIZES.map((size) => (
        <a
          class="button quieter"
          href={linkTo(slipPath(sheet, `/print.pdf?paper=${size}`), reader)}
        >
          {reader.messages.message(`slips-pdf-${size}`)}
        </a>
      ))}
    </>
  );
}
