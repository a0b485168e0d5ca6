import { ACHIEVEMENT_KINDS } from '@laurel/core/achievement';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Boxes, MistakeList, type Mistakes, TextField } from '../page/fields.tsx';
import { achievementPath } from './achievement-page.ts';

export type BeginFields = {
  readonly name: string;
  readonly language: string;
  readonly kind: string;
};

type BeginPageProps = {
  readonly issuer: string;
  readonly fields: BeginFields;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** Begins an achievement from nothing: its name, the language it is written in, and its kind. */
export function BeginPage({ issuer, fields, mistakes, reader }: BeginPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('achievements-from-nothing')}</h1>
      <p>
        {message('achievements-begin-lead')}{' '}
        <a href={linkTo(achievementPath(issuer, undefined, '/templates'), reader)}>
          {message('achievements-from-template')}
        </a>
      </p>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <form method="post" action={linkTo(achievementPath(issuer, undefined, '/drafts'), reader)}>
        <TextField
          name="name"
          label={message('achievements-part-name')}
          help={message('achievements-help-name')}
          value={fields.name}
          maxlength={120}
          required
          mistake={mistakes.get('name')}
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
          name="kind"
          kind="radio"
          label={message('achievements-part-kind')}
          values={[fields.kind]}
          mistake={mistakes.get('kind')}
          options={ACHIEVEMENT_KINDS.map((kind) => ({
            value: kind,
            label: message(`achievements-kind-${kind}`),
            help: message(`achievements-kind-${kind}-help`),
          }))}
        />
        <button type="submit">{message('achievements-begin')}</button>
      </form>
    </>
  );
}
