import { PEOPLE } from './people.ts';

/** An invented event of CampaignEvents. */
export type InventedEvent = {
  readonly id: number;
  readonly name: string;
  readonly test: boolean;
  readonly deleted: boolean;
  readonly organizers: readonly string[];
  readonly participants: readonly InventedParticipant[];
};

export type InventedParticipant = {
  readonly username: string;
  /** Registered so that only organizers see it. */
  readonly private: boolean;
  /** How the wiki tells of an account that it does not name. */
  readonly unnamed: 'hidden' | 'not_found' | null;
};

const READERS = PEOPLE.map(({ username }) => username);

function openly(username: string): InventedParticipant {
  return { username, private: false, unnamed: null };
}

/** Forty-five people on three pages: two registered privately, two have no name any more. */
const EVENING: readonly InventedParticipant[] = [
  ...READERS.map(openly),
  ...['Quiet Guest One', 'Quiet Guest Two'].map((username) => ({
    ...openly(username),
    private: true,
  })),
  { ...openly('Hidden Guest'), unnamed: 'hidden' },
  { ...openly('Nobody Any More'), unnamed: 'not_found' },
  ...Array.from({ length: 30 }, (_, index) => openly(`Evening Guest ${index + 1}`)),
];

const EVENT = { test: false, deleted: false, organizers: ['Ngozi Reads Aloud'], participants: [] };

/** The events that there are, by id. */
export const EVENTS: readonly InventedEvent[] = [
  {
    ...EVENT,
    id: 42,
    name: 'Library Evening',
    organizers: ['Ngozi Reads Aloud', 'Tiago do Arquivo'],
    participants: EVENING,
  },
  { ...EVENT, id: 43, name: 'Trying the form', test: true },
  { ...EVENT, id: 44, name: 'Gone', deleted: true },
  {
    ...EVENT,
    id: 45,
    name: '<b>Bold & Brave</b>',
    participants: READERS.slice(0, 3).map(openly),
  },
  { ...EVENT, id: 46, name: 'An evening for nobody' },
  {
    ...EVENT,
    id: 47,
    name: 'A Very Large Gathering',
    participants: Array.from({ length: 2_050 }, (_, index) => openly(`Crowd ${index + 1}`)),
  },
  {
    ...EVENT,
    id: 48,
    name: 'Organizers by the Dozen',
    organizers: Array.from({ length: 25 }, (_, index) => `Organizer ${index + 1}`),
  },
];
