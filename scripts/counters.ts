import { parseArgs } from 'node:util';
import { keptPoints } from '../development/counters/counter-file.ts';
import { sumsOf } from '../development/counters/sums.ts';
import { askedBy } from './called-wrongly.ts';

/** Prints what the service that `npm start` runs here has counted: sums, and the largest of each number. */
askedBy('npm run counters', () => parseArgs({ options: {} }));

const rows = sumsOf(keptPoints()).map(({ counted, words, points, sums, largest }) => [
  counted,
  words.filter((word) => word !== '').join(' '),
  String(points),
  sums.join(' '),
  largest.join(' '),
]);
const head = ['counted', 'words', 'points', 'sums', 'largest'];
for (const row of [head, ...rows]) console.log(row.join('\t'));
