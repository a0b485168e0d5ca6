import { Hono } from 'hono';
import type { Accounts } from './accounts.ts';

type InventedUser = {
  readonly username: string;
  readonly role: number;
  readonly roleDescription: string;
  /** The name that the Dashboard still has for the account. */
  readonly knownAs?: string;
  /** False where the Dashboard does not know the global account. */
  readonly global?: boolean;
};

const FACILITATOR = { role: 1, roleDescription: 'Facilitator' };
const EDITOR = { role: 0, roleDescription: 'Editor' };

/** Invented courses by their slug. */
const COURSES: Readonly<Record<string, readonly InventedUser[]>> = {
  'Invented_Library_Club/Reading_Aloud_(Spring)': [
    { username: 'Ngozi Reads Aloud', ...FACILITATOR },
    { username: 'Ngozi Reads Aloud', ...EDITOR },
    { username: 'Tiago do Arquivo', role: 3, roleDescription: 'Online Volunteer' },
    { username: 'नई मीरा', knownAs: 'मीरा पुस्तकालय', ...EDITOR },
    { username: 'Сова Бібліотечна', ...EDITOR, global: false },
    { username: 'Hidden Learner', ...EDITOR },
    ...Array.from({ length: 20 }, (_, index) => ({ username: `Learner ${index + 1}`, ...EDITOR })),
  ],
  'Invented_Library_Club/Empty_(Autumn)': [],
};

/** The public pages of the Programs & Events Dashboard, as far as Laurel asks for them. */
export function dashboardRoutes(accounts: Accounts) {
  return new Hono().get('/:school/:title/users.json', (c) => {
    const users = COURSES[`${c.req.param('school')}/${c.req.param('title')}`];
    if (users === undefined) return c.json({ message: 'Not found' }, 404);
    return c.json({
      course: { users: users.map((user, index) => entryOf(user, index, accounts)) },
    });
  });
}

function entryOf(user: InventedUser, index: number, accounts: Accounts) {
  const { username, role, roleDescription, knownAs = username, global = true } = user;
  const found = accounts.byName(username);
  return {
    character_sum_ms: 1_200,
    references_count: 3,
    role,
    role_description: roleDescription,
    real_name: 'A Real Name That Is Nobody’s Business',
    email: 'nobody@laurel.invalid',
    id: index + 1,
    username: knownAs,
    global_id: global && found.kind === 'account' ? Number(found.account.accountId) : null,
    enrolled_at: '2026-02-03T09:00:00.000Z',
    admin: false,
    registered_at: '2026-02-01T09:00:00.000Z',
  };
}
