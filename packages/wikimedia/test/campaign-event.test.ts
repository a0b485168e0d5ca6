import { expect, test } from 'vitest';
import { accountNamed } from '../../../development/wikimedia/account.ts';
import { PEOPLE } from '../../../development/wikimedia/people.ts';
import { findCampaignEvent } from '../src/campaign-event.ts';
import { organizersOf, participantsOf } from '../src/campaign-event-people.ts';
import { MAX_PEOPLE } from '../src/max-people.ts';
import { aWikimedia } from './login.ts';

function idOf(username: string): string {
  const found = accountNamed(username);
  return found.kind === 'account' ? found.account.accountId : '';
}

test('an event is found with its name, its days at its own place and its page', async () => {
  const { standIn, wikimedia } = await aWikimedia();

  expect(await findCampaignEvent(wikimedia, 42)).toEqual({
    ok: true,
    value: {
      id: 42,
      name: 'Library Evening',
      startDay: '2026-02-14',
      endDay: '2026-02-15',
      url: `${standIn.url}/wiki/Special:EventDetails/42`,
    },
  });
});

test.each([
  [43, 'event_is_test'],
  [44, 'event_called_off'],
  [4_444, 'event_unknown'],
])('event %i is refused: %s', async (id, reason) => {
  const { wikimedia } = await aWikimedia();

  expect(await findCampaignEvent(wikimedia, id)).toEqual({ ok: false, failure: { reason } });
});

test('an event in a state that is none of those of events that take place is called off', async () => {
  const { standIn, wikimedia } = await aWikimedia();
  const event = {
    id: 42,
    name: 'Library Evening',
    status: 'cancelled',
    start_time: '20260214180000',
    end_time: '20260214200000',
    is_test_event: false,
  };
  standIn.fail('events', { times: 1, status: 200, body: JSON.stringify(event) });

  expect(await findCampaignEvent(wikimedia, 42)).toEqual({
    ok: false,
    failure: { reason: 'event_called_off' },
  });
});

test('all pages of participants are read, one after another; private ones are never told', async () => {
  const { standIn, wikimedia } = await aWikimedia();

  const listed = await participantsOf(wikimedia, 42);

  expect(listed).toEqual({
    ok: true,
    value: {
      people: [
        ...PEOPLE.map(({ username }) => username),
        ...Array.from({ length: 30 }, (_, index) => `Evening Guest ${index + 1}`),
      ].map((username) => ({ username, registeredOn: '2026-02-03' })),
      unnamed: 2,
    },
  });
  expect(standIn.requests.map(({ alreadyUnderWay }) => alreadyUnderWay)).toEqual([0, 0, 0, 0]);
});

test('a participant that is marked private is dropped, though nobody asked for one', async () => {
  const { standIn, wikimedia } = await aWikimedia();
  const entry = { user_registered_at: '20260203101500', private: true, user_name: 'Quiet Guest' };
  const body = JSON.stringify([
    { ...entry, participant_id: 1 },
    { ...entry, participant_id: 2, private: false, user_name: 'Open Guest' },
  ]);
  standIn.fail('events', { times: 1, status: 200, body });

  const listed = await participantsOf(wikimedia, 46);

  expect(listed).toEqual({
    ok: true,
    value: { people: [{ username: 'Open Guest', registeredOn: '2026-02-03' }], unnamed: 0 },
  });
});

test('organizers come with their account ids and roles, over all pages', async () => {
  const { wikimedia } = await aWikimedia();

  const listed = await organizersOf(wikimedia, 48);

  expect(listed.ok && listed.value).toHaveLength(25);
  expect(listed.ok && listed.value.slice(0, 2)).toEqual([
    { accountId: idOf('Organizer 1'), username: 'Organizer 1', roles: ['creator'] },
    { accountId: idOf('Organizer 2'), username: 'Organizer 2', roles: ['organizer'] },
  ]);
});

test('an event with more people than one import takes is refused', async () => {
  const { wikimedia } = await aWikimedia();

  expect(await participantsOf(wikimedia, 47)).toEqual({
    ok: false,
    failure: { reason: 'import_too_large', maxPeople: MAX_PEOPLE },
  });
});

const PAGE = JSON.stringify([
  {
    participant_id: 1,
    user_registered_at: '20260203101500',
    private: false,
    user_name: 'Again And Again',
  },
]);

test.each([
  ['too many requests', { status: 429, retryAfterSeconds: 42 }, 42],
  ['a failure', { status: 500 }, 30],
  ['no JSON', { status: 200, body: '<html>' }, 30],
  ['an object', { status: 200, body: '{}' }, 30],
  ['half an entry', { status: 200, body: '[{"participant_id":1,"private":false}]' }, 30],
  ['the first page for ever', { status: 200, body: PAGE }, 30],
])('%s on the second page refuses the whole list', async (_, fault, retryAfterSeconds) => {
  const { standIn, wikimedia } = await aWikimedia();
  standIn.fail('events', { times: 9, after: 1, ...fault });

  expect(await participantsOf(wikimedia, 42)).toEqual({
    ok: false,
    failure: { reason: 'wikimedia_unavailable', retryAfterSeconds },
  });
  expect(standIn.requests).toHaveLength(2);
});

test.each([
  ['too many requests', { status: 429, retryAfterSeconds: 7 }, 7],
  ['garbage', { status: 200, body: '[]' }, 30],
  ['a gateway', { status: 502, body: 'no route' }, 30],
  [
    'another event',
    {
      status: 200,
      body: '{"id":7,"name":"A","status":"open","start_time":"20260101000000","end_time":"20260101000000","is_test_event":false}',
    },
    30,
  ],
])('%s in place of an event is a refusal with a time to wait', async (_, fault, seconds) => {
  const { standIn, wikimedia } = await aWikimedia();
  standIn.fail('events', { times: 1, ...fault });

  expect(await findCampaignEvent(wikimedia, 42)).toEqual({
    ok: false,
    failure: { reason: 'wikimedia_unavailable', retryAfterSeconds: seconds },
  });
});
