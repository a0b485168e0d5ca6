import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import type { Messages } from '@laurel/i18n/messages';
import { findCampaignEvent } from '@laurel/wikimedia/campaign-event';
import { organizersOf, participantsOf } from '@laurel/wikimedia/campaign-event-people';
import type { Desk } from '../env.ts';
import type { Gathered } from './gathered.ts';
import type { ImportedOfEvent } from './import-order.ts';

/** The people of an event with event registration. Its organizers come along in either case. */
export async function gatherEvent(
  { wikimedia }: Desk,
  { eventId, who }: { readonly eventId: number; readonly who: ImportedOfEvent },
  { message }: Messages,
): Promise<Result<Gathered, Failure>> {
  const event = await findCampaignEvent(wikimedia, eventId);
  if (!event.ok) return event;
  const organizers = await organizersOf(wikimedia, eventId);
  if (!organizers.ok) return organizers;
  const { name, url, startDay: start, endDay: end } = event.value;
  const common = {
    source: { kind: 'campaign_event', eventId, who, url },
    key: `campaign-event:${eventId}`,
    name,
    volunteers: organizers.value,
    period: start <= end ? { start, end } : null,
  } as const;
  if (who === 'organizers') {
    return ok({
      ...common,
      columns: [message('imports-column-username'), message('imports-column-roles')],
      cells: organizers.value.map(({ username, roles }) => [username, roles.join(', ')]),
      attendance: { rule: 'everyone' },
      unnamed: 0,
    });
  }
  const participants = await participantsOf(wikimedia, eventId);
  if (!participants.ok) return participants;
  return ok({
    ...common,
    columns: [message('imports-column-username'), message('imports-column-registered')],
    cells: participants.value.people.map((one) => [one.username, one.registeredOn]),
    // To register is not to attend.
    attendance: { rule: 'by_hand' },
    unnamed: participants.value.unnamed,
  });
}
