import type { RendererRpc } from '@laurel/contracts/renderer-rpc';
import { credentialIdIn } from '@laurel/core/addresses';
import type { Check } from '@laurel/core/verdict';
import { verdictOf } from '@laurel/core/verdict';
import { verifyOurs } from '@laurel/verification/ours/verify-ours';
import { readPresented } from '@laurel/verification/read';
import { nothingRetrieved, type Report } from '@laurel/verification/report';
import type { Retrieve } from '@laurel/verification/retrieve';
import { verify } from '@laurel/verification/verify';
import { type ComparedField, checkedAgainst } from '../printed/checked-against.ts';
import type { PublicDatabase } from '../record/database.ts';
import { registryIn, registryOf } from '../record/registry.ts';
import { findVisible, type VisibleCredential } from '../record/visible-credential.ts';
import type { Given } from './given.ts';

export type Surroundings = {
  readonly printedWords: RendererRpc['printedWords'];
  readonly db: PublicDatabase;
  readonly origin: string;
  readonly nowSeconds: number;
  /** Asks other servers for what belongs to this one credential. */
  readonly retrieve: Retrieve;
};

/** A report, with where in a PDF the credential was and what stands on the pages around it. */
export type PresentedReport = Report & {
  /** The name that the file in the PDF has; null where there is no PDF. */
  readonly readFrom: { readonly file: string; readonly mediaType: string | null } | null;
  /** Null where nothing was compared. */
  readonly printed: {
    readonly fields: readonly ComparedField[];
    readonly more: string;
  } | null;
};

/** Verifies what was given. Nothing is fetched: an address is answered from PUBLIC or not at all. */
export async function reportOn(given: Given, around: Surroundings): Promise<PresentedReport> {
  const alone = { readFrom: null, printed: null };
  if (given.kind === 'address') {
    return { ...(await reportOnAddress(given.address, around)), ...alone };
  }
  const { presented, pdf } = given;
  const { db, origin, nowSeconds, retrieve } = around;
  const report = await verify(
    presented,
    { registry: registryIn(db, origin), retrieve },
    nowSeconds,
  );
  return pdf === null ? { ...report, ...alone } : checkedAgainst(pdf, report, around);
}

async function reportOnAddress(address: string, around: Surroundings): Promise<Report> {
  const { db, origin, nowSeconds } = around;
  const url = URL.parse(address);
  if (url === null || url.origin !== origin) return nothingRetrieved('foreign_address');
  // Malformed ids are looked up too, so that they cost what hidden and unknown ones cost.
  const found = await findVisible(db, origin, credentialIdIn(origin, address) ?? '');
  if (found === null) return nothingRetrieved('nothing_here');
  return reportOnRecord(found, servedAt(url, found), origin, nowSeconds);
}

/**
 * Verifies what is on record exactly as if a stranger had brought it. A withdrawn credential has no
 * bytes left to verify: its standing is all there is to say.
 */
export async function reportOnRecord(
  found: VisibleCredential,
  text: string | null,
  origin: string,
  nowSeconds: number,
): Promise<Report> {
  if (text === null) {
    const { state, stateSince } = found.row;
    const checks: readonly Check[] = [
      {
        check: 'status',
        result: 'fail',
        finding: state,
        values: stateSince === null ? [] : [stateSince],
      },
    ];
    return { verdict: verdictOf(checks), checks, credential: null };
  }
  const presented = readPresented(text);
  if (!presented.ok) throw new Error('what was signed cannot be read back');
  return verifyOurs(presented.value, registryOf(found, origin), nowSeconds);
}

/** The text that an address of ours serves, by its extension; a JWT still to be signed has none. */
function servedAt(url: URL, { row }: VisibleCredential): string | null {
  if (!url.pathname.endsWith('.jwt')) return row.document;
  return url.searchParams.get('profile') === 'vc-jose' ? row.joseJwt : (row.rsaJwt ?? row.document);
}
