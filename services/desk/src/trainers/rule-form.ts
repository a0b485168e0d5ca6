import { TrainerRuleRequest } from '@laurel/contracts/trainer-requests';
import { MAX_TRAINER_MONTHS } from '@laurel/core/trainer';
import type { Reader } from '@laurel/http/reader';
import { withAsciiDigits } from '@laurel/sheet/number';
import type { Mistakes } from '../page/fields.tsx';
import type { TrainerRule } from './rule.ts';

/** The form as it was typed. */
export type TypedRule = {
  readonly mayAward: readonly string[];
  readonly months: string;
  readonly begins: string;
};

/** A form that was sent. */
export function typedRule(form: FormData): TypedRule {
  return {
    mayAward: form.getAll('may_award').map(String),
    months: String(form.get('months') ?? '').trim(),
    begins: String(form.get('begins') ?? ''),
  };
}

/** The form that a page begins with. */
export function formOf(rule: TrainerRule | null): TypedRule {
  if (rule === null) return { mayAward: [], months: '12', begins: 'given' };
  return { mayAward: rule.mayAward, months: String(rule.months), begins: rule.begins };
}

/** What the form asks for, or what is wrong with its fields. */
export function ruleOf(typed: TypedRule, { messages: { message } }: Reader) {
  const months = Number(withAsciiDigits(typed.months) || Number.NaN);
  const request = TrainerRuleRequest.safeParse({ ...typed, months });
  if (request.success) return request.data;
  const sentences: Readonly<Record<string, readonly [field: string, sentence: string]>> = {
    mayAward: ['may_award', message('trainers-may-award-mistake')],
    months: ['months', message('trainers-months-help', MAX_TRAINER_MONTHS)],
    begins: ['begins', message('sheets-terms-mistake')],
  };
  const mistakes: Mistakes = new Map(
    request.error.issues.flatMap(({ path }) => {
      const found = sentences[String(path[0])];
      return found === undefined ? [] : [found];
    }),
  );
  return mistakes;
}
