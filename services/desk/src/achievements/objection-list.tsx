import { directionOf } from '@laurel/core/language';
import type { Objection } from '@laurel/core/lint/objection';
import type { Reader } from '@laurel/http/reader';
import type { Messages } from '@laurel/i18n/messages';
import { linkTo } from '@laurel/pages/link';
import { languageName } from '../me/language-name.ts';
import { placeOf } from './draft-parts.ts';

type ObjectionListProps = {
  readonly objections: readonly Objection[];
  /** The path of the draft. */
  readonly draftPath: string;
  readonly reader: Reader;
};

/** What is objected to, each with its reason and a way to the place. */
export function ObjectionList({ objections, draftPath, reader }: ObjectionListProps) {
  return (
    <ul class="people">
      {objections.map((objection) => (
        <li>
          <ObjectionText objection={objection} draftPath={draftPath} reader={reader} />
        </li>
      ))}
    </ul>
  );
}

type ObjectionTextProps = {
  readonly objection: Objection;
  readonly draftPath: string;
  readonly reader: Reader;
};

/** One objection: how grave it is and where, the words that it is about, and the reason. */
export function ObjectionText({ objection, draftPath, reader }: ObjectionTextProps) {
  const { message } = reader.messages;
  const { rule, severity, found, language } = objection;
  return (
    <>
      <strong>{message(`lint-severity-${severity}`)}</strong>
      {' · '}
      <a href={linkTo(placeOf(draftPath, objection), reader)}>
        {placeName(objection, reader.messages)}
      </a>
      {found !== null && language !== null && (
        <p>
          <q lang={language} dir={directionOf(language)}>
            {found}
          </q>
        </p>
      )}
      <p>{message(`lint-${rule}`)}</p>
    </>
  );
}

function placeName({ field, language }: Objection, messages: Messages): string {
  const part = messages.message(`achievements-part-${field}`);
  return language === null ? part : `${part} (${languageName(language, false, messages)})`;
}
