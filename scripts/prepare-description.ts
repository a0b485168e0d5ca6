import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ANY_ORIGIN } from '@laurel/api-description/any-origin';
import { build } from 'esbuild';
import { ROOT, written } from './font-file.ts';

/**
 * Writes how a Worker describes its API beside the assets in `folder`, for any origin, and answers its name. It is made of the
 * schemas that check requests, and of much prose that no request is checked by: so a Worker reads it, and ships none.
 */
export async function prepareDescription(service: string, folder: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'services', service, 'src/api/openapi.ts')],
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`the description of ${service} was not bundled`);
  const module = await import(
    `data:text/javascript;base64,${Buffer.from(output.contents).toString('base64')}`
  );
  mkdirSync(folder, { recursive: true });
  const description = Buffer.from(JSON.stringify(module.openApi(ANY_ORIGIN)));
  return written(folder, `api-${service}`, description, 'json');
}
