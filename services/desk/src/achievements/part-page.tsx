import type { Achievement } from '@laurel/core/achievement';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import type { Child } from 'hono/jsx';
import { MistakeList, type Mistakes } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { achievementPath, nameOf } from './achievement-page.ts';

/** What somebody else has saved in a field meanwhile, where it differs from what was typed. */
export type Meanwhile = { readonly label: string; readonly text: string };

type PartPageProps = {
  readonly issuer: string;
  readonly facts: Achievement;
  readonly title: string;
  /** The part of the draft, such as `/facts`, that the form is sent to. */
  readonly part: string;
  /** The revision that what is typed is saved over. */
  readonly revision: number;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly meanwhile: readonly Meanwhile[];
  readonly reader: Reader;
  /** The fields. */
  readonly children: Child;
};

/** A part of a draft as a form: what was typed stays, whatever is wrong with it. */
export function PartPage(props: PartPageProps) {
  const { issuer, facts, title, part, revision, mistakes, failure, meanwhile, reader } = props;
  const { message } = reader.messages;
  const path = achievementPath(issuer, facts.slug, '/draft');
  return (
    <>
      <p class="over">
        <a href={linkTo(path, reader)}>
          <Text {...nameOf(facts, reader)} />
        </a>
      </p>
      <h1>{title}</h1>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <RefusalNote failure={failure} reader={reader} />
      {meanwhile.length > 0 && (
        <section class="note" aria-labelledby="meanwhile">
          <h2 id="meanwhile">{message('achievements-meanwhile')}</h2>
          <dl>
            {meanwhile.map(({ label, text }) => (
              <>
                <dt>{label}</dt>
                <dd>
                  <bdi dir="auto">{text === '' ? message('achievements-empty') : text}</bdi>
                </dd>
              </>
            ))}
          </dl>
        </section>
      )}
      <form method="post" action={linkTo(`${path}${part}`, reader)}>
        <input type="hidden" name="revision" value={String(revision)} />
        {props.children}
        <p class="actions">
          <button type="submit">{message('achievements-save')}</button>
          <button type="submit" name="next" value="preview" class="quieter">
            {message('achievements-save-and-see')}
          </button>
        </p>
      </form>
    </>
  );
}
