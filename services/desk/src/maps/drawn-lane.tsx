import type { AchievementReference, MapLane } from '@laurel/core/achievement-map';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { nameOnMap } from '@laurel/pages/map/shown-lanes';
import { Text, textFor } from '@laurel/pages/text';
import { type Mistakes, Select, TextField } from '../page/fields.tsx';
import type { DraftPageProps, TypedEdit } from './draft-page.tsx';
import type { DeskMap } from './find-map.ts';
import type { KnownAchievements } from './known-achievements.ts';
import { mapPath } from './map-page.ts';
import { asOnMap } from './on-map.ts';

type DrawnLaneProps = {
  readonly found: DeskMap;
  readonly lane: MapLane;
  /** Its place, from 0. */
  readonly at: number;
  readonly known: KnownAchievements;
  readonly choices: DraftPageProps['choices'];
  readonly isFull: boolean;
  readonly typed: TypedEdit;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** A lane with its steps, the buttons that move and remove them, and the form for one more. */
export function DrawnLane(props: DrawnLaneProps) {
  const { found, lane, at, known, reader } = props;
  const { message } = reader.messages;
  const { issuer, slug, draft, revision } = found;
  const path = mapPath(issuer, slug, '/draft');
  const title = textFor(lane.title, reader, draft.sourceLanguage);
  const mover = { edit: 'move_lane', what: String(at), name: title.text, reader } as const;
  return (
    <section class="card" aria-labelledby={`lane-${at}`}>
      <form method="post" action={linkTo(path, reader)} class="edits">
        <input type="hidden" name="revision" value={String(revision)} />
        <div class="drawn">
          <h3 id={`lane-${at}`}>
            <Text {...title} />
          </h3>
          {draft.lanes.length > 1 && (
            <span class="small-buttons">
              <Mover {...mover} by={-1} off={at === 0} />
              <Mover {...mover} by={1} off={at === draft.lanes.length - 1} />
            </span>
          )}
        </div>
        <ul class="people">
          {lane.steps.map(({ achievement }, place) => (
            <DrawnStep
              name={nameOnMap(asOnMap(known, issuer), achievement, reader)}
              href={linkTo(`${path}/steps?achievement=${achievement}`, reader)}
              achievement={achievement}
              isFirst={place === 0}
              isLast={place === lane.steps.length - 1}
              isAwarded={known.get(achievement)?.current === true}
              reader={reader}
            />
          ))}
        </ul>
        <details>
          <summary>{message('maps-remove-lane')}</summary>
          <p>{message('maps-remove-lane-means')}</p>
          <button type="submit" name="edit" value={`remove_lane ${at}`} class="grave">
            {message('maps-remove-lane')}
          </button>
        </details>
      </form>
      {!props.isFull && <AddStep {...props} path={path} />}
    </section>
  );
}

type DrawnStepProps = {
  readonly name: { readonly text: string; readonly language: string };
  readonly href: string;
  readonly achievement: AchievementReference;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isAwarded: boolean;
  readonly reader: Reader;
};

function DrawnStep(props: DrawnStepProps) {
  const { name, href, achievement, isFirst, isLast, isAwarded, reader } = props;
  const { message } = reader.messages;
  const mover = { edit: 'move_step', what: achievement, name: name.text, reader } as const;
  return (
    <li>
      <div class="drawn">
        <span>
          <a class="step" href={href}>
            <Text {...name} />
          </a>
          {!isAwarded && <span class="help">{message('map-step-retired')}</span>}
        </span>
        <span class="small-buttons">
          <Mover {...mover} by={-1} off={isFirst} />
          <Mover {...mover} by={1} off={isLast} />
        </span>
      </div>
    </li>
  );
}

type MoverProps = {
  readonly edit: 'move_lane' | 'move_step';
  readonly what: string;
  readonly name: string;
  readonly by: -1 | 1;
  /** Nothing is beyond an end. */
  readonly off: boolean;
  readonly reader: Reader;
};

function Mover({ edit, what, name, by, off, reader }: MoverProps) {
  return (
    <button
      type="submit"
      name="edit"
      value={`${edit} ${by} ${what}`}
      class="quieter"
      aria-label={reader.messages.message(by === -1 ? 'maps-move-up' : 'maps-move-down', name)}
      disabled={off}
    >
      <span aria-hidden="true">{by === -1 ? '↑' : '↓'}</span>
    </button>
  );
}

function AddStep(props: DrawnLaneProps & { readonly path: string }) {
  const { found, at, choices, typed, mistakes, reader, path } = props;
  const { message } = reader.messages;
  const isHere = typed.lane === at;
  return (
    <form method="post" action={linkTo(path, reader)}>
      <input type="hidden" name="revision" value={String(found.revision)} />
      <input type="hidden" name="lane" value={String(at)} />
      <Select
        name={`achievement-${at}`}
        label={message('maps-add-step')}
        mistake={isHere ? mistakes.get(`achievement-${at}`) : undefined}
        options={[
          { value: '', label: message('maps-choose') },
          ...choices.map(({ slug, text, lang }) => ({ value: slug, label: text, lang })),
        ]}
      />
      <details open={isHere && typed.other !== ''}>
        <summary>{message('maps-other-issuer')}</summary>
        <TextField
          name={`other-${at}`}
          label={message('maps-other-address')}
          help={message('maps-other-help')}
          value={isHere ? typed.other : ''}
          maxlength={300}
          autocomplete="off"
        />
      </details>
      <button type="submit" name="edit" value="add_step" class="quieter">
        {message('maps-add-step-button')}
      </button>
    </form>
  );
}
