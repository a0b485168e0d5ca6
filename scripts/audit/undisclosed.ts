import { type Ask, type Row, setOf } from './ask.ts';
import { inEachPublic } from './invariant.ts';
import { pagesOf } from './pages.ts';

/** Some kilobytes each. */
const CREDENTIALS_A_PAGE = 200;

/** Parts of a credential that are not about its holder: what was awarded, by whom, and how it is checked. */
const OF_OTHERS = [
  ...['@context', 'type', 'id', 'name', 'proof', 'credentialStatus'],
  ...['achievement', 'issuer', 'endorsement'],
];

/** That nobody is named where they did not wish to be. The names are compared here, and told to nobody. */
export const NOBODY_UNDISCLOSED = inEachPublic({
  name: 'undisclosed-is-nameless',
  sentence:
    'A credential that names nobody has neither the user name nor the declared name of its holder in it; one that names an account has no declared name.',
  breaches: namingTheUndisclosed,
});

async function* namingTheUndisclosed(ask: Ask): AsyncGenerator<string> {
  const pages = pagesOf(ask, {
    store: 'PUBLIC',
    table: 'credentials',
    columns: "id, disclosure, iif(disclosure = 'name', null, document) as document",
    size: CREDENTIALS_A_PAGE,
  });
  for await (const page of pages) {
    const rows = page.filter(({ document }) => document !== null);
    const names = await namesOfHolders(ask, rows);
    for (const { id, disclosure, document } of rows) {
      const texts = textsIn(JSON.parse(String(document)));
      const hidden = namesToHide(disclosure === 'none', names.get(String(id)));
      if (hidden.some((name) => saysAny(texts, name))) yield String(id);
    }
  }
}

type HolderNames = { readonly username: string | null; readonly declared: readonly string[] };

function namesToHide(isNameless: boolean, names: HolderNames | undefined): readonly string[] {
  const { username = null, declared = [] } = names ?? {};
  if (isNameless) return username === null ? declared : [username, ...declared];
  return declared.filter((name) => !saysAny([username ?? ''], name));
}

async function namesOfHolders(
  ask: Ask,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, HolderNames>> {
  if (rows.length === 0) return new Map();
  const found = await ask(
    'PRIVATE',
    `select credential_id, accounts.username, declared_names.writings from intents
      join awards on awards.id = intents.award_id
      left join accounts on accounts.id = awards.account_id
      left join declared_names on declared_names.account_id = awards.account_id
      where credential_id in ${setOf(rows.map(({ id }) => String(id)))}`,
  );
  return new Map(
    found.map(({ credential_id: id, username = null, writings }) => [
      String(id),
      {
        username: username === null ? null : String(username),
        declared: Object.values(JSON.parse(String(writings ?? '{}'))).map(String),
      },
    ]),
  );
}

/** Every text of a document that may be about its holder. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    OF_OTHERS.includes(key) ? [] : textsIn(part),
  );
}

/** As a word or words of its own: somebody may be called “Art”, and speak of parts. */
function saysAny(texts: readonly string[], name: string): boolean {
  return texts.some((text) => saysAt(text, name, text.indexOf(name)));
}

function saysAt(text: string, name: string, at: number): boolean {
  if (at < 0) return false;
  const before = text.slice(0, at);
  const after = text.slice(at + name.length);
  if (!/[\p{L}\p{N}\p{M}]$/u.test(before) && !/^[\p{L}\p{N}\p{M}]/u.test(after)) return true;
  return saysAt(text, name, text.indexOf(name, at + 1));
}
