import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import type { Check } from '@laurel/core/verdict';
import { checkProofBy, type ProofToCheck } from '@laurel/proofs/data-integrity/check-proof';
import { suiteOf } from '@laurel/proofs/data-integrity/suites';
import { isCallSpent, type Work } from '@laurel/proofs/data-integrity/work';
import { listOf } from '../ours/claims-to-be-ours.ts';
import { endedKey } from './ended-key.ts';
import { findOwnKey } from './identity/find-own-key.ts';
import { objectionTo, previousOf } from './proof-options.ts';
import { type ProofSeen, type ProofWanted, proofCheck, withoutKey } from './proof-wanted.ts';

/** More proofs than anybody needs, each of which may name another server to ask. */
const MAX_PROOFS = 8;

/**
 * Checks every proof of a document (W3C Data Integrity 1.0, Sections 2.1.1, 2.1.2 and 4.4): each of a set by
 * itself, each of a chain over those that it follows on.
 */
export async function checkEmbeddedProofs(
  document: JsonObject,
  wanted: ProofWanted,
): Promise<readonly ProofSeen[]> {
  const { proof, ...unsecured } = document;
  const proofs = listOf(proof);
  if (proofs.length === 0) return [{ check: proofCheck('fail', 'missing'), lookup: null }];
  if (proofs.length > MAX_PROOFS) {
    return [{ check: proofCheck('fail', 'too_much_work'), lookup: null }];
  }
  if (isCallSpent(wanted.work))
    return [{ check: proofCheck('skipped', 'not_checked'), lookup: null }];
  const work: Work = { spent: 0 };
  const seen: ProofSeen[] = [];
  for (const one of proofs) seen.push(await checkOne(one, { proofs, unsecured, work }, wanted));
  wanted.work.spent += work.spent;
  return seen;
}

type ItsDocument = {
  readonly proofs: readonly unknown[];
  readonly unsecured: JsonObject;
  readonly work: Work;
};

async function checkOne(
  proof: unknown,
  { proofs, unsecured, work }: ItsDocument,
  wanted: ProofWanted,
): Promise<ProofSeen> {
  const suite = isJsonObject(proof) ? suiteOf(proof) : null;
  const kind = kindOf(proof);
  if (!isJsonObject(proof) || suite === null) return unsigned('warn', 'unknown_kind', kind);
  const objection = objectionTo(proof, wanted);
  if (objection !== null) return { check: objection, lookup: null };
  const previous = previousOf(proof, proofs);
  if (!previous.ok) return unsigned('fail', 'previous_missing', previous.failure);

  const name = stringAt(proof, 'verificationMethod') ?? '';
  const { controller, purpose, retrieve } = wanted;
  const lookup = await findOwnKey(name, controller, purpose, retrieve);
  if (!lookup.ok) return withoutKey(lookup);
  const { key } = lookup.value;
  const ended = endedKey(lookup.value, name, wanted.nowSeconds);
  if (ended !== null) return { check: ended, lookup };
  if (!suite.kinds.includes(key.kind)) {
    return { check: proofCheck('fail', 'algorithm_refused', kind), lookup };
  }
  const document =
    previous.value.length === 0 ? unsecured : { ...unsecured, proof: previous.value };
  return { check: await concluded({ document, proof, suite, key, work }, name), lookup };
}

/** The name of a suite, or of a type that came before suites had names. */
function kindOf(proof: unknown): string {
  const type = stringAt(proof, 'type') ?? '';
  return type === 'DataIntegrityProof' ? (stringAt(proof, 'cryptosuite') ?? type) : type;
}

function unsigned(
  result: Check['result'],
  finding: 'unknown_kind' | 'previous_missing',
  name: string,
): ProofSeen {
  return { check: proofCheck(result, finding, name), lookup: null };
}

/** A term that stays unsigned is a fault of the document and not of its signature. */
async function concluded(toCheck: ProofToCheck, name: string): Promise<Check> {
  const found = await checkProofBy(toCheck);
  switch (found.outcome) {
    case 'good':
      return proofCheck('pass', 'signature_good', name);
    case 'bad':
      return proofCheck('fail', 'signature_bad', name);
    case 'too_much_work':
      return proofCheck('fail', 'too_much_work');
    case 'unknown_context':
      return proofCheck('warn', 'unknown_context', found.name);
    case 'undefined_term':
      return { check: 'format', result: 'fail', finding: found.outcome, values: [found.name] };
    case 'unsigned_part': {
      const values = [found.at, found.rule];
      return { check: 'format', result: 'fail', finding: 'against_data_model', values };
    }
    case 'bad_context': {
      const values = ['/@context', found.name];
      return { check: 'format', result: 'fail', finding: 'against_data_model', values };
    }
  }
}
