import { MAX_LETTER_ENTRIES, type RendererRpc } from '@laurel/contracts/renderer-rpc';
import { credentialIdIn } from '@laurel/core/addresses';
import type { Day } from '@laurel/core/day';
import type { Check, CheckFindings, CheckResult } from '@laurel/core/verdict';
import { verdictOf } from '@laurel/core/verdict';
import { wholeJwt } from '@laurel/proofs/jwt/kept';
import { withHeld } from '@laurel/verification/held';
import { verifyOurs } from '@laurel/verification/ours/verify-ours';
import { readPresented } from '@laurel/verification/read';
import { type Report, reportWith, reportWithout } from '@laurel/verification/report';
import type { Retrieve } from '@laurel/verification/retrieve';
import { type Sources, verify } from '@laurel/verification/verify';
import { checkedAgainst } from '../printed/checked-against.ts';
import type { ComparedField } from '../printed/compared-field.ts';
import type { PublicDatabases } from '../record/database.ts';
import { registryIn, registryOf } from '../record/registry.ts';
import { registryAbout } from '../record/registry-about.ts';
import { findShown, type Visible } from '../record/visible-credential.ts';
import { type Given, givenText } from './given.ts';
import type { GivenCredential } from './presented.ts';

/** What a credential is asked for as, elsewhere: some answer with a page to those who do not say. */
const CREDENTIAL_TYPES = [
  'application/vc',
  'application/vc+jwt',
  'application/vc+ld+json',
  'application/ld+json',
  'application/jwt',
  'application/json',
] as const;

export type Surroundings = {
  readonly printedWords: RendererRpc['printedWords'];
  readonly letterWords: RendererRpc['letterWords'];
  readonly databases: PublicDatabases;
  readonly origin: string;
  readonly nowSeconds: number;
  /** Asks other servers for what belongs to this one credential. */
  readonly retrieve: Retrieve;
  /** Of the whole call. */
  readonly work: Sources['work'];
};

/** A report, with where in a PDF the credential was and what stands on the pages around it. */
export type PresentedReport = Report & {
  /** The name that the file in the PDF has; null where there is no PDF, or several such files. */
  readonly readFrom: { readonly file: string; readonly mediaType: string | null } | null;
  /** Null where nothing was compared. */
  readonly printed: {
    readonly fields: readonly ComparedField[];
    readonly more: string;
    /** What a letter says that its holder typed, and the day of it; null for any other paper. */
    readonly notSigned: { readonly madeOn: Day | null; readonly addressee: string | null } | null;
  } | null;
  /** One for each, where a PDF carries several; else null. */
  readonly credentials: readonly PresentedReport[] | null;
};

/** Verifies what was given. An address of ours is answered from PUBLIC, one of others by asking them. */
export async function reportOn(given: Given, around: Surroundings): Promise<PresentedReport> {
  const alone = { readFrom: null, printed: null, credentials: null };
  switch (given.kind) {
    case 'address':
      return { ...(await reportOnAddress(given.address, around)), ...alone };
    case 'unknown_format':
      return { ...reportWithout(unknownFormat(given.name)), ...alone };
    case 'credential': {
      const report = await reportOnCredential(given, around);
      if (given.pdf === null) return { ...report, ...alone };
      const further: Report[] = [];
      for (const { presented } of given.pdf.further.slice(0, MAX_LETTER_ENTRIES - 1)) {
        further.push(await reportOnCredential({ presented, among: null }, around));
      }
      return checkedAgainst(given.pdf, [report, ...further], around);
    }
  }
}

async function reportOnCredential(
  { presented, among }: Pick<GivenCredential, 'presented' | 'among'>,
  { databases, origin, nowSeconds, retrieve, work }: Surroundings,
): Promise<Report> {
  const sources = { registry: registryAbout(presented, databases, origin), retrieve, work };
  const report = await verify(presented, sources, nowSeconds);
  return among === null ? report : reportWith(report, { behind: [inPresentation(among)] });
}

async function reportOnAddress(address: string, around: Surroundings): Promise<Report> {
  const { databases, origin, nowSeconds } = around;
  const url = URL.parse(address);
  if (url?.origin !== origin) return reportOnForeign(address, around);
  // Malformed ids are looked up too, so that they cost what hidden and unknown ones cost.
  const found = await findShown(databases, origin, credentialIdIn(origin, address) ?? '');
  if (found === null) return reportWithout(retrieval('fail', 'nothing_here'));
  return reportOnRecord(databases, found, servedAt(url, found), origin, nowSeconds);
}

/** What stands at an address of others, as if it had been handed over. */
async function reportOnForeign(address: string, around: Surroundings): Promise<Report> {
  const retrieved = await around.retrieve(address, CREDENTIAL_TYPES);
  if (!retrieved.ok) {
    const { finding, at } = retrieved.failure;
    return reportWithout(retrieval(finding === 'budget_spent' ? 'skipped' : 'fail', finding, at));
  }
  const { text, url } = retrieved.value;
  const given = givenText(text);
  if (!given.ok || !isCredential(given.value)) {
    return reportWithout(retrieval('fail', 'no_credential', url));
  }
  const report = await reportOn(given.value, around);
  return reportWith(report, { before: [retrieval('pass', 'fetched', url)] });
}

/**
 * Verifies what is on record exactly as if a stranger had brought it. A withdrawn credential has no
 * bytes left to verify: its standing is all there is to say. What a learner record holds is ours too.
 */
export async function reportOnRecord(
  databases: PublicDatabases,
  found: Visible,
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
  const report = await verifyOurs(presented.value, registryOf(found, origin), nowSeconds);
  const held = registryIn(databases, origin);
  return withHeld(report, presented.value.credential, (one) => verifyOurs(one, held, nowSeconds));
}

/** Much else is JSON too: of what was not handed to us as a credential, only what says to be one is one. */
function isCredential(given: Given): boolean {
  if (given.kind !== 'credential') return given.kind === 'unknown_format';
  const { type, credentialSubject } = given.presented.credential;
  const types = Array.isArray(type) ? type : [type];
  return (
    credentialSubject !== undefined ||
    types.some((one) => typeof one === 'string' && /Credential$|^Assertion$/.test(one))
  );
}

function retrieval(
  result: CheckResult,
  finding: CheckFindings['retrieval'],
  ...values: readonly string[]
): Check {
  return { check: 'retrieval', result, finding, values };
}

function unknownFormat(name: string): Check {
  return { check: 'format', result: 'warn', finding: 'unknown_format', values: [name] };
}

function inPresentation(credentials: number): Check {
  return {
    check: 'terms',
    result: 'warn',
    finding: 'in_presentation',
    values: [String(credentials)],
  };
}

/** The text that an address of ours serves, by its extension; a JWT still to be signed has none. */
function servedAt(url: URL, { row }: Visible): string | null {
  const { document, joseJwt, rsaJwt } = row;
  if (document === null || !url.pathname.endsWith('.jwt')) return document;
  const token = url.searchParams.get('profile') === 'vc-jose' ? joseJwt : rsaJwt;
  return token === null ? document : wholeJwt(token, document);
}
