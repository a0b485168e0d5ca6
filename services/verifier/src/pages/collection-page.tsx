import { textIn } from '@laurel/core/language';
import type { Verdict } from '@laurel/core/verdict';
import type { Reader } from '@laurel/http/reader';
import { headlineOf } from '@laurel/pages/headline';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { Notices } from '@laurel/pages/notices';
import { Text } from '@laurel/pages/text';
import type { Report } from '@laurel/verification/report';
import { certificateFacts } from '../facts/certificate-facts.ts';
import type { VisibleCredential } from '../record/visible-credential.ts';
import { Day, Days } from './day.tsx';
import { Holder } from './holder.tsx';
import { NAMELESS } from './nameless.ts';

type CollectionPart = { readonly found: VisibleCredential; readonly report: Report };

type CollectionPageProps = {
  readonly title: string;
  readonly words: string;
  /** The worst of them. */
  readonly verdict: Verdict;
  readonly parts: readonly CollectionPart[];
  readonly reader: Reader;
  readonly path: string;
};

/** Credentials shown together: first whether all of them hold, then each with how it stands. */
export function CollectionPage(props: CollectionPageProps) {
  const { title, words, parts, reader, path } = props;
  const { message } = reader.messages;
  return (
    <Layout title={title} reader={reader} path={path}>
      <SumOfAll {...props} />
      <p class="over">{message('collection-over')}</p>
      <h1>
        <bdi dir="auto">{title}</bdi>
      </h1>
      {words !== '' && (
        <div class="lead">
          {words.split('\n').map((line) => (
            <p dir="auto">{line}</p>
          ))}
        </div>
      )}
      <p class="quiet small">{message('collection-holders-words')}</p>
      {parts.map((part) => (
        <Part part={part} reader={reader} />
      ))}
      <p class="quiet small">{message('credential-not-foundation')}</p>
    </Layout>
  );
}

function SumOfAll({ verdict, parts, reader: { messages } }: CollectionPageProps) {
  const { message } = messages;
  const headlines = parts.map(({ report }) => headlineOf(report.verdict, report.checks, messages));
  const isGood = headlines.every(({ tone }) => tone === 'good');
  const tone = isGood ? 'good' : headlines.some((one) => one.tone === 'bad') ? 'bad' : 'care';
  return (
    <div class={`verdict ${tone}`} data-verdict={verdict}>
      <span class="mark" aria-hidden="true">
        {{ good: '✓', bad: '✕', care: '!' }[tone]}
      </span>
      <div>
        <p class="word">
          <span class="aside">{message('verdict-heading')}: </span>
          {message(isGood ? 'collection-all-valid' : 'collection-not-all-valid')}
        </p>
        <p>{message(isGood ? 'collection-all-valid-meaning' : 'collection-not-all-meaning')}</p>
      </div>
    </div>
  );
}

function Part({ part, reader }: { readonly part: CollectionPart; readonly reader: Reader }) {
  const { found, report } = part;
  const { row, issuer, achievement } = found;
  const { messages } = reader;
  const { message } = messages;
  const headline = headlineOf(report.verdict, report.checks, messages);
  const name = textIn(achievement.name, [row.language], achievement.sourceLanguage);
  const issuerName = textIn(issuer.face.names, [row.language]);
  const heading = `part-${row.id}`;
  const result = { good: 'pass', bad: 'fail', care: 'warn' }[headline.tone];
  return (
    <article class="card" aria-labelledby={heading} data-verdict={report.verdict}>
      <h2 id={heading}>
        <a href={linkTo(`/c/${row.id}`, reader)}>
          <Text text={name.text} language={name.language} />
        </a>
      </h2>
      <p class="over">{message(`credential-kind-${achievement.kind}`)}</p>
      <p class={`row ${result}`}>
        <span class="mark" aria-hidden="true">
          {{ good: '✓', bad: '✕', care: '!' }[headline.tone]}
        </span>{' '}
        <strong>{headline.word}</strong>
        {headline.tone !== 'good' && <> – {headline.meaning}</>}
      </p>
      <Notices face={issuer.face} messages={messages} />
      <dl>
        <dt>{message('credential-issuer')}</dt>
        <dd>
          <a href={linkTo(`/issuers/${row.issuer}`, reader)}>
            <bdi lang={issuerName.language}>{issuerName.text}</bdi>
          </a>
        </dd>
        <PartFacts part={part} reader={reader} />
      </dl>
    </article>
  );
}

function PartFacts({
  part: { found, report },
  reader: { messages },
}: {
  readonly part: CollectionPart;
  readonly reader: Reader;
}) {
  const { message } = messages;
  const { document } = found.row;
  if (document === null || NAMELESS.includes(report.verdict)) return null;
  const { holder, period, issuedOn, kind } = certificateFacts(found, document);
  return (
    <>
      <dt>{message('credential-holder')}</dt>
      <dd>
        <Holder holder={holder} messages={messages} />
      </dd>
      {period !== null && (
        <>
          <dt>{message(kind === 'role' ? 'credential-term' : 'credential-period')}</dt>
          <dd>
            <Days period={period} messages={messages} />
          </dd>
        </>
      )}
      <dt>{message('credential-issued')}</dt>
      <dd>
        <Day day={issuedOn} messages={messages} />
      </dd>
    </>
  );
}
