import { MAX_MAP_LENGTHS } from '@laurel/contracts/map-requests';
import { MAX_LANES, MAX_STEPS, stepsOf } from '@laurel/core/achievement-map';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import { Done } from '../page/done.tsx';
import { MistakeList, type Mistakes, TextField } from '../page/fields.tsx';
import { LastChange } from '../page/last-change.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { LanguagesOfDraft, type TypedLanguage } from '../texts/languages-of-draft.tsx';
import { DrawnLane } from './drawn-lane.tsx';
import { type DeskMap, isChanged } from './find-map.ts';
import type { KnownAchievements } from './known-achievements.ts';
import { languagesOfMap } from './languages-of-map.ts';
import { mapPath, titleOf } from './map-page.ts';

/** What was typed into the forms of the page, and in which lane. */
export type TypedEdit = { readonly title: string; readonly lane: number; readonly other: string };

export type DraftPageProps = {
  readonly found: DeskMap;
  readonly known: KnownAchievements;
  /** The issuer's achievements that are awarded now and not on the map. */
  readonly choices: readonly {
    readonly slug: string;
    readonly text: string;
    readonly lang: string;
  }[];
  readonly done: string | null;
  readonly typed: TypedEdit;
  readonly typedLanguage: TypedLanguage;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** A map to be drawn: lanes with their steps, each change a button, without script. */
export function DraftPage(props: DraftPageProps) {
  const { found, known, done, typed, typedLanguage, mistakes, failure, reader } = props;
  const { message } = reader.messages;
  const { issuer, slug, draft, revision } = found;
  const path = mapPath(issuer, slug, '/draft');
  const isFull = stepsOf(draft).length >= MAX_STEPS;
  return (
    <>
      <p class="over">
        <a href={linkTo(mapPath(issuer, slug), reader)}>
          <Text {...titleOf(draft, slug, reader)} />
        </a>
      </p>
      <h1>{message('maps-draw')}</h1>
      <Done sentence={done} />
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <RefusalNote failure={failure} reader={reader} />
      <LastChange {...found} reader={reader} />
      <h2>{message('maps-lanes')}</h2>
      <p>{message('maps-lanes-help')}</p>
      {draft.lanes.map((lane, at) => (
        <DrawnLane
          found={found}
          lane={lane}
          at={at}
          known={known}
          choices={isFull ? [] : props.choices}
          isFull={isFull}
          typed={typed}
          mistakes={mistakes}
          reader={reader}
        />
      ))}
      {draft.lanes.length < MAX_LANES && (
        <form method="post" action={linkTo(path, reader)} class="card">
          <input type="hidden" name="revision" value={String(revision)} />
          <TextField
            name="title"
            label={message('maps-new-lane')}
            help={message('maps-new-lane-help')}
            value={typed.title}
            lang={draft.sourceLanguage}
            maxlength={MAX_MAP_LENGTHS.lane}
            required
            mistake={mistakes.get('title')}
          />
          <button type="submit" name="edit" value="add_lane" class="quieter">
            {message('maps-add-lane')}
          </button>
        </form>
      )}
      <h2>{message('map-milestone')}</h2>
      <p>{message('maps-milestone-lead')}</p>
      <p>
        <a href={linkTo(`${path}/milestone`, reader)}>{message('maps-milestone-set')}</a>
      </p>
      <LanguagesOfDraft
        languages={languagesOfMap(draft)}
        draft={draft}
        path={`${path}/texts`}
        language={typedLanguage}
        reader={reader}
      />
      <p class="actions">
        <a class="button" href={linkTo(mapPath(issuer, slug), reader)}>
          {message('maps-look')}
        </a>
        <a class="button quieter" href={linkTo(mapPath(issuer, slug, '/publish'), reader)}>
          {message('maps-publish')}
        </a>
      </p>
      {isChanged(found) && (
        <details>
          <summary>{message('maps-discard')}</summary>
          <form method="post" action={linkTo(`${path}/end`, reader)}>
            <p>{message('maps-discard-means')}</p>
            <input type="hidden" name="revision" value={String(revision)} />
            <button type="submit" class="grave">
              {message('maps-discard')}
            </button>
          </form>
        </details>
      )}
    </>
  );
}
