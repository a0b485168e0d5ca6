import type { Objection } from '@laurel/core/lint/objection';
import { languagesWritten } from '@laurel/core/lint/texts';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import { Done } from '../page/done.tsx';
import { LastChange } from '../page/last-change.tsx';
import { LanguagesOfDraft, type TypedLanguage } from '../texts/languages-of-draft.tsx';
import { achievementPath, nameOf } from './achievement-page.ts';
import type { Draft } from './find-draft.ts';
import { ObjectionList } from './objection-list.tsx';

type DraftPageProps = {
  readonly issuer: string;
  readonly draft: Draft;
  /** What is objected to in it. */
  readonly objections: readonly Objection[];
  readonly done: string | null;
  readonly language: TypedLanguage;
  readonly reader: Reader;
};

/** A draft and its parts: what to write, what is objected to, how it looks, and publishing it. */
export function DraftPage({ issuer, draft, objections, done, language, reader }: DraftPageProps) {
  const { message } = reader.messages;
  const { slug, facts, revision } = draft;
  const path = achievementPath(issuer, slug, '/draft');
  return (
    <>
      <p class="over">
        <a href={linkTo(achievementPath(issuer, slug), reader)}>
          <Text {...nameOf(facts, reader)} />
        </a>
      </p>
      <h1>{message('achievements-draft')}</h1>
      <Done sentence={done} />
      {draft.updatedAtSeconds === null ? (
        <p>{message('achievements-draft-unbegun')}</p>
      ) : (
        <LastChange
          updatedAtSeconds={draft.updatedAtSeconds}
          updatedBy={draft.updatedBy}
          reader={reader}
        />
      )}
      <LanguagesOfDraft
        languages={languagesWritten(facts)}
        draft={facts}
        path={`${path}/texts`}
        language={language}
        reader={reader}
      />
      <h2>{message('achievements-more')}</h2>
      <ul class="people">
        <li>
          <a href={linkTo(`${path}/facts`, reader)}>{message('achievements-facts')}</a>
          <p class="quiet small">{message('achievements-facts-lead')}</p>
        </li>
        <li>
          <a href={linkTo(`${path}/skills`, reader)}>{message('achievements-part-skills')}</a>
          <p class="quiet small">{message('achievements-skills-lead')}</p>
        </li>
      </ul>
      <h2>{message('achievements-notes')}</h2>
      {objections.length === 0 ? (
        <p>{message('achievements-notes-none')}</p>
      ) : (
        <ObjectionList objections={objections} draftPath={path} reader={reader} />
      )}
      <p class="actions">
        <a class="button" href={linkTo(achievementPath(issuer, slug, '/publish'), reader)}>
          {message('achievements-publish')}
        </a>
        <a class="button quieter" href={linkTo(achievementPath(issuer, slug, '/preview'), reader)}>
          {message('achievements-preview')}
        </a>
      </p>
      {draft.updatedAtSeconds !== null && (
        <details>
          <summary>{message('achievements-discard')}</summary>
          <form method="post" action={linkTo(`${path}/end`, reader)}>
            <p>{message('achievements-discard-means')}</p>
            <input type="hidden" name="revision" value={String(revision)} />
            <button type="submit" class="grave">
              {message('achievements-discard')}
            </button>
          </form>
        </details>
      )}
    </>
  );
}
