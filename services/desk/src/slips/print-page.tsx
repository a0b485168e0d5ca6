import { dayOf } from '@laurel/core/day';
import { groupedSlipCode } from '@laurel/core/slip-code';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { QrCode } from '@laurel/pages/qr-code';
import { Localised } from '../me/localised.tsx';
import type { BlankCode, BlankSlips } from './blank-slips.ts';
import { PdfLinks } from './pdf-links.tsx';
import { type SlipSheet, slipPath } from './slip-values.ts';

/** Two by four, as the stylesheet has it. */
const SLIPS_PER_PAGE = 8;

type PrintPageProps = BlankSlips & {
  readonly sheet: SlipSheet;
  readonly origin: string;
  readonly reader: Reader;
};

/** Blank slips to be printed and cut apart. */
export function PrintPage(props: PrintPageProps) {
  const { sheet, codes, reader } = props;
  const { message } = reader.messages;
  const pages = Array.from({ length: Math.ceil(codes.length / SLIPS_PER_PAGE) }, (_, page) =>
    codes.slice(page * SLIPS_PER_PAGE, (page + 1) * SLIPS_PER_PAGE),
  );
  return (
    <>
      <div class="unprinted">
        <p class="over">
          <a href={linkTo(slipPath(sheet), reader)}>
            <bdi dir="auto">{sheet.label}</bdi>
          </a>
        </p>
        <h1>{message('slips-print-title')}</h1>
        <p>{message('slips-print-lead', codes.length, pages.length)}</p>
        <p>{message('slips-print-language')}</p>
        <p class="actions">
          <PdfLinks sheet={sheet} reader={reader} />
          <button type="button" hidden data-print="yes">
            {message('slips-print')}
          </button>
        </p>
      </div>
      {pages.map((slips) => (
        <ul class="slips">
          {slips.map((slip) => (
            <Slip {...props} slip={slip} />
          ))}
        </ul>
      ))}
    </>
  );
}

type SlipProps = PrintPageProps & { readonly slip: BlankCode };

function Slip({ sheet, achievement, issuer, slip, origin, reader }: SlipProps) {
  const { message, language } = reader.messages;
  const { number, code } = slip;
  return (
    <li class="slip">
      <QrCode text={`${origin}/claim/${code}`} />
      <div class="said">
        <p>{message('slips-number', number)}</p>
        <p class="event" dir="auto">
          {sheet.label}
        </p>
        <p class="cut">
          <Localised texts={issuer.names} reader={reader} />
        </p>
        <p class="cut">
          <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
        </p>
      </div>
      <p class="below">
        {message('slips-scan-or-type')}{' '}
        <bdi dir="ltr" translate="no">
          {origin.replace(/^https?:\/\//, '')}/claim
        </bdi>
      </p>
      <p class="code">
        <bdi dir="ltr" translate="no">
          {groupedSlipCode(code)}
        </bdi>
      </p>
      <p class="below">
        {message('slips-log-in-until', longDate(dayOf(sheet.endsAtSeconds), language))}{' '}
        {message('slips-is-not')}
      </p>
    </li>
  );
}
