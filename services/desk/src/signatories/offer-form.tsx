import { MAX_LANGUAGES } from '@laurel/contracts/issuer-requests';
import { MAX_SIGNATORY_LENGTH } from '@laurel/core/signatory';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Boxes, type Mistakes, TextField } from '../page/fields.tsx';
import { EnterSends, LanguageField } from '../texts/text-fields.tsx';
import type { OfferRow } from './offer-rows.ts';

type OfferFormProps = {
  readonly rows: readonly OfferRow[];
  /** Where it is sent. */
  readonly path: string;
  /** True for who offered before. */
  readonly again: boolean;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/**
 * A name and an office in each language, with a button (`add`) for one more, and the consent: the form is
 * sent with it or not taken.
 */
export function OfferForm({ rows, path, again, mistakes, reader }: OfferFormProps) {
  const { message } = reader.messages;
  const label = message(again ? 'signatories-change' : 'signatories-offer');
  return (
    <form method="post" action={linkTo(path, reader)}>
      <EnterSends label={label} />
      {rows.map((row, index) => (
        <RowFields row={row} number={index + 1} mistakes={mistakes} reader={reader} />
      ))}
      {rows.length > 1 && <p class="quiet small">{message('signatories-languages-help')}</p>}
      {rows.length < MAX_LANGUAGES && (
        <button type="submit" name="add" value="yes" class="quieter" formnovalidate>
          {message('texts-add')}
        </button>
      )}
      <Boxes
        name="agree"
        kind="checkbox"
        label={message('signatories-agree')}
        values={[]}
        mistake={mistakes.get('agree')}
        options={[{ value: 'yes', label: message('signatories-agree-yes') }]}
      />
      {again && <p>{message('signatories-change-means')}</p>}
      <button type="submit">{label}</button>
    </form>
  );
}

type RowProps = Pick<OfferFormProps, 'mistakes' | 'reader'> & {
  readonly row: OfferRow;
  readonly number: number;
};

function RowFields({ row, number, mistakes, reader }: RowProps) {
  const { message } = reader.messages;
  const lang = row.language === '' ? {} : { lang: row.language };
  return (
    <fieldset class="card">
      <legend class="aside">{message('signatories-row', number)}</legend>
      <LanguageField
        name={`language_${number}`}
        label={message('signatories-language')}
        value={row.language}
        mistake={mistakes.get(`language_${number}`)}
        reader={reader}
      />
      <div class="pair">
        <TextField
          name={`name_${number}`}
          label={message('signatories-name')}
          value={row.name}
          maxlength={MAX_SIGNATORY_LENGTH}
          autocomplete="off"
          mistake={mistakes.get(`name_${number}`)}
          {...lang}
        />
        <TextField
          name={`office_${number}`}
          label={message('signatories-office')}
          help={message('signatories-office-help')}
          value={row.office}
          maxlength={MAX_SIGNATORY_LENGTH}
          autocomplete="off"
          mistake={mistakes.get(`office_${number}`)}
          {...lang}
        />
      </div>
    </fieldset>
  );
}
