import { unbakePng } from '@laurel/baking/png';
import { unbakeSvg } from '@laurel/baking/svg';
import { longDate } from '@laurel/i18n/long-date';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { workshopAwards } from '../../development/demonstration/workshop.ts';
import { openPdf, readQrCode } from '../../services/renderer/test/opened-pdf.ts';
import { aCredential } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

async function bytesOf(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

test('the certificate that is served says who, what, by whom and where to check, and carries the credential', async () => {
  const { page } = await aCredential(laurel, { recipients: [{ username: 'Łukasz of Łódź' }] });
  const credential = await (await fetch(`${page}.json`)).text();
  const bytes = await bytesOf(`${page}.pdf`);

  const pdf = await openPdf(bytes);

  for (const said of [
    'Łukasz of Łódź',
    'Workshop Participation',
    'Demonstration User Group',
    page,
  ]) {
    expect(pdf.text).toContain(said);
  }
  const attached = [...pdf.attachments].map(([name, content]) => [
    name,
    new TextDecoder().decode(content),
  ]);
  expect(attached).toEqual([
    ['credential.json', credential],
    ['laurel-proof.json', expect.stringContaining('laurel-proof-bundle')],
  ]);
  expect(await readQrCode(bytes)).toBe(page);
});

test('the certificate says when and on what evidence in the words of the page', async () => {
  const { page } = await aCredential(laurel);
  const html = await (await fetch(page, { headers: { accept: 'text/html' } })).text();
  const { validFrom, evidence } = z
    .object({ validFrom: z.string(), evidence: z.array(z.object({ name: z.string() })) })
    .parse(await (await fetch(`${page}.json`)).json());

  const { text } = await openPdf(await bytesOf(`${page}.pdf`));

  for (const said of [
    longDate(validFrom.slice(0, 10), 'en'),
    ...evidence.map(({ name }) => name),
  ]) {
    expect(html).toContain(said);
    expect(text).toContain(said);
  }
});

test('the first certificate of the demonstration has its name in print', async () => {
  const [first] = (await workshopAwards()).recipients;
  const { page } = await aCredential(laurel, { recipients: [first] });

  const { text } = await openPdf(await bytesOf(`${page}.pdf`));

  expect(text).toContain('Ɓoyi Marubuciya');
});

test('a name in another script is in print as it is on the page', async () => {
  const { page } = await aCredential(laurel, { recipients: [{ username: 'ليان الخطّاط' }] });

  const pdf = await openPdf(await bytesOf(`${page}.pdf`));

  expect(pdf.text).toContain('ليان الخطّاط');
  expect(await (await fetch(page, { headers: { accept: 'text/html' } })).text()).toContain(
    'ليان الخطّاط',
  );
});

test('the badges that are served hold the credential byte for byte, in any script', async () => {
  const { page } = await aCredential(laurel, { recipients: [{ username: 'জ্যোৎস্না 😀 𞤀𞤣' }] });
  const credential = await (await fetch(`${page}.json`)).text();

  const png = unbakePng(await bytesOf(`${page}.png`));
  const svg = unbakeSvg(new TextDecoder().decode(await bytesOf(`${page}.svg`)));

  expect(png).toEqual({ ok: true, value: credential });
  expect(svg).toEqual({ ok: true, value: credential });
});

test('the same certificate asked for twice is the same, but for when its bundle was made', async () => {
  const { page } = await aCredential(laurel);

  const [one, other] = await Promise.all(
    [1, 2].map(async () => openPdf(await bytesOf(`${page}.pdf`))),
  );

  const { attachments, ...drawn } = one ?? expect.fail('nothing was drawn');
  expect({ ...other, attachments: null }).toEqual({ ...drawn, attachments: null });
  expect(other?.attachments.get('credential.json')).toEqual(attachments.get('credential.json'));
});
