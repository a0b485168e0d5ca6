/**
 * What a credential takes here, and what 320 million of them would: `npm run scale`, or `npm run scale -- --write` to
 * put the figures and their tables into docs/scale.md. It measures in the real Workers on local databases, in some
 * minutes; `--recorded` reckons with what was measured last instead.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { askedBy } from './called-wrongly.ts';
import { documentWith, SCALE_DOCUMENT } from './scale/document.ts';
import { measure } from './scale/measure.ts';
import { MEASURED_FILE, readMeasured } from './scale/measured.ts';
import { tablesOf } from './scale/tables.ts';

const { values: asked } = askedBy('npm run scale -- [--recorded] [--write]', () =>
  parseArgs({
    options: {
      recorded: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  }),
);
const measured = asked.recorded
  ? readMeasured()
  : await measure(new Date().toISOString().slice(0, 10));
for (const [name, table] of Object.entries(tablesOf(measured)))
  console.log(`${name}\n\n${table}\n`);
if (asked.write) {
  writeFileSync(MEASURED_FILE, `${JSON.stringify(measured, null, 2)}\n`);
  writeFileSync(
    SCALE_DOCUMENT,
    documentWith(readFileSync(SCALE_DOCUMENT, 'utf8'), tablesOf(measured)),
  );
}
