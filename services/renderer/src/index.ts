import { WorkerEntrypoint } from 'cloudflare:workers';
import { bakePng } from '@laurel/baking/png';
import type { CertificateFacts, RendererRpc } from '@laurel/contracts/renderer-rpc';
import { describeDefect } from '@laurel/core/defect';
import { badgePicture, badgeSvg } from './badge.ts';
import { certificatePdf } from './certificate-pdf.ts';
import { rasterised } from './raster.ts';

/** A defect leaves this Worker without its message, which may carry a text that was being drawn. */
async function guarded<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (defect) {
    console.error(describeDefect(defect));
    throw new Error('a defect of the renderer');
  }
}

/** Pictures and papers of a credential. Holds no secret, reaches no store, makes no request. */
export default class Renderer extends WorkerEntrypoint implements RendererRpc {
  async renderPdf(facts: CertificateFacts): Promise<Uint8Array> {
    return guarded(() => certificatePdf(facts));
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

  async health(): Promise<{ readonly ok: true }> {
    return { ok: true };
  }
}
