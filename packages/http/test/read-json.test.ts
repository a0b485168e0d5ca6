import { readBody } from '@laurel/http/read-body';
import { parseJson, pointerTo, readJson } from '@laurel/http/read-json';
import { expect, test } from 'vitest';
import * as z from 'zod';

const Schema = z.strictObject({ rows: z.array(z.strictObject({ hours: z.number().min(0) })) });

function post(body: BodyInit, contentType = 'application/json'): Request {
  return new Request('https://laurel.example/', {
    method: 'POST',
    body,
    headers: { 'content-type': contentType },
  });
}

test('A body of exactly the limit is read, and one byte more is refused.', async () => {
  const fits = await readBody(post('12345'), 5);
  expect(fits).toMatchObject({ ok: true });
  expect(await readBody(post('123456'), 5)).toEqual({
    ok: false,
    failure: { reason: 'body_too_large', maxBytes: 5 },
  });
});

test('A body whose length is announced is held to the limit all the same, should more arrive.', async () => {
  const announcing = (length: string, body: string) => {
    const request = post(body);
    request.headers.set('content-length', length);
    return readBody(request, 5);
  };
  const bytes = new TextEncoder().encode('12345');
  for (const length of ['5', '6', '1', 'five', '5, 5']) {
    expect(await announcing(length, '12345')).toEqual({ ok: true, value: bytes });
    expect(await announcing(length, '123456')).toMatchObject({ ok: false });
  }
});

test('A body that never ends is read past the limit for its sender to see the answer, but not for ever.', async () => {
  const CHUNK_BYTES = 1024 * 1024;
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(CHUNK_BYTES));
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request('https://laurel.example/', {
    method: 'POST',
    body: endless,
    ...{ duplex: 'half' },
  });
  expect(await readBody(request, 10_000)).toMatchObject({ failure: { reason: 'body_too_large' } });
  expect(pulled).toBe(65);
});

test('Only JSON is taken as JSON, whatever its parameters.', async () => {
  expect(await readJson(post('{"rows":[]}', 'text/plain'), Schema, 100)).toMatchObject({
    failure: { reason: 'media_type_unsupported', accepted: ['application/json'] },
  });
  expect(
    await readJson(post('{"rows":[]}', 'Application/JSON; charset=utf-8'), Schema, 100),
  ).toEqual({ ok: true, value: { rows: [] } });
});

test('A body that is not JSON is refused with the place, and never quoted.', async () => {
  const refused = await readJson(post('{"rows":\n[Asmaa]}'), Schema, 100);
  expect(refused).toEqual({
    ok: false,
    failure: {
      reason: 'body_not_json',
      detail: 'The body stops being JSON at line 2, column 2 (position 10).',
    },
  });
  expect(await readJson(post('{"rows":'), Schema, 100)).toMatchObject({
    failure: { detail: expect.stringContaining('ends too early') },
  });
  expect(parseJson(new Uint8Array([0x22, 0xff, 0x22]), Schema)).toMatchObject({
    failure: { reason: 'body_not_json', detail: 'The body is not UTF-8.' },
  });
});

test('Each mistake has a pointer to its place, and an unknown member is named by its own.', () => {
  const bytes = new TextEncoder().encode('{"rows":[{"hours":1},{"hours":-1,"a/b~":2}],"more":1}');
  const refused = parseJson(bytes, Schema);
  if (refused.ok || refused.failure.reason !== 'request_invalid') throw new Error('not refused');
  expect(refused.failure.issues.map(({ pointer }) => pointer).sort()).toEqual([
    '/more',
    '/rows/1/a~1b~0',
    '/rows/1/hours',
  ]);
});

test('Pointers escape as RFC 6901 says, and the whole document is the empty pointer.', () => {
  expect(pointerTo([])).toBe('');
  expect(pointerTo(['a/b', 'm~n', 0, ''])).toBe('/a~1b/m~0n/0/');
});
