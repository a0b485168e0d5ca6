import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Done } from '../../page/done.tsx';
import { MistakeList, type Mistakes, TextArea } from '../../page/fields.tsx';
import { RefusalNote } from '../../page/refusal-note.tsx';
import { EnterSends } from '../../texts/text-fields.tsx';
import { ChangeNote } from './change-note.tsx';
import { MAX_WHY_LENGTH, type NameFields } from './name-form.ts';
import { mayAskFrom, type OwnName } from './own-name.ts';
import { WritingFields } from './writing-fields.tsx';
import { WritingList } from './writing-list.tsx';

type NamePageProps = {
  readonly own: OwnName;
  readonly fields: NameFields;
  /** True where the fields come back from a form that was sent. */
  readonly isTyped: boolean;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly done: string | null;
  readonly nowSeconds: number;
  readonly reader: Reader;
};

/** The name that somebody gave of themselves: to give it once, and to ask for a change. */
export function NamePage(props: NamePageProps) {
  const { own, mistakes, failure, done, reader } = props;
  const { message } = reader.messages;
  const isDeclared = Object.keys(own.writings).length > 0;
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>{message('name-title')}</h1>
      <Done sentence={done} />
      <RefusalNote failure={failure} reader={reader} />
      <MistakeList title={message('name-mistakes')} mistakes={[...mistakes]} />
      <p>{message('name-lead')}</p>
      <ul>
        <li>{message('name-is-unchecked')}</li>
        <li>{message('name-is-private')}</li>
        <li>{message('name-is-one')}</li>
      </ul>
      {isDeclared ? (
        <>
          <h2>{message('name-yours')}</h2>
          <WritingList writings={own.writings} />
          <ChangeNote change={own.change} reader={reader} />
          <Change {...props} />
        </>
      ) : (
        <NameForm {...props} path="/me/name" />
      )}
    </>
  );
}

function Change(props: NamePageProps) {
  const { own, isTyped, nowSeconds, reader } = props;
  const { message, language } = reader.messages;
  if (own.change?.state === 'waiting') return null;
  const from = mayAskFrom(own.change, nowSeconds);
  if (from !== null) return <p>{message('name-change-from', longDate(from, language))}</p>;
  return (
    <details open={isTyped}>
      <summary>{message('name-change')}</summary>
      <p>{message('name-change-means')}</p>
      <p>{message('name-change-old')}</p>
      <NameForm {...props} path="/me/name/change" />
    </details>
  );
}

function NameForm(props: NamePageProps & { readonly path: '/me/name' | '/me/name/change' }) {
  const { fields, mistakes, path, reader } = props;
  const { message } = reader.messages;
  return (
    <form method="post" action={linkTo(path, reader)}>
      <EnterSends label={message('name-see')} />
      <WritingFields rows={fields.rows} mistakes={mistakes} reader={reader} />
      {path === '/me/name/change' && (
        <TextArea
          name="why"
          label={message('name-why')}
          help={message('name-why-help')}
          value={fields.why}
          rows={3}
          maxlength={MAX_WHY_LENGTH}
          required
          mistake={mistakes.get('why')}
        />
      )}
      <button type="submit">{message('name-see')}</button>
    </form>
  );
}
