import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { slips } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import type { SlipSheet } from './slip-values.ts';

/** Whether the slip with this number is refused, or waits again. */
export type SettledPerson = { readonly number: number; readonly refused: boolean };

/**
 * Refuses slips that people have shown, or takes such a refusal back; answers how many. The account
 * stays with the slip while it lives, so that the same person does not ask again by another slip.
 */
export async function refuseSlips(
  desk: Desk,
  actor: Actor,
  sheet: SlipSheet,
  people: readonly SettledPerson[],
): Promise<Result<number, Failure>> {
  const { store, nowSeconds } = desk;
  const acts = people.flatMap(({ number, refused }) => {
    const entry = auditing(
      desk,
      {
        issuer: sheet.issuer,
        actor: actor.accountId,
        act: refused ? 'slip_refused' : 'slip_refusal_withdrawn',
        subject: sheet.id,
        details: { number },
      },
      { ifChanged: true },
    );
    return [
      entry.before,
      store
        .update(slips)
        .set({ state: refused ? 'refused' : 'presented' })
        .where(
          and(
            eq(slips.sheetId, sheet.id),
            eq(slips.number, number),
            eq(slips.state, refused ? 'presented' : 'refused'),
            sql`exists (select 1 from slip_sheets
              where id = ${sheet.id} and ends_at_seconds > ${nowSeconds})`,
          ),
        )
        .returning({ number: slips.number }),
      entry.after,
    ];
  });
  const [first, ...rest] = acts;
  if (first === undefined) return refuse({ reason: 'slips_none_waiting' });
  const answers: readonly unknown[] = await store.batch([first, ...rest]);
  const changed = answers.filter((rows) => Array.isArray(rows) && rows.length > 0).length;
  return changed === 0 ? refuse({ reason: 'slips_none_waiting' }) : ok(changed);
}
