/**
 * Writes large tables that the desk seldom needs as static assets, how it describes its API, and `services/desk/generated/tables.json`, which names
 * them and has what is small of them. Run before the desk is built.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import catalogue from '../packages/catalogue/src/catalogue.json' with { type: 'json' };
import lintWords from '../packages/core/src/lint/words.json' with { type: 'json' };
import { ROOT, write, written } from './font-file.ts';
import { prepareDescription } from './prepare-description.ts';

const generated = join(ROOT, 'services', 'desk', 'generated');
const assets = join(generated, 'assets');

mkdirSync(assets, { recursive: true });
const tables = {
  catalogue: asset('catalogue', catalogue),
  lintWords: asset('lint-words', lintWords),
  description: await prepareDescription('desk', assets),
  frameworks: catalogue.frameworks,
};
write(join(generated, 'tables.json'), JSON.stringify(tables));

function asset(name: string, table: object): string {
  return written(assets, name, Buffer.from(JSON.stringify(table)), 'json');
}
