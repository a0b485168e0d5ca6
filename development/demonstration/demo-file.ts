import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { issuerDid } from '@laurel/core/addresses';
import * as z from 'zod';
import { DATA_DIRECTORY } from '../settings.ts';
import type { WorkshopReport } from './award.ts';
import { DEMONSTRATION_ISSUER, TEST_ISSUER } from './seed.ts';
import { WORKSHOP_ACHIEVEMENT } from './workshop.ts';

const DEMO_FILE = `${DATA_DIRECTORY}/demo.json`;

const Tokens = z.object({ token: z.string(), signToken: z.string() });

/** The tokens that an earlier start told; null at the first. */
export function tokensOfBefore(): z.infer<typeof Tokens> | null {
  if (!existsSync(DEMO_FILE)) return null;
  return Tokens.parse(JSON.parse(readFileSync(DEMO_FILE, 'utf8')));
}

type Artefacts = Readonly<Record<'page' | 'json' | 'jwt' | 'pdf' | 'png' | 'svg', string>>;

export type Demo = {
  readonly origin: string;
  readonly issuer: string;
  readonly did: string;
  readonly token: string;
  readonly signIssuer: string;
  readonly signDid: string;
  readonly signToken: string;
  readonly achievement: string;
  readonly credentials: readonly Artefacts[];
};

/** Writes where everything of the demonstration is, for tools: absolute URLs, and tokens. */
export function writeDemo(
  origin: string,
  tokens: z.infer<typeof Tokens>,
  report: WorkshopReport,
): Demo {
  const demo: Demo = {
    origin,
    issuer: DEMONSTRATION_ISSUER.slug,
    did: issuerDid(origin, DEMONSTRATION_ISSUER.slug),
    token: tokens.token,
    signIssuer: TEST_ISSUER.slug,
    signDid: issuerDid(origin, TEST_ISSUER.slug),
    signToken: tokens.signToken,
    achievement: WORKSHOP_ACHIEVEMENT,
    credentials: report.recipients.flatMap(({ credential }) =>
      credential === undefined ? [] : [artefactsOf(credential)],
    ),
  };
  writeFileSync(DEMO_FILE, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  return demo;
}

function artefactsOf(page: string): Artefacts {
  return {
    page,
    json: `${page}.json`,
    jwt: `${page}.jwt`,
    pdf: `${page}.pdf`,
    png: `${page}.png`,
    svg: `${page}.svg`,
  };
}
