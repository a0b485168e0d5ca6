import { NominationRequest } from '@laurel/contracts/nomination-requests';
import type { NominationEvidence } from '@laurel/core/nomination';
import type { Messages } from '@laurel/i18n/messages';
import type { Mistakes } from '../page/fields.tsx';

const FIELDS = ['achievement', 'username', 'story', 'evidence', 'url'] as const;

/** What the form of a nomination has, as it was sent. */
export type NominateFields = Readonly<Record<(typeof FIELDS)[number], string>>;

export const NOTHING_TYPED: NominateFields = {
  achievement: '',
  username: '',
  story: '',
  evidence: 'on-wiki-page',
  url: '',
};

/** The fields of a form that was sent. A near name that was chosen stands in the place of the typed one. */
export function nominateFields(form: FormData): NominateFields {
  const text = (name: string) => String(form.get(name) ?? '');
  const near = text('near');
  return {
    achievement: text('achievement'),
    username: near === '' ? text('username') : near,
    story: text('story'),
    evidence: text('evidence'),
    url: text('url').trim(),
  };
}

export type TypedNomination = {
  readonly achievement: string;
  readonly username: string;
  readonly story: string;
  readonly evidence: NominationEvidence;
};

/** The nomination that the fields ask for, checked as those of the API are; or what is wrong with them. */
export function nominationOfFields(
  issuer: string,
  fields: NominateFields,
  messages: Messages,
): TypedNomination | Mistakes {
  const { achievement, username, story, evidence, url } = fields;
  const parsed = NominationRequest.safeParse({
    issuer,
    achievement,
    username,
    story,
    evidence: { class: evidence, ...(url === '' ? {} : { url }) },
  });
  if (parsed.success) return parsed.data;
  const wrong = new Set(
    parsed.error.issues.map(({ path: [first, second] }) =>
      second === 'url' ? 'url' : String(first),
    ),
  );
  return new Map(
    FIELDS.filter((field) => wrong.has(field)).map((field) => [
      field,
      messages.message(`nominate-mistake-${field}`),
    ]),
  );
}
