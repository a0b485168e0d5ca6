import { decisiveChecks } from '@laurel/core/decisive-checks';
import type { Check, CheckResult, Verdict } from '@laurel/core/verdict';
import type { Messages } from '@laurel/i18n/messages';
import { findingSentence } from './finding.ts';
import { headlineOf } from './headline.tsx';

const MARKS = { good: '✓', bad: '✕', care: '!' } as const;
const RESULT_MARKS: Readonly<Record<CheckResult, string>> = {
  pass: '✓',
  fail: '✕',
  warn: '!',
  skipped: '–',
};

type VerdictProps = {
  readonly verdict: Verdict;
  /** What the verdict is the sum of. */
  readonly checks: readonly Check[];
  /** In place of what the verdict means otherwise. */
  readonly meaning?: string | undefined;
  /** True where the checks that decided are told in the banner already. */
  readonly withReasons?: boolean;
  /** True where a {@link CheckSection} is on the page, to lead to. */
  readonly leadsToChecks?: boolean;
  readonly messages: Messages;
};

/** The sum, large: in words and with a sign, so that it does not hang on colour. */
export function VerdictBanner(props: VerdictProps) {
  const { verdict, checks, meaning, messages } = props;
  const { withReasons = false, leadsToChecks = false } = props;
  const { message } = messages;
  const headline = headlineOf(verdict, checks, messages);
  return (
    <div class={`verdict ${headline.tone}`} data-verdict={verdict}>
      <span class="mark" aria-hidden="true">
        {MARKS[headline.tone]}
      </span>
      <div>
        <p class="word">
          <span class="aside">{message('verdict-heading')}: </span>
          {headline.word}
        </p>
        {headline.note !== null && (
          <p>
            <strong>{headline.note}</strong>
          </p>
        )}
        <p>{meaning ?? headline.meaning}</p>
        {withReasons && <Reasons verdict={verdict} checks={checks} messages={messages} />}
        {leadsToChecks && (
          <p>
            <a href={`#${CHECKS_ID}`}>{message('checks-title')}</a>
          </p>
        )}
      </div>
    </div>
  );
}

/** What decided, in sentences: nobody should have to look for it among what passed. */
function Reasons({ verdict, checks, messages }: VerdictProps) {
  const { message } = messages;
  const decisive = decisiveChecks(checks);
  if (decisive.length === 0) return null;
  const title = message(verdict === 'unknown' ? 'verdict-open' : 'verdict-why');
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul class="plain" aria-label={title}>
        {decisive.map((check) => (
          <li>
            {message(`check-${check.check}`)}: {findingSentence(check, messages)}
          </li>
        ))}
      </ul>
    </>
  );
}

const CHECKS_ID = 'checks';

/** What was checked, under its heading. */
export function CheckSection({ checks, messages }: ChecksProps) {
  return (
    <>
      <h2 id={CHECKS_ID}>{messages.message('checks-title')}</h2>
      <CheckList checks={checks} messages={messages} />
    </>
  );
}

type ChecksProps = { readonly checks: readonly Check[]; readonly messages: Messages };

/** One line per check: what was asked, how it ended, and a sentence about it. */
export function CheckList({ checks, messages }: ChecksProps) {
  const { message } = messages;
  return (
    <ul class="checks">
      {checks.map((check) => (
        <li class={shownResult(check)} data-check={check.check} data-finding={check.finding}>
          <span class="mark" aria-hidden="true">
            {RESULT_MARKS[shownResult(check)]}
          </span>
          <p>
            <strong>
              {message(`check-${check.check}`)}:{' '}
              {message(isAbsent(check) ? 'result-none' : `result-${check.result}`)}
            </strong>
            <br />
            <span class="quiet small">{message(`question-${check.check}`)}</span>
            <br />
            {findingSentence(check, messages)}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** True where the credential has nothing that could be looked at: that is neither a success nor an omission. */
function isAbsent({ result, finding }: Check): boolean {
  return (result === 'pass' || result === 'skipped') && ABSENT.includes(finding);
}

const ABSENT: readonly string[] = ['none', 'not_stated'];

function shownResult(check: Check): CheckResult {
  return isAbsent(check) ? 'skipped' : check.result;
}
