import { AwardRequest } from '@laurel/contracts/award-request';
import { CONSENTS } from '@laurel/core/award';
import { OFFERED_DISCLOSURES } from '@laurel/core/disclosure';
import { withAsciiDigits } from '@laurel/sheet/number';
import type { AwardTerms } from '@laurel/store/private/batches';
import type { z } from 'zod';
import type { SheetTerms } from './settle-terms.ts';
import type { DeskSheet } from './sheet-values.ts';

/** What the form about the terms has, as it was sent. */
export type TermsFields = Readonly<
  Record<
    | 'achievement'
    | 'label'
    | 'language'
    | 'start'
    | 'end'
    | 'hours'
    | 'evidence'
    | 'url'
    | 'place'
    | 'consent'
    | 'disclosure'
    | 'minors'
    | 'until'
    | 'sharing',
    string
  >
>;

/** What the form begins with: what was set before, else what holds where nobody says otherwise. */
export function fieldsOfTerms({ achievementSlug, label, terms }: DeskSheet): TermsFields {
  const [evidence] = terms.evidence ?? [];
  return {
    achievement: achievementSlug ?? '',
    label,
    language: terms.language ?? '',
    start: terms.period?.start ?? '',
    end: terms.period?.end ?? '',
    hours: terms.hours === undefined || terms.hours === null ? '' : String(terms.hours),
    evidence: evidence?.class ?? 'organizer-attendance-list',
    url: evidence?.url ?? '',
    place: evidence?.place ?? '',
    consent: terms.consent ?? 'ask',
    disclosure: terms.disclosure ?? 'account',
    minors: terms.mayIncludeMinors === true ? 'yes' : '',
    until: terms.shareOut?.until ?? '',
    sharing: terms.shareOut?.achievement ?? '',
  };
}

/** The same of a form that was sent. */
export function fieldsOfForm(form: FormData): TermsFields {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    achievement: text('achievement'),
    label: text('label').slice(0, 200),
    language: text('language'),
    start: text('start'),
    end: text('end'),
    hours: text('hours'),
    evidence: text('evidence'),
    url: text('url'),
    place: text('place'),
    consent: text('consent'),
    disclosure: text('disclosure'),
    minors: text('minors'),
    until: text('until'),
    sharing: text('sharing'),
  };
}

/** The terms of a request, checked as those of the API are. */
const Terms = AwardRequest.omit({ recipients: true });

/** What the fields ask for; or the names of the fields that are wrong. */
export function termsOfFields(fields: TermsFields): SheetTerms | ReadonlySet<string> {
  const hours = withAsciiDigits(fields.hours).replace(/[,\u066B]/u, '.');
  const period = fields.start === '' && fields.end === '' ? undefined : periodOf(fields);
  const evidence =
    fields.evidence === ''
      ? []
      : [
          {
            class: fields.evidence,
            ...(fields.url === '' ? {} : { url: fields.url }),
            ...(fields.place === '' ? {} : { place: fields.place }),
          },
        ];
  const parsed = Terms.safeParse({
    achievement: fields.achievement,
    ...(fields.language === '' ? {} : { language: fields.language }),
    ...(period === undefined ? {} : { period }),
    ...(hours === '' ? {} : { hours: Number(hours) }),
    evidence,
    consent: fields.consent,
    disclosure: fields.disclosure,
    mayIncludeMinors: fields.minors === 'yes',
    shareOut:
      fields.until === '' && fields.sharing === ''
        ? null
        : { until: fields.until, achievement: fields.sharing },
  });
  if (!parsed.success) return new Set(parsed.error.issues.map(({ path }) => fieldOf(path)));
  const { achievement, ...given } = parsed.data;
  const terms: Partial<AwardTerms> = {
    ...(given.language === undefined ? {} : { language: given.language }),
    period: given.period ?? null,
    hours: given.hours ?? null,
    evidence: given.evidence ?? [],
    consent: given.consent ?? CONSENTS[0],
    disclosure: given.disclosure ?? OFFERED_DISCLOSURES[0],
    mayIncludeMinors: given.mayIncludeMinors ?? false,
    shareOut: given.shareOut ?? null,
  };
  return { achievement, label: fields.label, terms };
}

/** One day alone is a period of one day. */
function periodOf({ start, end }: TermsFields) {
  return { start: start === '' ? end : start, end: end === '' ? start : end };
}

function fieldOf(path: z.core.$ZodIssue['path']): string {
  const [first, second, third] = path.map(String);
  if (first === 'shareOut') return second === 'until' ? 'until' : 'sharing';
  if (first === 'period') return second ?? 'start';
  if (first === 'evidence') return third === 'class' || third === undefined ? 'evidence' : third;
  return first ?? 'achievement';
}
