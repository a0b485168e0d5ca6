import { join } from 'node:path';
import type { CertificateFacts, SecondLanguage } from '@laurel/contracts/renderer-rpc';
import { facts } from '../../services/renderer/test/facts.ts';
import { SVG_LOGO } from '../../services/renderer/test/logos.ts';
import { SCRIPTS, type ScriptSample } from '../../services/renderer/test/scripts.ts';
import {
  IN_ARABIC,
  SIGNATORIES,
  secondOf as textsOf,
} from '../../services/renderer/test/variants.ts';
import { startRenderer } from '../../services/renderer/test/workerd.ts';
import { useOf } from './process-tree.ts';

/** A certificate as it was drawn again and again. */
export type Rendering = {
  readonly what: string;
  readonly bytes: number;
  /** Of a fresh process: until its first certificate of this kind came. */
  readonly firstMs: number;
  /** Of the processors, for each further one. */
  readonly cpuMs: number;
  readonly fontMiB: number;
  readonly engineMiB: number;
  /** By how much workerd grew since it stood idle, with garbage that nobody collected yet. */
  readonly grownMiB: number;
};

const WARM = 10;
const MEASURED = 40;

/** What is drawn: plain Latin, one language of each costly kind, and the worst, Han and Nastaliq. */
function benchedFacts(): readonly (readonly [what: string, facts: CertificateFacts])[] {
  const languages = ['ha', 'ar', 'ur', 'hi', 'bn', 'km', 'my', 'bo', 'ja', 'zh-Hans'];
  const samples = SCRIPTS.filter(({ language }) => languages.includes(language));
  const [urdu] = SCRIPTS.filter(({ language }) => language === 'ur');
  const [han] = SCRIPTS.filter(({ language }) => language === 'zh-Hant');
  return [
    ['English', facts()],
    ...samples.map((sample) => [sample.title, factsOf(sample)] as const),
    ['Han and Nastaliq in one language', factsOf(urdu, han)],
    ['English and Arabic', { ...facts(), second: IN_ARABIC }],
    ['Han and Nastaliq in two languages', { ...factsOf(han), second: secondOf(urdu) }],
    [
      'the same, signed by two, with a logo',
      { ...factsOf(han), second: secondOf(urdu), logo: SVG_LOGO, signatories: SIGNATORIES },
    ],
  ];
}

function factsOf(sample?: ScriptSample, other = sample): CertificateFacts {
  if (sample === undefined || other === undefined) throw new Error('There is no such sample.');
  const both = (one: string, two: string) => (one === two ? one : `${one} ${two}`);
  const long = (text: string) => Array.from({ length: 3 }, () => text).join(' ');
  return facts({
    language: sample.language,
    holder: { mode: 'name', name: both(sample.name, other.name) },
    achievementName: both(sample.achievement, other.achievement),
    achievementDescription: both(sample.sentence, other.sentence),
    criteria: long(both(sample.sentence, other.sentence)),
    doesNotMean: both(sample.sentence, other.sentence),
    issuerName: sample.achievement,
  });
}

function secondOf(sample?: ScriptSample): SecondLanguage {
  return textsOf(factsOf(sample));
}

/** Draws each kind, or so many of the first, in a workerd of its own. */
export async function measureRendering(
  bundles: string,
  kinds = Number.POSITIVE_INFINITY,
): Promise<readonly Rendering[]> {
  const measured: Rendering[] = [];
  for (const [what, drawn] of benchedFacts().slice(0, kinds)) {
    const { renderer, stop } = await startRenderer(join(bundles, 'laurel-renderer'));
    try {
      await renderer.health();
      const idleMiB = useOf('workerd').residentMiB;
      const begunMs = performance.now();
      const { length } = await renderer.renderPdf(drawn);
      const firstMs = performance.now() - begunMs;
      for (let times = 0; times < WARM; times++) await renderer.renderPdf(drawn);
      const before = useOf('workerd').cpuMs;
      for (let times = 0; times < MEASURED; times++) await renderer.renderPdf(drawn);
      const cpuMs = (useOf('workerd').cpuMs - before) / MEASURED;
      const grownMiB = useOf('workerd').residentMiB - idleMiB;
      const { fontBytes, engineBytes } = await renderer.memory();
      const fontMiB = fontBytes / 1024 ** 2;
      measured.push({
        what,
        bytes: length,
        firstMs,
        cpuMs,
        fontMiB,
        engineMiB: engineBytes / 1024 ** 2,
        grownMiB,
      });
    } finally {
      await stop();
    }
  }
  return measured;
}
