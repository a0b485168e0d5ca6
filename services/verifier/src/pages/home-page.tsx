import type { Reader } from '@laurel/http/reader';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { VerifyForm } from './verify-form.tsx';

type HomePageProps = { readonly reader: Reader };

/** What this is, in plain words, and the one thing that a stranger comes for. */
export function HomePage({ reader }: HomePageProps) {
  const { message } = reader.messages;
  return (
    <Layout title={message('home-title')} reader={reader} path="/">
      <h1>{message('home-title')}</h1>
      <p class="lead">{message('home-lead')}</p>
      <section class="card">
        <h2>{message('home-verify-title')}</h2>
        <p>{message('verify-lead')}</p>
        <VerifyForm reader={reader} />
      </section>
      <p>
        <a class="step" href={linkTo('/claim', reader)}>
          {message('claim-have-code')}
        </a>
      </p>
      <h2>{message('home-how-title')}</h2>
      <ol>
        <li>{message('home-how-issuer')}</li>
        <li>{message('home-how-holder')}</li>
        <li>{message('home-how-partner')}</li>
      </ol>
      <p>
        <a class="step" href={linkTo('/desk/apply', reader)}>
          {message('apply-title')}
        </a>
      </p>
      <h2>{message('home-not-title')}</h2>
      <p>{message('home-not')}</p>
    </Layout>
  );
}
