import type { Achievement } from '@laurel/core/achievement';
import { dayOf } from '@laurel/core/day';
import { lintAchievement } from '@laurel/core/lint/lint-achievement';
import { languagesWritten } from '@laurel/core/lint/texts';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { Text } from '@laurel/pages/text';
import { languageName } from '../me/language-name.ts';
import { Done } from '../page/done.tsx';
import { TextField } from '../page/fields.tsx';
import { achievementPath, nameOf } from './achievement-page.ts';
import type { Draft } from './find-draft.ts';
import { ObjectionList } from './objection-list.tsx';

type DraftPageProps = {
  readonly issuer: string;
  readonly draft: Draft;
  readonly done: string | null;
  readonly language: { readonly typed: string; readonly mistake: string | undefined };
  readonly reader: Reader;
};

/** A draft and its parts: what to write, what is objected to, how it looks, and publishing it. */
export function DraftPage({ issuer, draft, done, language, reader }: DraftPageProps) {
  const { message } = reader.messages;
  const { slug, facts, revision } = draft;
  const path = achievementPath(issuer, slug, '/draft');
  const objections = lintAchievement(facts);
  return (
    <>
      <p class="over">
        <a href={linkTo(achievementPath(issuer, slug), reader)}>
          <Text {...nameOf(facts, reader)} />
        </a>
      </p>
      <h1>{message('achievements-draft')}</h1>
      <Done sentence={done} />
      <LastChange draft={draft} reader={reader} />
      <h2>{message('achievements-texts')}</h2>
      <ul class="people">
        {languagesWritten(facts).map((tag) => (
          <li>
            <a href={linkTo(`${path}/texts?language=${tag}`, reader)}>
              <bdi lang={tag}>{languageName(tag, false, reader.messages)}</bdi>
            </a>
            <p class="quiet small">{languageState(facts, tag, reader)}</p>
          </li>
        ))}
      </ul>
      <form method="get" action={`${path}/texts`}>
        {reader.uselang !== null && <input type="hidden" name="uselang" value={reader.uselang} />}
        <TextField
          name="language"
          label={message('achievements-add-language')}
          help={message('achievements-language-help')}
          value={language.typed}
          mistake={language.mistake}
          maxlength={35}
          autocomplete="off"
          required
        />
        <button type="submit" class="quieter">
          {message('achievements-write-language')}
        </button>
      </form>
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

function LastChange({ draft, reader }: Pick<DraftPageProps, 'draft' | 'reader'>) {
  const { message, language } = reader.messages;
  const { updatedAtSeconds, updatedBy } = draft;
  if (updatedAtSeconds === null) return <p>{message('achievements-draft-unbegun')}</p>;
  return (
    <p class="quiet small">
      {message('achievements-draft-changed', longDate(dayOf(updatedAtSeconds), language))}
      {updatedBy !== null && (
        <>
          {' · '}
          <Person name={updatedBy} />
        </>
      )}
    </p>
  );
}

function languageState(facts: Achievement, tag: string, { messages }: Reader): string {
  if (tag === facts.sourceLanguage) return messages.message('achievements-is-source');
  return messages.message(
    facts.drafts.includes(tag) ? 'achievements-is-unreviewed' : 'achievements-is-reviewed',
  );
}
