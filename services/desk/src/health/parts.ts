import { notedPart, type PartStates, partState, tickState, together } from '@laurel/core/health';
import { answers } from '@laurel/observing/answers';
import { partStates } from '@laurel/store/private/desk';
import type { Desk } from '../env.ts';

/** What can be asked now, of the desk and of those behind it. */
export type Looked = Readonly<
  Record<'verifier' | 'desk' | 'signer' | 'keys' | 'renderer', boolean>
>;

/** Asks each of them once. */
export async function lookAround({ store, signer, renderer, verifier }: Desk): Promise<Looked> {
  const keysOf = (async () => (await signer.health()).keys)();
  const [ownStore, drawing, showing, signing, keys] = await Promise.all([
    answers(() => store.select({ part: partStates.part }).from(partStates).limit(1)),
    answers(() => renderer.health()),
    answers(() => verifier.health()),
    answers(() => keysOf),
    keysOf.catch(() => false),
  ]);
  return { verifier: showing, desk: ownStore, signer: signing, keys, renderer: drawing };
}

/** Each part that the desk can tell of, and since when it is so by what was noted. */
export async function partsOf(desk: Desk): Promise<PartStates> {
  const looked = await lookAround(desk);
  const noted = looked.desk ? await desk.store.select().from(partStates) : [];
  const notedOf = (part: string) => noted.find((one) => one.part === part);
  const now = (part: keyof Looked) => partState(looked[part], notedOf(part));
  const { nowSeconds } = desk;
  return {
    verifier: now('verifier'),
    desk: now('desk'),
    signer: now('signer'),
    keys: now('keys'),
    renderer: now('renderer'),
    work: notedPart(notedOf('work'), nowSeconds),
    crons: together([
      tickState('desk_cron', noted, nowSeconds),
      tickState('hourly_cron', noted, nowSeconds),
    ]),
  };
}
