/**
 * Writes what the verifier’s bundle and its static assets need into `services/verifier/generated/`. Run
 * before the verifier is built.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, write } from './font-file.ts';
import { prepareBrowserScripts } from './prepare-browser-scripts.ts';
import { prepareDescription } from './prepare-description.ts';
import { prepareOffline } from './prepare-offline.ts';
import { prepareWebFonts } from './prepare-web-fonts.ts';
import { prepareWords } from './prepare-words.ts';

const generated = join(ROOT, 'services', 'verifier', 'generated');

mkdirSync(generated, { recursive: true });
await Promise.all([prepareWebFonts(generated), prepareBrowserScripts(generated, 'assets')]);
prepareWords(generated, 'assets');
await prepareOffline(generated, 'assets');
const description = await prepareDescription('verifier', join(generated, 'assets'));
write(join(generated, 'description.json'), JSON.stringify({ file: description }));
