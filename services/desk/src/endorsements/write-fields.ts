import { behaviourOf } from '@laurel/catalogue/behaviours';
import { ENDORSEMENT_STORY_LENGTH, EndorsementText } from '@laurel/contracts/endorsement-requests';
import type { Messages } from '@laurel/i18n/messages';
import type { Mistakes } from '../page/fields.tsx';

const FIELDS = ['behaviour', 'story', 'language', 'disclosure'] as const;

/** What the form of an endorsement has, as it was sent. */
export type WriteFields = Readonly<Record<(typeof FIELDS)[number], string>>;

/** The fields of a form that was sent. */
export function writeFields(form: URLSearchParams): WriteFields {
  const text = (name: string) => form.get(name) ?? '';
  return {
    behaviour: text('behaviour'),
    story: text('story'),
    language: text('language'),
    disclosure: text('disclosure'),
  };
}

/**
 * What the fields say, or what is wrong with them.
 *
 * @param mayBeNamed false where it may not say who wrote it.
 */
export function textOfFields(
  fields: WriteFields,
  mayBeNamed: boolean,
  { message }: Messages,
): EndorsementText | Mistakes {
  const parsed = EndorsementText.safeParse(fields);
  const wrong = new Set<unknown>(
    parsed.success ? [] : parsed.error.issues.map(({ path: [first] }) => first),
  );
  if (behaviourOf(fields.behaviour) === null) wrong.add('behaviour');
  if (fields.disclosure === 'account' && !mayBeNamed) wrong.add('disclosure');
  if (parsed.success && wrong.size === 0) return parsed.data;
  const { min, max } = ENDORSEMENT_STORY_LENGTH;
  return new Map(
    FIELDS.filter((field) => wrong.has(field)).map((field) => [
      field,
      field === 'story'
        ? message('endorsing-mistake-story', min, max)
        : message(`endorsing-mistake-${field}`),
    ]),
  );
}
