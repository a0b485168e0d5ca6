import type { Achievement } from '@laurel/core/achievement';
import { ENGAGEMENT_LEVELS } from '@laurel/core/engagement-level';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import { withAsciiDigits } from '@laurel/sheet/number';
import { type Fields, typedIn } from './form-fields.ts';

/** What the field says where there is no theme. */
export const NO_THEME = 'none';

/** What an achievement is, as a form begins with it. */
export function factFields(facts: Achievement): Fields {
  const { term, validityMonths } = facts;
  const number = (value: number | null | undefined) => [
    value === null || value === undefined ? '' : String(value),
  ];
  return new Map([
    ['kind', [facts.kind]],
    ['theme', [facts.theme ?? NO_THEME]],
    ['engagementLevels', facts.engagementLevels],
    ['sourceLanguage', [facts.sourceLanguage]],
    ['evidenceClasses', facts.evidenceClasses],
    ['hours', [facts.hours]],
    ['lengthMonths', number(term?.lengthMonths)],
    ['maxLengthMonths', number(term?.maxLengthMonths)],
    ['renewable', term === null || term.renewable ? ['yes'] : []],
    ['consecutiveTermsLimit', number(term?.consecutiveTermsLimit)],
    ['pauseMonths', number(term?.pauseMonths)],
    ['validityMonths', number(validityMonths)],
  ]);
}

/** The facts as the fields say, not checked yet: a number that is none is `NaN`, a kind may be any word. */
export function withFacts(facts: Achievement, fields: Fields): object {
  const kind = typedIn(fields, 'kind');
  const theme = typedIn(fields, 'theme');
  const sourceLanguage = typedIn(fields, 'sourceLanguage');
  const chosen = fields.get('evidenceClasses') ?? [];
  const levels = fields.get('engagementLevels') ?? [];
  const length = monthsIn(fields, 'lengthMonths');
  return {
    ...facts,
    kind,
    theme: theme === NO_THEME || theme === '' ? null : theme,
    engagementLevels: ENGAGEMENT_LEVELS.filter((one) => levels.includes(one)),
    sourceLanguage,
    drafts: facts.drafts.filter((language) => language !== sourceLanguage),
    evidenceClasses: EVIDENCE_CLASSES.filter((one) => chosen.includes(one)),
    hours: typedIn(fields, 'hours'),
    // The fields of a term stay filled in when a role becomes something else, and count no more.
    term:
      kind === 'role' && length !== null
        ? {
            lengthMonths: length,
            maxLengthMonths: monthsIn(fields, 'maxLengthMonths') ?? length,
            renewable: typedIn(fields, 'renewable') === 'yes',
            consecutiveTermsLimit: monthsIn(fields, 'consecutiveTermsLimit'),
            pauseMonths: monthsIn(fields, 'pauseMonths'),
          }
        : null,
    validityMonths: monthsIn(fields, 'validityMonths'),
  };
}

function monthsIn(fields: Fields, name: string): number | null {
  const typed = withAsciiDigits(typedIn(fields, name).trim());
  return typed === '' ? null : Number(typed);
}

/** The field of a path into the facts, such as `term`, `lengthMonths`. */
export function factFieldOf([part = '', of = '']: readonly string[]): string {
  return part === 'term' ? of || 'lengthMonths' : part;
}
