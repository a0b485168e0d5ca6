import * as z from 'zod';
import type { Findings } from './figure.ts';
import { findingsText } from './written.ts';

/** What a part has found, with when and on what. */
export type Measured = {
  readonly day: string;
  readonly machine: string;
  readonly findings: Findings;
};

const Spread = z.object({
  median: z.number(),
  least: z.number(),
  most: z.number(),
  runs: z.number(),
});

/** The last findings of each part, as they are kept beside the document. */
export const Kept = z.record(
  z.string(),
  z.object({
    day: z.string(),
    machine: z.string(),
    findings: z.object({
      title: z.string(),
      method: z.array(z.string()),
      figures: z.array(
        z.object({
          what: z.string(),
          unit: z.enum(['a second', 'ms', 'ms of CPU', 'bytes', 'MiB']),
          ours: Spread,
          peer: z.object({ name: z.string(), measured: Spread }).nullable(),
          ratio: Spread.nullable(),
        }),
      ),
      tables: z
        .array(
          z.object({
            title: z.string(),
            head: z.array(z.string()),
            rows: z.array(z.array(z.string())),
          }),
        )
        .default([]),
    }),
  }),
);

/** The page that `npm run bench -- --write` makes. Markdown. */
export function performanceDocument(measured: readonly Measured[]): string {
  return [...HEAD, ...measured.map(sectionOf), ...FOOT, ''].join('\n\n');
}

function sectionOf({ day, machine, findings }: Measured): string {
  return `${findingsText(findings)}\n\nMeasured on ${day}: ${machine}.`;
}

const HEAD = [
  '# Performance',
  'Written by `npm run bench -- --write`; not by hand. What Laurel takes, beside what others take for the same on the same machine in the same run.',
  '![How many times better than its peer each figure is](performance.svg)',
  [
    '- **A figure is a ratio.** Whoever repeats this has another machine. Ours and the peer are measured in turns, round by round; a ratio is of one',
    '  round, and what stands here is the median of the rounds, with the least and the most. Above 1 Laurel is better.',
    '- **Peers are given every advantage that we can give them**: what they would ask the network for is in their memory.',
    '- **`–`** stands where nobody else offers the same to measure.',
  ].join('\n'),
  [
    '```',
    'npm run bench                          every part, a million credentials, five rounds; the last line is JSON',
    'npm run bench -- serving starting      these parts alone',
    'npm run bench -- --credentials 20000   with fewer on record; a million take some 10 GB for a while, in memory where there is room',
    'npm run bench -- bulk --people 10000   with fewer people awarded in bulk; 100,000 take some six minutes',
    'npm run bench -- --rounds 9            more rounds',
    'npm run bench -- serving --write       and put that part into this document, the others left as they are',
    '```',
  ].join('\n'),
];

const FOOT = [
  '## What peers publish',
  [
    'Few do. Of OpenCerts, which signs a batch by one signature over a tree of hashes, a user',
    '[reports](https://github.com/OpenCerts/open-certificate/issues/48) some 30 minutes for 4,000 certificates (2.2 a second) and 12 to 13 hours for 40,000',
    '(0.9 a second), in 2019. For how long a verification or a PDF takes, or what a page weighs, we found no figure of anybody. These are their users’ words about',
    'other machines, and no ratio is made of them.',
  ].join('\n'),
  '## What these figures are not',
  [
    '- **Not Cloudflare.** The Workers run in the runtime that Cloudflare runs, but on one machine, where the databases, the Workers and whoever asks share the',
    '  processors. A local database answers in less time and with less in between; a deployment has many processes where here there is one.',
    '- **Not free of noise.** Other programs run on the machine. That is why each round has a ratio of its own and why the least and the most stand beside the',
    '  median: where they lie far apart, believe the order of magnitude and no more.',
    '- **Not a promise.** Tests hold to what does not hang on a machine: how many statements an answer takes and by which index',
    '  (`test/system/asked-by-index.test.ts`), what an unchanged thing costs, how much a page weighs. No test looks at a clock.',
  ].join('\n'),
];
