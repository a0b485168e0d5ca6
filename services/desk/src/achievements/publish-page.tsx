import type { Failure } from '@laurel/core/failure';
import { type Objection, objectionKey } from '@laurel/core/lint/objection';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import { RefusalNote } from '../page/refusal-note.tsx';
import { achievementPath, nameOf } from './achievement-page.ts';
import { ChangedParts } from './changed-list.tsx';
import { changedParts } from './changed-parts.ts';
import type { Draft, StandingVersion } from './find-draft.ts';
import { ObjectionList, ObjectionText } from './objection-list.tsx';

type PublishPageProps = {
  readonly issuer: string;
  readonly draft: Draft;
  /** What is objected to in it. */
  readonly objections: readonly Objection[];
  readonly standing: StandingVersion | null;
  /** Keys of the objections that were ticked. */
  readonly read: readonly string[];
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** The last look before a draft is published: what changes, what is objected to, what publishing does. */
export function PublishPage(props: PublishPageProps) {
  const { issuer, draft, objections, standing, read, failure, reader } = props;
  const { message } = reader.messages;
  const { slug, facts, revision } = draft;
  const grave = objections.filter(({ severity }) => severity === 'refuses');
  const notes = objections.filter(({ severity }) => severity === 'warns');
  const draftPath = achievementPath(issuer, slug, '/draft');
  const changed = standing === null ? null : changedParts(standing.facts, facts);
  const isUnchanged = standing?.current === true && changed?.length === 0;
  return (
    <>
      <p class="over">
        <a href={linkTo(draftPath, reader)}>
          <Text {...nameOf(facts, reader)} />
        </a>
      </p>
      <h1>{message('achievements-publish')}</h1>
      <RefusalNote failure={failure} reader={reader} />
      <p>{message('achievements-publish-means')}</p>
      {changed !== null && (
        <>
          <h2>{message('achievements-changes')}</h2>
          <ChangedParts changed={changed} messages={reader.messages} />
        </>
      )}
      {grave.length > 0 && (
        <>
          <h2>{message('achievements-grave')}</h2>
          <ObjectionList objections={grave} draftPath={draftPath} reader={reader} />
        </>
      )}
      <form method="post" action={linkTo(achievementPath(issuer, slug, '/publish'), reader)}>
        <input type="hidden" name="revision" value={String(revision)} />
        {notes.length > 0 && (
          <fieldset>
            <legend>{message('achievements-notes')}</legend>
            {notes.map((objection) => (
              <div class="card">
                <ObjectionText objection={objection} draftPath={draftPath} reader={reader} />
                <label class="choice">
                  <input
                    type="checkbox"
                    name="read"
                    value={objectionKey(objection)}
                    checked={read.includes(objectionKey(objection))}
                  />
                  <span>{message('achievements-note-read')}</span>
                </label>
              </div>
            ))}
          </fieldset>
        )}
        <p class="actions">
          {grave.length === 0 && !isUnchanged && (
            <button type="submit">{message('achievements-publish-now')}</button>
          )}
          <a class="button quieter" href={linkTo(draftPath, reader)}>
            {message('achievements-go-on-writing')}
          </a>
        </p>
      </form>
    </>
  );
}
