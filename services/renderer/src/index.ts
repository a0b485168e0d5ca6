import { WorkerEntrypoint } from 'cloudflare:workers';
import type {
  Certificate,
  CertificateFacts,
  LetterFacts,
  RendererMemory,
  RendererRpc,
  SlipSheetFacts,
} from '@laurel/contracts/renderer-rpc';
import { type BadgeSize, USUAL_BADGE_SIZE } from '@laurel/core/badge-size';
import type { Paper } from '@laurel/core/paper';
import { logDefect } from '@laurel/observing/log-defect';
import { printedWords } from './apart/printed-words.ts';
import { takeApart } from './apart/take-apart.ts';
import { badgeSvg } from './badge.ts';
import { badgePng } from './badge-png.ts';
import { certificatePdf } from './certificate-pdf.ts';
import type { OutlinedLine } from './draw/outlined-line.ts';
import type { ReadAsset } from './fonts/library.ts';
import { shelvedBytes } from './fonts/shelf.ts';
import { heapBytes } from './harfbuzz/engine.ts';
import { letterPdf } from './letter/letter-pdf.ts';
import { letterWords } from './letter/letter-words.ts';
import { previewWord } from './preview-word.ts';
import { pdfsOf } from './set.ts';
import { slipsPdf } from './slips/slips-pdf.ts';
import { socialPicture } from './social/picture.ts';
import { loadWords, wordsFileOf } from './words.ts';

type RendererEnv = {
  /** The fonts, as static assets. */
  readonly FONTS: Fetcher;
};

/** A defect leaves this Worker without its message, which may carry a text that was being drawn. */
async function guarded<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (defect) {
    logDefect(defect);
    throw new Error('a defect of the renderer');
  }
}

/** Pictures and papers of a credential. Holds no secret, reaches no store, asks nothing but its own fonts. */
export default class Renderer extends WorkerEntrypoint<RendererEnv> implements RendererRpc {
  async renderCertificate(facts: CertificateFacts, paper?: Paper): Promise<Certificate> {
    const { FONTS } = this.env;
    return guarded(async () => certificatePdf(facts, await readingFor(facts, FONTS), paper));
  }

  async renderPdf(facts: CertificateFacts, paper?: Paper): Promise<Uint8Array> {
    const { FONTS } = this.env;
    return guarded(async () => {
      const { pdf } = await certificatePdf(facts, await readingFor(facts, FONTS), paper);
      return pdf;
    });
  }

  async renderSet(
    facts: readonly CertificateFacts[],
    paper?: Paper,
  ): Promise<readonly Uint8Array[]> {
    return guarded(() => pdfsOf(this, facts, paper));
  }

  async renderSlips(facts: SlipSheetFacts): Promise<Uint8Array> {
    const { FONTS } = this.env;
    return guarded(() => slipsPdf(facts, reading(FONTS)));
  }

  async renderLetter(facts: LetterFacts): Promise<Uint8Array> {
    const { FONTS } = this.env;
    return guarded(() => letterPdf(facts, reading(FONTS)));
  }

  async renderSvg(facts: CertificateFacts): Promise<string> {
    const { FONTS } = this.env;
    return guarded(async () => {
      const read = await readingFor(facts, FONTS);
      return badgeSvg(facts, await wordAcross(facts, read));
    });
  }

  async renderPng(
    facts: CertificateFacts,
    pixels: BadgeSize = USUAL_BADGE_SIZE,
  ): Promise<Uint8Array> {
    const { FONTS } = this.env;
    return guarded(async () => {
      const read = await readingFor(facts, FONTS);
      return badgePng(facts, await wordAcross(facts, read), pixels);
    });
  }

  async renderSocial(facts: CertificateFacts): Promise<Uint8Array> {
    const { FONTS } = this.env;
    return guarded(async () => socialPicture(facts, await readingFor(facts, FONTS)));
  }

  async takeApart(pdf: Uint8Array): ReturnType<RendererRpc['takeApart']> {
    return guarded(() => takeApart(pdf));
  }

  async printedWords(
    ...[languages, hours]: Parameters<RendererRpc['printedWords']>
  ): ReturnType<RendererRpc['printedWords']> {
    const { FONTS } = this.env;
    return guarded(() => printedWords(languages, hours, reading(FONTS)));
  }

  async letterWords(
    ...[said, pages]: Parameters<RendererRpc['letterWords']>
  ): ReturnType<RendererRpc['letterWords']> {
    const { FONTS } = this.env;
    return guarded(() => letterWords(said, pages, reading(FONTS)));
  }

  async memory(): Promise<RendererMemory> {
    return { fontBytes: shelvedBytes(), engineBytes: heapBytes() };
  }

  async health(): Promise<{ readonly ok: true }> {
    const { FONTS } = this.env;
    return guarded(async () => {
      // A small one, to see whether assets are there.
      await reading(FONTS)(wordsFileOf('en'));
      return { ok: true } as const;
    });
  }
}

/** Reads assets, and has the labels of these facts at hand. */
async function readingFor(facts: CertificateFacts, fonts: Fetcher): Promise<ReadAsset> {
  const read = reading(fonts);
  await loadWords(facts, read);
  return read;
}

/** The host of the address is of no meaning to the binding. */
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
): Promise<OutlinedLine | null> {
  return credential === null ? previewWord(language, read) : null;
}
