/**
 * Verifies a credential from files alone, without the network:
 * `npm run verify -- FILE [--bundle FILE] [--root KEY]… [--json]`. Ends with 0 where it is valid, 1 where it is
 * not, 2 where that cannot be said, and 64 where it was called wrongly (EX_USAGE of sysexits.h).
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Verdict } from '@laurel/core/verdict';
import { INTERFACE_LANGUAGES, messagesFor } from '@laurel/i18n/messages';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import { readBrought } from '@laurel/offline/brought';
import { reportLines } from '@laurel/offline/report-lines';
import { isRootKey } from '@laurel/offline/root-signed';
import { type OfflineReport, type Trust, verifyOffline } from '@laurel/offline/verify-offline';
import { PinnedRoot, ROOT_FILE } from '../development/pinned-root.ts';
import { askedBy, calledWrongly } from './called-wrongly.ts';

const USAGE = 'npm run verify -- FILE [--bundle FILE] [--root KEY]… [--json]';
const [VALID, NOT_VALID, CANNOT_SAY] = [0, 1, 2];

const { files, roots, json } = asked();
// What ends this before it could say anything must not look like a credential that is not valid.
process.on('uncaughtException', (defect) => {
  console.error(defect);
  process.exit(CANNOT_SAY);
});
const messages = messagesFor(languageOf(process.env.LC_ALL ?? process.env.LANG ?? 'en'));
const nowSeconds = Math.floor(Date.now() / 1000);
const brought = await readBrought(files.map(read));
if (!brought.ok) {
  console.error(messages.message(`offline-refused-${brought.failure}`));
  process.exitCode = CANNOT_SAY;
} else {
  const report = await verifyOffline(brought.value, trust(roots), nowSeconds);
  console.log(
    json
      ? JSON.stringify(asJson(report), null, 2)
      : reportLines(report, brought.value.inPdf, nowSeconds, messages).join('\n'),
  );
  process.exitCode = codeOf(report.verdict);
}

function asked() {
  return askedBy(USAGE, () => {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        root: { type: 'string', multiple: true, default: [] },
        bundle: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    });
    if (positionals.length !== 1) return calledWrongly(USAGE);
    const strange = values.root.find((root) => !isRootKey(root));
    if (strange !== undefined) {
      return calledWrongly(`${strange} is no root key: it begins with z6Mk and has 48 letters.`);
    }
    return { files: [...positionals, ...values.bundle], roots: values.root, json: values.json };
  });
}

function read(file: string): Uint8Array<ArrayBuffer> {
  if (!existsSync(file)) return calledWrongly(`There is no file ${file}.`);
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    return calledWrongly(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

/** The root keys that were named, or those of the service that was started here. */
function trust(named: readonly string[]): Trust {
  if (named.length > 0) return { roots: named, origin: null };
  if (!existsSync(ROOT_FILE)) {
    return calledWrongly(
      `Name the root key of the service that signed it: --root z6Mk…\nThe service has it at /.well-known/did.json. (That of a service which was started here would be in ${ROOT_FILE}.)`,
    );
  }
  try {
    return PinnedRoot.parse(JSON.parse(readFileSync(ROOT_FILE, 'utf8')));
  } catch {
    return calledWrongly(
      `${ROOT_FILE} is damaged. Name the root key of the service that signed it: --root z6Mk…`,
    );
  }
}

function asJson({ verdict, checks, credential, ...known }: OfflineReport) {
  return { verdict, checks, ...known, credential };
}

/** What has run out, or does not hold yet, is not valid; what was superseded is not known here. */
function codeOf(verdict: Verdict): number {
  if (verdict === 'valid') return VALID;
  return verdict === 'unknown' ? CANNOT_SAY : NOT_VALID;
}

/** `ar_EG.UTF-8` is Arabic. */
function languageOf(locale: string): string {
  return chooseLanguage(
    [locale.replace(/[.@].*$/, '').replace('_', '-')],
    INTERFACE_LANGUAGES,
    'en',
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
