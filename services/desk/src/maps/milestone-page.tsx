import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import { Boxes, type Option, Select } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import type { DeskMap } from './find-map.ts';
import { mapPath, titleOf } from './map-page.ts';

export type MilestoneFields = {
  /** Empty for none. */
  readonly achievement: string;
  readonly which: 'all' | 'some';
  readonly steps: readonly string[];
};

type MilestonePageProps = {
  readonly found: DeskMap;
  readonly achievements: readonly Option[];
  readonly steps: readonly Option[];
  readonly fields: MilestoneFields;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** What reviewers can thank for, and which steps it takes. */
export function MilestonePage(props: MilestonePageProps) {
  const { found, achievements, steps, fields, failure, reader } = props;
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
      <h1>{message('maps-milestone-set')}</h1>
      <RefusalNote failure={failure} reader={reader} />
      <p>{message('maps-milestone-means')}</p>
      <form method="post" action={linkTo(`${path}/milestone`, reader)}>
        <input type="hidden" name="revision" value={String(revision)} />
        <Select
          name="achievement"
          label={message('map-milestone')}
          help={message('maps-milestone-help')}
          value={fields.achievement}
          options={[{ value: '', label: message('maps-milestone-none') }, ...achievements]}
        />
        <Boxes
          name="which"
          kind="radio"
          label={message('maps-milestone-takes')}
          values={[fields.which]}
          options={[
            { value: 'all', label: message('maps-milestone-all') },
            { value: 'some', label: message('maps-milestone-some') },
          ]}
        />
        <Boxes
          name="step"
          kind="checkbox"
          label={message('maps-milestone-steps')}
          values={fields.steps}
          options={steps}
        />
        <button type="submit">{message('achievements-save')}</button>
      </form>
    </>
  );
}
