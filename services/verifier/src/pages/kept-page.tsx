import type { Reader } from '@laurel/http/reader';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import scripts from '../../generated/browser-scripts.json' with { type: 'json' };

type KeptPageProps = { readonly reader: Reader };

/** Certificates that somebody keeps on a device, to be shown and handed on without a network. */
export function KeptPage({ reader }: KeptPageProps) {
  const { message } = reader.messages;
  return (
    <Layout
      title={message('kept-title')}
      reader={reader}
      path="/kept/"
      tags={<link rel="manifest" href="/kept/manifest.webmanifest" />}
    >
      <h1>{message('kept-title')}</h1>
      <p class="lead">{message('kept-lead')}</p>
      <p class="note" data-otherwise>
        {message('kept-otherwise')}
      </p>
      <div data-kept hidden>
        <section class="card" aria-labelledby="offered" data-offered hidden>
          <h2 id="offered">{message('kept-offer-title')}</h2>
          <p>{message('kept-offer-means')}</p>
          <button type="button" data-keep>
            {message('kept-keep')}
          </button>
        </section>
        <p
          role="status"
          data-said
          data-working={message('kept-working')}
          data-done={message('kept-done')}
          data-gone={message('kept-gone')}
          data-withdrawn={message('kept-withdrawn')}
          data-no-network={message('kept-no-network')}
          data-no-room={message('kept-no-room')}
          data-forgotten={message('kept-forgotten')}
        />
        <p data-empty>{message('kept-empty')}</p>
        <div data-list />
        <template data-card>
          <Card reader={reader} />
        </template>
        <h2>{message('kept-without-us')}</h2>
        <p>{message('kept-without-us-means')}</p>
        <p>
          <a class="step" href="/verify/offline.html" data-verifier hidden>
            {message('kept-open-verifier')}
          </a>
        </p>
        <button type="button" class="quieter" data-keep-verifier hidden>
          {message('kept-keep-verifier')}
        </button>
        <h2>{message('kept-shared-device')}</h2>
        <p>{message('kept-shared-device-means')}</p>
        <button type="button" class="grave" data-forget>
          {message('kept-forget')}
        </button>
      </div>
      <p>
        <a class="step" href={linkTo('/me', reader)}>
          {message('me-title')}
        </a>
      </p>
      <script type="module" src={`/scripts/${scripts.kept}`} />
    </Layout>
  );
}

function Card({ reader }: KeptPageProps) {
  const { message } = reader.messages;
  return (
    <article class="card">
      <h2>
        <span dir="auto" data-name />
      </h2>
      <p>
        <bdi data-issuer />
      </p>
      <p class="quiet small">
        {message('kept-on')} <bdi data-day />
        <br />
        {message('kept-on-means')}
      </p>
      <p>
        <a class="button" href="/kept/" data-open>
          {message('kept-open')}
        </a>
      </p>
      <div class="actions">
        <button type="button" class="quieter" data-share hidden>
          {message('kept-share')}
        </button>
        <button type="button" class="quieter" data-save>
          {message('kept-save')}
        </button>
      </div>
      <div class="actions">
        <button type="button" class="quieter" data-again>
          {message('kept-again')}
        </button>
        <button type="button" class="quieter" data-remove>
          {message('kept-remove')}
        </button>
      </div>
    </article>
  );
}
