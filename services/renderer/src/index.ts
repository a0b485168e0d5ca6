import { WorkerEntrypoint } from 'cloudflare:workers';
import { bakePng } from '@laurel/baking/png';
import type {
  Certificate,
  CertificateFacts,
  RendererMemory,
  RendererRpc,
} from '@laurel/contracts/renderer-rpc';
import { describeDefect } from '@laurel/core/defect';
import { badgePicture, badgeSvg } from './badge.ts';
import { certificatePdf } from './certificate-pdf.ts';
import { shelvedBytes } from './fonts/shelf.ts';
import { heapBytes } from './harfbuzz/engine.ts';
import { rasterised } from './raster.ts';

type RendererEnv = {
  /** The fonts, as static assets. */
  readonly FONTS: Fetcher;
};

/** A defect leaves this Worker without its message, which may carry a text that was being drawn. */
async function guarded<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (defect) {
    console.error(describeDefect(defect));
    throw new Error('a defect of the renderer');
  }
}

/** Pictures and papers of a credential. Holds no secret, reaches no store, asks nothing but its own fonts. */
export default class Renderer extends WorkerEntrypoint<RendererEnv> implements RendererRpc {
  async renderCertificate(facts: CertificateFacts): Promise<Certificate> {
    const { FONTS } = this.env;
    return guarded(() => certificatePdf(facts, (name) => fontAsset(FONTS, name)));
  }

  async renderPdf(facts: CertificateFacts): Promise<Uint8Array> {
    const { FONTS } = this.env;
    return guarded(async () => {
      const { pdf } = await certificatePdf(facts, (name) => fontAsset(FONTS, name));
      return pdf;
    });
  }

  async renderSvg(facts: CertificateFacts): Promise<string> {
    return guarded(() => badgeSvg(facts));
  }

  async renderPng(facts: CertificateFacts): Promise<Uint8Array> {
    return guarded(async () => {
      const picture = await rasterised(badgePicture(facts));
      return facts.credential === null ? picture : bakePng(picture, facts.credential);
    });
  }

  async memory(): Promise<RendererMemory> {
    return { fontBytes: shelvedBytes(), engineBytes: heapBytes() };
  }

  async health(): Promise<{ readonly ok: true }> {
    return { ok: true };
  }
}

/** The bytes of an asset. The host of the address is of no meaning to the binding. */
async function fontAsset(fonts: Fetcher, name: string): Promise<ArrayBuffer> {
  const answer = await fonts.fetch(`https://fonts.invalid/${name}`);
  if (!answer.ok) throw new Error(`The font ${name} was answered ${answer.status}.`);
  return answer.arrayBuffer();
}
