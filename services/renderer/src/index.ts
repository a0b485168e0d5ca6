import { WorkerEntrypoint } from 'cloudflare:workers';
import { bakePng } from '@laurel/baking/png';
import type {
  Certificate,
  CertificateFacts,
  RendererMemory,
  RendererRpc,
} from '@laurel/contracts/renderer-rpc';
import { describeDefect } from '@laurel/core/defect';
import type { Paper } from '@laurel/core/paper';
import { badgePicture, badgeSvg } from './badge.ts';
import { certificatePdf } from './certificate-pdf.ts';
import type { ReadAsset } from './fonts/library.ts';
import { shelvedBytes } from './fonts/shelf.ts';
import { heapBytes } from './harfbuzz/engine.ts';
import { type OutlinedWord, previewWord } from './preview-word.ts';
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
  async renderCertificate(facts: CertificateFacts, paper?: Paper): Promise<Certificate> {
    const { FONTS } = this.env;
    return guarded(() => certificatePdf(facts, reading(FONTS), paper));
  }

  async renderPdf(facts: CertificateFacts, paper?: Paper): Promise<Uint8Array> {
    const { FONTS } = this.env;
    return guarded(async () => {
      const { pdf } = await certificatePdf(facts, reading(FONTS), paper);
      return pdf;
    });
  }

  async renderSvg(facts: CertificateFacts): Promise<string> {
    const { FONTS } = this.env;
    return guarded(async () => badgeSvg(facts, await wordAcross(facts, reading(FONTS))));
  }

  async renderPng(facts: CertificateFacts): Promise<Uint8Array> {
    const { FONTS } = this.env;
    return guarded(async () => {
      const word = await wordAcross(facts, reading(FONTS));
      const picture = await rasterised(badgePicture(facts, word));
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

/** Reads assets. The host of the address is of no meaning to the binding. */
function reading(fonts: Fetcher): ReadAsset {
  return async (name) => {
    const answer = await fonts.fetch(`https://fonts.invalid/${name}`);
    if (!answer.ok) throw new Error(`The font ${name} was answered ${answer.status}.`);
    return answer.arrayBuffer();
  };
}

/** A preview, which carries no credential, has a word across it. */
async function wordAcross(
  { credential, language }: CertificateFacts,
  read: ReadAsset,
): Promise<OutlinedWord | null> {
  return credential === null ? previewWord(language, read) : null;
}
