import { textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { EndorsementText } from '@laurel/pages/endorsement-text';
import { headlineOf } from '@laurel/pages/headline';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import type { Report } from '@laurel/verification/report';
import type { VisibleCredential, VisibleRecord } from '../record/visible-credential.ts';
import { Day } from './day.tsx';
import { behaviourFor } from './endorsement-page.tsx';
import { NAMELESS } from './nameless.ts';

export type ReportedEndorsement = { readonly found: VisibleRecord; readonly report: Report };

type EndorsementListPageProps = {
  readonly found: VisibleCredential;
  readonly endorsements: readonly ReportedEndorsement[];
  readonly reader: Reader;
  readonly path: string;
};

/** What people who were there say of a credential, each with whether it holds. They are not counted. */
export function EndorsementListPage(props: EndorsementListPageProps) {
  const { found, endorsements, reader, path } = props;
  const { message } = reader.messages;
  const { achievement, row } = found;
  const name = textIn(achievement.name, [row.language], achievement.sourceLanguage);
  return (
    <Layout title={message('endorsements-title')} reader={reader} path={path}>
      <p class="over">
        <a href={linkTo(`/c/${row.id}`, reader)}>
          <Text text={name.text} language={name.language} />
        </a>
      </p>
      <h1>{message('endorsements-title')}</h1>
      <p class="lead">
        {message(endorsements.length === 0 ? 'endorsements-none' : 'endorsements-lead')}
      </p>
      {endorsements.map((one) => (
        <Entry one={one} reader={reader} />
      ))}
      <p>
        <a href={`/c/${row.id}/endorsements.json`}>{message('endorsements-json')}</a>
      </p>
      <p class="quiet small">{message('credential-not-foundation')}</p>
    </Layout>
  );
}

type EntryProps = { readonly one: ReportedEndorsement; readonly reader: Reader };

function Entry({ one: { found, report }, reader }: EntryProps) {
  const { messages } = reader;
  const { message } = messages;
  const { row } = found;
  const { verdict, checks, credential } = report;
  const headline = headlineOf(verdict, checks, messages);
  const result = { good: 'pass', bad: 'fail', care: 'warn' }[headline.tone];
  return (
    <article class="card" data-verdict={verdict}>
      {credential !== null && !NAMELESS.includes(verdict) && (
        <EndorsementText
          credential={credential}
          behaviour={behaviourFor(credential, reader)}
          messages={messages}
        />
      )}
      <p class="quiet small">
        <Day day={row.validFrom.slice(0, 10)} messages={messages} />
      </p>
      <p class={`row ${result}`}>
        <span class="mark" aria-hidden="true">
          {{ good: '✓', bad: '✕', care: '!' }[headline.tone]}
        </span>{' '}
        <strong>{headline.word}</strong>{' '}
        <a href={linkTo(`/c/${row.id}`, reader)}>{message('endorsement-open')}</a>
      </p>
    </article>
  );
}
