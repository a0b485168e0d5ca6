import { comparedFigure, type Figure, type Findings, loneFigure, type Part } from './figure.ts';
import type { InTurns } from './proofs/turns.ts';
import { measureSigning } from './signing.ts';
import { measureVerifying } from './verifying.ts';

/** Proofs of the same credentials by us and by the libraries of others, in the same workerd, one after the other. */
export const signing: Part = async ({ rounds }) => ({
  title: 'Signing',
  method: [
    'The same credentials, each with another person in it, are signed in one workerd by our path and by `@digitalbazaar/vc`, in turns; the time is that of the processor (on Linux), for one. Both know all contexts. JWTs stand beside them.',
  ],
  figures: (await measureSigning(rounds)).map(figureOf),
});

export const verifying: Part = async ({ rounds }): Promise<Findings> => ({
  title: 'Verifying',
  method: [
    'The same in reverse. `@digitalbazaar/vc` runs in the same workerd; `@digitalcredentials/verifier-core` in the Node that it needs, with its JSON schemas and contexts from local files. Ours goes from the text to the report, with the shape of the document, its dates and its standing; the proof alone is measured too.',
  ],
  figures: (await measureVerifying(rounds)).map(figureOf),
});

function figureOf({ what, unit, ours, peer }: InTurns): Figure {
  return peer === null ? loneFigure(what, unit, ours) : comparedFigure(what, unit, ours, peer);
}
