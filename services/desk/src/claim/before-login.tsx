import type { Reader } from '@laurel/http/reader';
import { Layout } from '@laurel/pages/layout';
import type { HolderAward } from '../me/holder-award.ts';
import { nameIn } from '../me/localised.tsx';
import { LoginLink } from '../session/login-link.tsx';

type BeforeLoginProps = {
  readonly issuer: HolderAward['issuer'];
  readonly path: string;
  readonly reader: Reader;
};

/**
 * All that a claim link shows to whoever has it: who offers something. The same whatever became of the
 * offer, or organizers, who have the link too, could see that somebody declined.
 */
export function BeforeLogin({ issuer, path, reader }: BeforeLoginProps) {
  const { message } = reader.messages;
  const name = nameIn(issuer.names, reader);
  return (
    <Layout title={message('claim-title', name)} path={path} reader={reader}>
      <h1>{message('claim-title', name)}</h1>
      {issuer.demonstration && <p class="note">{message('claim-demonstration')}</p>}
      <p class="lead">{message('claim-before-lead')}</p>
      <LoginLink reader={reader} returnPath={path} />
      <h2>{message('claim-means-title')}</h2>
      <ul>
        <li>{message('claim-means-nothing-yet')}</li>
        <li>{message('claim-means-accept')}</li>
        <li>{message('claim-means-decline')}</li>
      </ul>
    </Layout>
  );
}
