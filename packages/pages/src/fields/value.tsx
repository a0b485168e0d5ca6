import { directionOf } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { autonymOf } from '@laurel/i18n/autonym';
import { isolated } from '@laurel/i18n/isolated';
import { longDate } from '@laurel/i18n/long-date';
import type { Child } from 'hono/jsx';
import type { Field, FieldValue, TextInLanguage } from './field-value.ts';

type ValueProps = {
  readonly value: FieldValue;
  readonly linked: boolean;
  readonly reader: Reader;
  /** Draws the fields of a group. */
  readonly group: (fields: readonly Field[]) => Child;
};

/** One value of any document: text stays text, whatever is written in it; nothing is loaded. */
export function Value(props: ValueProps) {
  const { value, linked, reader, group } = props;
  const { message, language } = reader.messages;
  switch (value.kind) {
    case 'text':
      return <Said {...value} />;
    case 'languages':
      return <Languages texts={value.texts} reader={reader} />;
    case 'moment':
      return (
        <>
          <time datetime={value.written}>{longDate(value.day, language)}</time>{' '}
          <bdi dir="ltr" class="iso">
            ({value.written})
          </bdi>
        </>
      );
    case 'address':
      return <Address address={value.address} linked={linked} />;
    case 'data': {
      const kind = value.mediaType.startsWith('image/') ? 'fields-picture' : 'fields-attached';
      return <>{message(kind, isolated(value.mediaType), value.bytes)}</>;
    }
    case 'number':
      return <bdi dir="ltr">{value.written}</bdi>;
    case 'answer':
      return <>{message(value.yes ? 'fields-yes' : 'fields-no')}</>;
    case 'empty':
      return <span class="quiet">{message('fields-empty')}</span>;
    case 'list':
      return (
        <ul class="plain">
          {value.items.map((item) => (
            <li>
              <Value {...props} value={item} />
            </li>
          ))}
        </ul>
      );
    case 'group':
      return <>{group(value.fields)}</>;
  }
}

/** A longer text is folded, so that nobody has to scroll past it to the next field. */
const FOLDED_FROM_UNITS = 800;
const SHOWN_UNITS = 160;

/** A text as it was written, its lines and its marks too. */
function Said({ text, language }: TextInLanguage) {
  const own = language === null ? {} : { lang: language, dir: directionOf(language) };
  const whole = (
    <bdi dir="auto" class="said" translate="no" {...own}>
      {text}
    </bdi>
  );
  return text.length < FOLDED_FROM_UNITS ? (
    whole
  ) : (
    <details>
      <summary>
        <bdi dir="auto" {...own}>
          {[...text.slice(0, SHOWN_UNITS)].slice(0, -1).join('')}…
        </bdi>
      </summary>
      {whole}
    </details>
  );
}

type LanguagesProps = { readonly texts: readonly TextInLanguage[]; readonly reader: Reader };

/** The same text in several languages, those of the reader first. */
function Languages({ texts, reader: { languages } }: LanguagesProps) {
  const place = ({ language }: TextInLanguage) => {
    const at = languages.findIndex((one) => one.split('-')[0] === language?.split('-')[0]);
    return at < 0 ? languages.length : at;
  };
  return (
    <ul class="plain">
      {[...texts]
        .sort((one, other) => place(one) - place(other))
        .map((text) => (
          <li>
            {text.language !== null && (
              <span class="quiet small" lang={text.language}>
                {autonymOf(text.language)}:{' '}
              </span>
            )}
            <Said {...text} />
          </li>
        ))}
    </ul>
  );
}

/** Shown in full, so that nobody is led elsewhere than they read; whoever follows it says nothing of where from. */
function Address({ address, linked }: { readonly address: string; readonly linked: boolean }) {
  const text = (
    <bdi dir="ltr" translate="no">
      {address}
    </bdi>
  );
  return linked && isPlainLink(address) ? (
    <a href={address} rel="noreferrer nofollow noopener">
      {text}
    </a>
  ) : (
    text
  );
}

/** Of https, in plain letters, and with no name before an @ that looks like a host. */
function isPlainLink(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && url.username === '' && /^[!-~]+$/.test(address);
}
