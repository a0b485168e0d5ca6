import { REASONS, statusOf, titleOf } from '@laurel/http/problem';
import type { Reader } from '@laurel/http/reader';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { statusMeaning } from './status-meaning.ts';

type ProblemIndexPageProps = { readonly reader: Reader };

const STATUSES = [...new Set(REASONS.map(statusOf))].sort((one, other) => one - other);

/** Every kind of problem, by what it asks of whoever meets it. */
export function ProblemIndexPage({ reader }: ProblemIndexPageProps) {
  const { messages } = reader;
  const { message } = messages;
  return (
    <Layout title={message('problem-index')} reader={reader} path="/problems">
      <h1>{message('problem-index')}</h1>
      <p class="lead">{message('problem-index-lead')}</p>
      {STATUSES.map((status) => (
        <>
          <h2>{statusTitle(status, reader)}</h2>
          <ul class="plain">
            {REASONS.filter((reason) => statusOf(reason) === status).map((reason) => (
              <li>
                <a href={linkTo(`/problems/${reason}`, reader)}>{titleOf(reason, messages)}</a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </Layout>
  );
}

function statusTitle(status: number, { messages: { message } }: Reader): string {
  const meaning = statusMeaning(status);
  return meaning === null ? String(status) : `${status}: ${message(meaning)}`;
}
