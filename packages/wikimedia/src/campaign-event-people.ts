import type { ImportRefusal } from '@laurel/core/import-refusal';
import { ok, type Result, refuse } from '@laurel/core/result';
import * as z from 'zod';
import type { WikimediaReader } from './action-api.ts';
import { jsonOf } from './call.ts';
import { askCampaignEvents, unavailable } from './campaign-event.ts';
import { MAX_PEOPLE } from './max-people.ts';

export type Participant = {
  readonly username: string;
  /** The day of registering, UTC, ISO 8601. To register is not to attend. */
  readonly registeredOn: string;
};

export type Participants = {
  readonly people: readonly Participant[];
  /** Accounts that the wikis hide or no longer have: they come without a name. */
  readonly unnamed: number;
};

export type Organizer = {
  readonly accountId: string;
  readonly username: string;
  /** Such as `creator` or `organizer`. */
  readonly roles: readonly string[];
};

const Name = z.string().min(1).max(255);
const ParticipantEntry = z
  .object({
    participant_id: z.int().positive(),
    user_registered_at: z.string().regex(/^\d{14}$/),
    private: z.boolean(),
    user_name: Name.optional(),
    hidden: z.literal(true).optional(),
    not_found: z.literal(true).optional(),
  })
  .refine((one) => one.user_name !== undefined || one.hidden === true || one.not_found === true);
const OrganizerEntry = z.object({
  organizer_id: z.int().positive(),
  user_id: z.int().positive(),
  user_name: Name,
  roles: z.array(z.string().max(100)).max(20),
});

/**
 * Who registered for an event openly. People who registered privately are not asked for; should any be
 * told of nevertheless, they are dropped. Source: CampaignEvents, `ListParticipantsHandler`.
 */
export async function participantsOf(
  wikimedia: WikimediaReader,
  eventId: number,
): Promise<Result<Participants, ImportRefusal>> {
  const listed = await everyPage({
    entry: z.array(ParticipantEntry),
    idOf: (one) => one.participant_id,
    ask: (last) =>
      askCampaignEvents(wikimedia, `${eventId}/participants`, {
        include_private: 'false',
        ...(last === null ? {} : { last_participant_id: String(last) }),
      }),
  });
  if (!listed.ok) return listed;
  const open = listed.value.filter((one) => !one.private);
  const people = open.flatMap(({ user_name: username, user_registered_at: at }) =>
    username === undefined ? [] : [{ username, registeredOn: dayOf(at) }],
  );
  return ok({ people, unnamed: open.length - people.length });
}

/** Who organizes an event. Source: CampaignEvents, `ListOrganizersHandler`. */
export async function organizersOf(
  wikimedia: WikimediaReader,
  eventId: number,
): Promise<Result<readonly Organizer[], ImportRefusal>> {
  const listed = await everyPage({
    entry: z.array(OrganizerEntry),
    idOf: (one) => one.organizer_id,
    ask: (last) =>
      askCampaignEvents(
        wikimedia,
        `${eventId}/organizers`,
        last === null ? {} : { last_organizer_id: String(last) },
      ),
  });
  if (!listed.ok) return listed;
  return ok(
    listed.value.map(({ user_id, user_name, roles }) => ({
      accountId: String(user_id),
      username: user_name,
      roles,
    })),
  );
}

type Paged<Entry> = {
  readonly entry: z.ZodType<readonly Entry[]>;
  readonly idOf: (entry: Entry) => number;
  /** `last` is the highest id so far. */
  readonly ask: (last: number | null) => Promise<Response>;
};

/**
 * All pages of a list, until one is empty: a page may be short because some of its people are hidden.
 * Ids must grow from page to page, so that a list which repeats itself does not go on for ever.
 */
async function everyPage<Entry>({
  entry,
  idOf,
  ask,
}: Paged<Entry>): Promise<Result<readonly Entry[], ImportRefusal>> {
  const all: Entry[] = [];
  for (let last: number | null = null; ; ) {
    const response = await ask(last);
    const page = entry.safeParse(response.status === 200 ? await jsonOf(response) : null);
    if (!page.success) return refuse(unavailable(response));
    if (page.data.length === 0) return ok(all);
    const ids = page.data.map(idOf);
    if (last !== null && Math.min(...ids) <= last) return refuse(unavailable(response));
    last = Math.max(...ids);
    all.push(...page.data);
    if (all.length > MAX_PEOPLE) {
      return refuse({ reason: 'import_too_large', maxPeople: MAX_PEOPLE });
    }
  }
}

/** From MediaWiki's fourteen digits, UTC. */
function dayOf(timestamp: string): string {
  return `${timestamp.slice(0, 4)}-${timestamp.slice(4, 6)}-${timestamp.slice(6, 8)}`;
}
