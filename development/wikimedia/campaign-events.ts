import { Hono } from 'hono';
import type { Accounts } from './accounts.ts';
import { EVENTS, type InventedEvent, type InventedParticipant } from './events.ts';

const PARTICIPANTS_PER_PAGE = 20;
const ORGANIZERS_PER_PAGE = 11;

/** The REST API of Extension:CampaignEvents, as far as anybody may read it. */
export function campaignEventRoutes(accounts: Accounts) {
  const found = (id: string) => EVENTS.find((event) => String(event.id) === id);
  return new Hono()
    .get('/:id', (c) => {
      const event = found(c.req.param('id'));
      if (event === undefined) return c.json(notFound('campaignevents-rest-event-not-found'), 404);
      if (event.deleted) {
        return c.json(notFound('campaignevents-rest-get-registration-deleted'), 404);
      }
      return c.json(faceOf(event));
    })
    .get('/:id/participants', (c) => {
      const event = found(c.req.param('id'));
      if (event === undefined) return c.json(notFound('campaignevents-rest-event-not-found'), 404);
      const asked = c.req.query('include_private');
      if (asked === undefined) return c.json({ errorKey: 'paramvalidator-missingparam' }, 400);
      if (asked !== 'false') return c.json({ errorKey: 'campaignevents-rest-private' }, 403);
      const last = Number(c.req.query('last_participant_id') ?? 0);
      const page = event.participants
        .map((one, index) => ({ one, id: index + 1 }))
        .filter(({ one, id }) => !one.private && id > last)
        .slice(0, PARTICIPANTS_PER_PAGE);
      return c.json(page.map(({ one, id }) => participantOf(one, id, accounts)));
    })
    .get('/:id/organizers', (c) => {
      const event = found(c.req.param('id'));
      if (event === undefined) return c.json(notFound('campaignevents-rest-event-not-found'), 404);
      const last = Number(c.req.query('last_organizer_id') ?? 0);
      const page = event.organizers
        .map((username, index) => ({ username, id: index + 1 }))
        .filter(({ id }) => id > last)
        .slice(0, ORGANIZERS_PER_PAGE);
      return c.json(
        page.map(({ username, id }) => ({
          organizer_id: id,
          ...userOf(username, accounts),
          roles: [id === 1 ? 'creator' : 'organizer'],
        })),
      );
    });
}

function notFound(errorKey: string) {
  return { errorKey, httpCode: 404, httpReason: 'Not Found' };
}

function faceOf(event: InventedEvent) {
  return {
    id: event.id,
    name: event.name,
    event_page: `Event:${event.name}`,
    event_page_wiki: 'metawiki',
    status: 'closed',
    timezone: 'Africa/Lagos',
    start_time: '20260214180000',
    end_time: '20260215010000',
    types: ['meetup'],
    wikis: ['*'],
    topics: [],
    online_meeting: false,
    inperson_meeting: true,
    meeting_country_code: 'NG',
    meeting_address: '1 Invented Street',
    is_test_event: event.test,
    tracking_tools: [],
    questions: [],
    meeting_url: null,
    chat_url: null,
  };
}

function participantOf(participant: InventedParticipant, id: number, accounts: Accounts) {
  const user = userOf(participant.username, accounts);
  return {
    participant_id: id,
    user_id: user.user_id,
    user_registered_at: '20260203101500',
    user_registered_at_formatted: '10:15, 3 February 2026',
    private: false,
    ...(participant.unnamed === null ? user : { [participant.unnamed]: true }),
  };
}

function userOf(username: string, accounts: Accounts) {
  const found = accounts.byName(username);
  return {
    user_id: found.kind === 'account' ? Number(found.account.accountId) : 1,
    user_name: username,
    user_page: { path: `/wiki/User:${username}`, title: `User:${username}` },
  };
}
