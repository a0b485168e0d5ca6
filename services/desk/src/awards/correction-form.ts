import type { CorrectionRequest } from '@laurel/contracts/correction-request';
import { fieldsOfForm, type TermsFields, termsOfFields } from '../sheets/terms-form.ts';
import type { IssuersAward } from './find-award.ts';

/** The form about a correction, as it was sent. */
export type CorrectionFields = TermsFields & { readonly declared: string };

/** What the form begins with: what the award says now. Its first evidence can be changed there. */
export function fieldsOfAward(award: IssuersAward): CorrectionFields {
  const [evidence] = award.evidence;
  return {
    achievement: award.achievementSlug,
    label: '',
    language: award.language,
    start: award.periodStart,
    end: award.periodEnd,
    hours: award.hours === null ? '' : String(award.hours),
    evidence: evidence?.class ?? '',
    url: evidence?.url ?? '',
    place: evidence?.place ?? '',
    consent: award.consent,
    disclosure: award.disclosure,
    minors: award.mayIncludeMinors ? 'yes' : '',
    until: award.shareOut?.until ?? '',
    sharing: award.shareOut?.achievement ?? '',
    declared: '',
  };
}

/** The same of a form that was sent. */
export function correctionFieldsOf(form: FormData): CorrectionFields {
  return { ...fieldsOfForm(form), declared: String(form.get('declared') ?? '') };
}

/** What the fields ask for, or the names of those that are wrong. Evidence beyond the first stays. */
export function correctionOf(
  fields: CorrectionFields,
  award: IssuersAward,
): { readonly correction: CorrectionRequest } | ReadonlySet<string> {
  const said = termsOfFields(fields);
  if (!('terms' in said)) return said;
  const { period, hours, evidence = [], ...terms } = said.terms;
  return {
    correction: {
      ...terms,
      achievement: said.achievement,
      period: period ?? null,
      hours: hours ?? null,
      evidence: [...evidence, ...award.evidence.slice(1)],
      consentDeclared: fields.declared === 'yes',
    },
  };
}
