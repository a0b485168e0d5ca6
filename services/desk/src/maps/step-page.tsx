import { MAX_MAP_LENGTHS } from '@laurel/contracts/map-requests';
import type { AchievementReference } from '@laurel/core/achievement-map';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { nameOnMap } from '@laurel/pages/map/shown-lanes';
import { Text, textFor } from '@laurel/pages/text';
import { Boxes, MistakeList, type Mistakes, Select, TextArea } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import type { DeskMap } from './find-map.ts';
import type { KnownAchievements } from './known-achievements.ts';
import { mapPath, titleOf } from './map-page.ts';
import { asOnMap } from './on-map.ts';
import { stepChoices } from './step-choices.ts';

export type StepFields = {
  readonly achievement: AchievementReference;
  readonly lane: number;
  readonly hint: string;
  readonly next: readonly string[];
};

type StepPageProps = {
  readonly found: DeskMap;
  readonly known: KnownAchievements;
  readonly fields: StepFields;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** One step: what is said of it, its lane, and where else it leads. */
export function StepPage({ found, known, fields, mistakes, failure, reader }: StepPageProps) {
  const { message } = reader.messages;
  const { issuer, slug, draft, revision } = found;
  const path = mapPath(issuer, slug, '/draft');
  return (
    <>
      <p class="over">
        <a href={linkTo(path, reader)}>
          <Text {...titleOf(draft, slug, reader)} />
        </a>
      </p>
      <h1>
        <Text {...nameOnMap(asOnMap(known, issuer), fields.achievement, reader)} />
      </h1>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <RefusalNote failure={failure} reader={reader} />
      <form method="post" action={linkTo(`${path}/steps`, reader)}>
        <input type="hidden" name="revision" value={String(revision)} />
        <input type="hidden" name="achievement" value={fields.achievement} />
        <TextArea
          name="hint"
          label={message('maps-hint')}
          help={message('maps-hint-help')}
          value={fields.hint}
          lang={draft.sourceLanguage}
          rows={2}
          maxlength={MAX_MAP_LENGTHS.hint}
          mistake={mistakes.get('hint')}
        />
        <Select
          name="lane"
          label={message('maps-lane')}
          value={String(fields.lane)}
          options={draft.lanes.map(({ title }, at) => {
            const { text, language } = textFor(title, reader, draft.sourceLanguage);
            return { value: String(at), label: text, lang: language };
          })}
        />
        <Boxes
          name="next"
          kind="checkbox"
          label={message('maps-next')}
          help={message('maps-next-help')}
          values={fields.next}
          mistake={mistakes.get('next')}
          options={stepChoices(found, known, reader).filter(
            ({ value }) => value !== fields.achievement,
          )}
        />
        <button type="submit">{message('achievements-save')}</button>
      </form>
      <form method="post" action={linkTo(path, reader)}>
        <input type="hidden" name="revision" value={String(revision)} />
        <button
          type="submit"
          name="edit"
          value={`remove_step ${fields.achievement}`}
          class="quieter"
        >
          {message('maps-remove-step')}
        </button>
      </form>
    </>
  );
}
