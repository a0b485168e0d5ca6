import type { LogoReference } from '@laurel/core/issuer';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Work that a row in this database asks for. */
export type OutboxTask =
  | {
      readonly task: 'award_rows';
      readonly batchId: string;
      readonly fromRow: number;
      readonly toRow: number;
    }
  | {
      readonly task: 'complete_jwts';
      readonly batchId: string;
      readonly fromRow: number;
      readonly toRow: number;
    }
  | { readonly task: 'revoke'; readonly awardId: string }
  | { readonly task: 'standing'; readonly awardId: string }
  | {
      readonly task: 'revoke_batch';
      readonly revocationId: string;
      readonly fromRow: number;
      readonly toRow: number;
    }
  | {
      readonly task: 'resolve_sheet';
      readonly sheetId: string;
      readonly revision: number;
      readonly fromRow: number;
      readonly toRow: number;
    }
  | { readonly task: 'erase_account'; readonly accountId: string }
  | { readonly task: 'look_at_names' }
  | { readonly task: 'endorse' | 'end_endorsement'; readonly endorsementId: string }
  | {
      readonly task: 'end_former_name';
      readonly accountId: string;
      readonly formerName: string;
    }
  | { readonly task: 'publish_achievement'; readonly achievementId: string }
  | { readonly task: 'publish_map'; readonly issuer: string; readonly map: string }
  | { readonly task: 'publish_issuer'; readonly issuer: string }
  | { readonly task: 'publish_seats'; readonly issuer: string }
  | {
      readonly task: 'publish_logo';
      readonly issuer: string;
      /** With its bytes in base64; null where it is taken away. */
      readonly logo: (LogoReference & { readonly bytes: string }) | null;
    };

/**
 * Work to be done, written in one transaction with what asks for it. A queue message only hints at
 * it; a sweep finds what a lost message left. Written by the desk.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text().primaryKey(),
    task: text({ mode: 'json' }).$type<OutboxTask>().notNull(),
    /** A sweep leaves it alone until then. */
    dueAtSeconds: integer('due_at_seconds').notNull(),
    /** Until then it is being worked, and nobody else takes it; 0 while nobody does. */
    leasedUntilSeconds: integer('leased_until_seconds').notNull(),
    attempts: integer().notNull(),
  },
  (table) => [index('outbox_due').on(table.dueAtSeconds)],
);
