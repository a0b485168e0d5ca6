import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCredential } from '../support/awarding.ts';
import { bundleIn, keptFile } from '../support/kept-files.ts';
import { startLaurel } from '../support/laurel.ts';
import { verifyBy } from '../support/verifying.ts';

const TWO_DAYS_SECONDS = 2 * 86_400;

test('a list that nothing changed in is signed anew once a day, so that its age is that of what is known', async () => {
  const persistTo = mkdtempSync(join(tmpdir(), 'laurel-age-'));
  const first = await startLaurel({ persistTo });
  const port = Number(new URL(first.url).port);
  const { page } = await aCredential(first);
  const before = bundleIn(await keptFile(page, 'bundle')).status.list;
  await first.runtime.tick();
  expect(bundleIn(await keptFile(page, 'bundle')).status.list).toEqual(before);
  await first.stop();

  const later = await startLaurel({ persistTo, port, clockShiftSeconds: TWO_DAYS_SECONDS });
  await later.runtime.tick();

  const { list } = bundleIn(await keptFile(page, 'bundle')).status;
  const moved = Date.parse(list.proof[0].created) - Date.parse(before.proof[0].created);
  expect(moved / 1000).toBeGreaterThanOrEqual(TWO_DAYS_SECONDS);
  expect(list.credentialSubject.encodedList).toBe(before.credentialSubject.encodedList);
  expect((await verifyBy(later, { url: page })).verdict).toBe('valid');
  await later.runtime.tick();
  expect(bundleIn(await keptFile(page, 'bundle')).status.list).toEqual(list);
  await later.stop();
  rmSync(persistTo, { recursive: true });
});
