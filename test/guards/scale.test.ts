import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentWith, SCALE_DOCUMENT } from '../../scripts/scale/document.ts';
import { readMeasured } from '../../scripts/scale/measured.ts';
import { PAGES, READ_ON } from '../../scripts/scale/prices.ts';
import { tablesOf } from '../../scripts/scale/tables.ts';

test('every table of docs/scale.md is reckoned from what was measured', () => {
  const document = readFileSync(SCALE_DOCUMENT, 'utf8');

  expect(documentWith(document, tablesOf(readMeasured()))).toBe(document);
});

test('docs/scale.md names the pages of its limits and prices, and the day on which they were read', () => {
  const document = readFileSync(SCALE_DOCUMENT, 'utf8');

  for (const named of [...PAGES, READ_ON]) expect(document).toContain(named);
});
