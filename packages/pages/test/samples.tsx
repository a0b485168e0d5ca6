import type { Check, Verdict } from '@laurel/core/verdict';
import type { Reader } from '@laurel/http/reader';
import type { Messages } from '@laurel/i18n/messages';
import { Layout } from '@laurel/pages/layout';
import { Person } from '@laurel/pages/person';
import { CheckList, VerdictBanner } from '@laurel/pages/report';

/** A page about a person with an invented name. */
export function pageAbout(name: string, reader: Reader) {
  return (
    <Layout title={name} reader={reader} path="/c/abc">
      <Person name={name} />
    </Layout>
  );
}

export function bannerOf(verdict: Verdict, messages: Messages) {
  return <VerdictBanner verdict={verdict} messages={messages} />;
}

export function listOf(checks: readonly Check[], messages: Messages) {
  return <CheckList checks={checks} messages={messages} />;
}
