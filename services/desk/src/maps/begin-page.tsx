import { MAX_MAP_LENGTHS } from '@laurel/contracts/map-requests';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Boxes, MistakeList, type Mistakes, TextField } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { mapPath } from './map-page.ts';

export type BeginFields = {
  readonly title: string;
  readonly language: string;
  readonly starter: boolean;
};

type BeginPageProps = {
  readonly issuer: string;
  readonly fields: BeginFields;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** Begins a map: its title, the language it is written in, and whether with all that is awarded now. */
export function BeginPage({ issuer, fields, mistakes, failure, reader }: BeginPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('maps-begin')}</h1>
      <p>{message('maps-begin-lead')}</p>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <RefusalNote failure={failure} reader={reader} />
      <form method="post" action={linkTo(mapPath(issuer, 'new'), reader)}>
        <TextField
          name="title"
          label={message('maps-title')}
          help={message('maps-title-help')}
          value={fields.title}
          maxlength={MAX_MAP_LENGTHS.title}
          required
          mistake={mistakes.get('title')}
        />
        <TextField
          name="language"
          label={message('achievements-written-in')}
          help={message('achievements-language-help')}
          value={fields.language}
          maxlength={35}
          autocomplete="off"
          required
          mistake={mistakes.get('language')}
        />
        <Boxes
          name="starter"
          kind="checkbox"
          label={message('maps-starter')}
          values={fields.starter ? ['yes'] : []}
          options={[
            {
              value: 'yes',
              label: message('maps-starter-yes'),
              help: message('maps-starter-help'),
            },
          ]}
        />
        <button type="submit">{message('maps-begin-button')}</button>
      </form>
    </>
  );
}
