import type { BrowserSession } from './browser-session.ts';
import { anAcceptedAward, makeCredential } from './holding.ts';
import type { Laurel } from './laurel.ts';

/** The fields of `/me/name` for writings by language. */
export function namedAs(
  writings: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const rows = Object.entries(writings).flatMap(([language, name], index) => [
    [`name_${index + 1}`, name],
    [`language_${index + 1}`, language],
  ]);
  return { ...Object.fromEntries(rows), act: 'keep', ...change };
}

/** Gives a name for the first time. */
export async function declare(
  session: BrowserSession,
  writings: Readonly<Record<string, string>>,
): Promise<void> {
  const given = await session.post('/me/name', namedAs(writings));
  if (given.status !== 303) throw new Error(`${given.status}: ${await given.text()}`);
}

/** The page of a credential with a name that its holder gave, in the first of these writings; its link is on. */
export async function aNamedCredential(
  laurel: Laurel,
  writings: Readonly<Record<string, string>>,
): Promise<string> {
  const { award, session } = await anAcceptedAward(laurel, 'Quiet Gazelle of Banjul');
  await declare(session, writings);
  const [writing = ''] = Object.keys(writings);
  const id = await makeCredential(session, award, { disclosure: 'name', writing });
  await session.post(`/me/credentials/${id}/link`, { link: 'on' });
  return `${laurel.url}/c/${id}`;
}

/** Asks for a change and answers the path at which stewards decide on it. */
export async function wishedBy(
  session: BrowserSession,
  steward: BrowserSession,
  writings: Readonly<Record<string, string>>,
): Promise<string> {
  const before = await pathsIn(steward);
  const asked = await session.post('/me/name/change', namedAs(writings, { why: 'I married.' }));
  if (asked.status !== 303) throw new Error(`${asked.status}: ${await asked.text()}`);
  const after = await pathsIn(steward);
  return after.find((path) => !before.includes(path)) ?? '';
}

async function pathsIn(steward: BrowserSession): Promise<readonly string[]> {
  const queue = await (await steward.get('/desk/stewards/names')).text();
  return [...queue.matchAll(/href="(\/desk\/stewards\/names\/\w+)/g)].map(([, path = '']) => path);
}
