import type { Reader } from '@laurel/http/reader';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import scripts from '../../generated/browser-scripts.json' with { type: 'json' };

type ScanPageProps = { readonly reader: Reader };

/** Reads a QR code with the camera, or from a picture. Without script it says how else one gets there. */
export function ScanPage({ reader }: ScanPageProps) {
  const { message } = reader.messages;
  return (
    <Layout title={message('scan-title')} reader={reader} path="/verify/scan">
      <h1>{message('scan-title')}</h1>
      <div data-scan hidden>
        <p class="lead">{message('scan-lead')}</p>
        <form>
          <button type="button" data-start>
            {message('scan-start')}
          </button>
          <video
            data-view
            hidden
            muted
            playsinline
            width="100%"
            aria-label={message('scan-view')}
          />
          <p
            role="status"
            data-said
            data-looking={message('scan-looking')}
            data-denied={message('scan-denied')}
            data-nothing={message('scan-nothing')}
            data-other={message('scan-other')}
            data-found={message('scan-found')}
          />
          <div>
            <label for="picture">{message('scan-picture')}</label>
            <input type="file" id="picture" accept="image/*" data-picture />
          </div>
        </form>
        <form
          method="post"
          action={linkTo('/verify', reader)}
          enctype="multipart/form-data"
          data-send
          hidden
        >
          <input type="hidden" name="credential" data-text />
        </form>
      </div>
      <p>
        {message('scan-otherwise')}{' '}
        <a href={linkTo('/verify', reader)}>{message('verify-title')}</a>
      </p>
      <script type="module" src={`/scripts/${scripts.scan}`} />
    </Layout>
  );
}
