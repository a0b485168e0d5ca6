import type { SlipSheetFacts, TextInLanguage } from '@laurel/contracts/renderer-rpc';
import { directionOf } from '@laurel/core/language';
import { groupedSlipCode } from '@laurel/core/slip-code';
import { longDate } from '@laurel/i18n/long-date';
import { type MessageKey, messagesFor } from '@laurel/i18n/messages';
import type { Weight } from '../fonts/weight.ts';
import { type FitSaid, toSet } from '../text/fit-said.ts';
import type { TextToSet } from '../text/itemise.ts';
import { isolated, printForm } from '../text/print-form.ts';

type Said = Parameters<FitSaid>[0];

/** A text with the weight that it is set in. */
export type Weighed = { readonly said: Said; readonly weight: Weight };

/** What every slip of a sheet says, and what each says for itself. */
export type SlipTexts = {
  readonly direction: 'ltr' | 'rtl';
  readonly event: Weighed;
  readonly issuer: Weighed;
  readonly achievement: Weighed;
  readonly howTo: Weighed;
  readonly until: Weighed;
  /** In the order of the slips. */
  readonly own: readonly { readonly number: Weighed; readonly code: Weighed }[];
};

/** The texts of a sheet of slips, in print form. */
export function slipTexts(facts: SlipSheetFacts): SlipTexts {
  const { language, message, direction } = messagesFor(facts.language);
  const ours = (text: string, weight: Weight = 'regular'): Weighed => ({
    said: { text: printForm(text), language, base: direction },
    weight,
  });
  const theirs = ({ text, language: own }: TextInLanguage, weight: Weight = 'regular') => ({
    said: { text: printForm(text), language: own, base: 'auto' as const },
    weight,
  });
  const sentence = (...keys: readonly MessageKey[]) =>
    keys.map((key) => message(key, longDate(facts.endsOn, language))).join(' ');
  return {
    direction: directionOf(language),
    event: theirs({ text: facts.event, language }, 'bold'),
    issuer: theirs(facts.issuerName),
    achievement: theirs(facts.achievementName),
    howTo: ours(`${message('slips-scan-or-type')} ${isolated(printForm(facts.typedAt))}`),
    until: ours(sentence('slips-log-in-until', 'slips-is-not')),
    own: facts.slips.map(({ number, code }) => ({
      number: ours(message('slips-number', number)),
      code: {
        said: { text: groupedSlipCode(code), language: 'und', base: 'ltr' },
        weight: 'bold',
      },
    })),
  };
}

/** All of them, for a typesetter. */
export function slipTextsToSet(texts: SlipTexts): readonly TextToSet[] {
  const { event, issuer, achievement, howTo, until, own, direction } = texts;
  const all = [event, issuer, achievement, howTo, until];
  return [...all, ...own.flatMap(({ number, code }) => [number, code])].map(({ said, weight }) =>
    toSet(said, weight, direction),
  );
}
