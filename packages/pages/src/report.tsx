import type { Check, CheckResult, Verdict } from '@laurel/core/verdict';
import type { Messages } from '@laurel/i18n/messages';
import { findingSentence } from './finding.ts';

const TONES: Readonly<Record<Verdict, 'good' | 'bad' | 'care'>> = {
  valid: 'good',
  invalid: 'bad',
  revoked: 'bad',
  suspended: 'care',
  withdrawn: 'care',
  superseded: 'care',
  expired: 'care',
  not_yet_valid: 'care',
  unknown: 'care',
};

const MARKS = { good: '✓', bad: '✕', care: '!' } as const;
const RESULT_MARKS: Readonly<Record<CheckResult, string>> = {
  pass: '✓',
  fail: '✕',
  warn: '!',
  skipped: '–',
};

type VerdictProps = {
  readonly verdict: Verdict;
  /** In place of what the verdict means otherwise. */
  readonly meaning?: string | undefined;
  readonly messages: Messages;
};

/** The sum, large: in words and with a sign, so that it does not hang on colour. */
export function VerdictBanner({ verdict, meaning, messages: { message } }: VerdictProps) {
  const tone = TONES[verdict];
  return (
    <div class={`verdict ${tone}`} data-verdict={verdict}>
      <span class="mark" aria-hidden="true">
        {MARKS[tone]}
      </span>
      <div>
        <p class="word">
          <span class="aside">{message('verdict-heading')}: </span>
          {message(`verdict-${verdict}`)}
        </p>
        <p>{meaning ?? message(`verdict-${verdict}-meaning`)}</p>
      </div>
    </div>
  );
}

type ChecksProps = { readonly checks: readonly Check[]; readonly messages: Messages };

/** One line per check: what was asked, how it ended, and a sentence about it. */
export function CheckList({ checks, messages }: ChecksProps) {
  const { message } = messages;
  return (
    <ul class="checks">
      {checks.map((check) => (
        <li class={check.result} data-check={check.check} data-finding={check.finding}>
          <span class="mark" aria-hidden="true">
            {RESULT_MARKS[check.result]}
          </span>
          <p>
            <strong>
              {message(`check-${check.check}`)}: {message(`result-${check.result}`)}
            </strong>
            <br />
            {findingSentence(check, messages)}
          </p>
        </li>
      ))}
    </ul>
  );
}
