import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { machine } from './bench/machine.ts';
import { PARTS } from './bench/parts.ts';
import { Kept, type Measured, performanceDocument } from './bench/performance-document.ts';
import { ratioPlot } from './bench/plot.ts';
import { findingsText } from './bench/written.ts';
import { askedBy } from './called-wrongly.ts';

/**
 * Measures Laurel beside its peers: `npm run bench`, or `npm run bench -- serving drawing` for some parts. Absolute figures
 * depend on the machine; the ratios are of one run. The last line is JSON.
 */
const USAGE =
  'npm run bench -- [PART…] [--credentials NUMBER] [--people NUMBER] [--rounds NUMBER] [--write]';
const DATA = 'docs/performance.json';

const { parts, isToBeWritten, ...options } = askedBy(USAGE, () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      credentials: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '5' },
      people: { type: 'string', default: '100000' },
      write: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no part ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}.`,
    );
  }
  return {
    parts: positionals,
    isToBeWritten: values.write,
    credentials: numberIn(values.credentials),
    rounds: numberIn(values.rounds),
    people: numberIn(values.people),
  };
});

function numberIn(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${text} is no number of them.`);
  return Number(text);
}

const day = new Date().toISOString().slice(0, 10);
const found: Record<string, Measured> = {};
for (const [name, measure] of Object.entries(PARTS)) {
  if (parts.length > 0 && !parts.includes(name)) continue;
  const findings = await measure(options);
  found[name] = { day, machine: machine(), findings };
  console.log(`${findingsText(findings)}\n`);
  if (isToBeWritten) write(found);
}
console.log(JSON.stringify({ ...options, found }));

/** Beside the document lies what it was made of, so that one part can be measured anew. */
function write(fresh: Readonly<Record<string, Measured>>): void {
  const kept = existsSync(DATA) ? Kept.parse(JSON.parse(readFileSync(DATA, 'utf8'))) : {};
  const all: Readonly<Record<string, Measured>> = { ...kept, ...fresh };
  const inOrder = Object.keys(PARTS).flatMap((name) => {
    const one = all[name];
    return one === undefined ? [] : [[name, one] as const];
  });
  const measured = inOrder.map(([, one]) => one);
  writeFileSync(DATA, `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`);
  writeFileSync('docs/performance.svg', ratioPlot(measured.map(({ findings }) => findings)));
  writeFileSync('docs/performance.md', performanceDocument(measured));
}
