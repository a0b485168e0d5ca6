import type { JsonObject } from '@laurel/core/json';
import type { Check, Verdict } from '@laurel/core/verdict';
import type { Reader } from '@laurel/http/reader';
import type { Messages } from '@laurel/i18n/messages';
import { GistOf } from '@laurel/pages/fields/gist';
import { SignedDocument } from '@laurel/pages/fields/signed-document';
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

export function bannerOf(verdict: Verdict, checks: readonly Check[], messages: Messages) {
  return <VerdictBanner verdict={verdict} checks={checks} withReasons messages={messages} />;
}

export function listOf(checks: readonly Check[], messages: Messages) {
  return <CheckList checks={checks} messages={messages} />;
}

export function documentOf(credential: JsonObject, reader: Reader) {
  return <SignedDocument credential={credential} open reader={reader} />;
}

export function gistOf(credential: JsonObject, named: boolean, reader: Reader) {
  return <GistOf credential={credential} named={named} reader={reader} />;
}
