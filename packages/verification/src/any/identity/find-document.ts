import { ok, type Result, refuse } from '@laurel/core/result';
import type { Check } from '@laurel/core/verdict';
import type { Retrieve } from '../../retrieve.ts';
import { askJson, unreadableAt } from './ask-json.ts';
import { type ControllerDocument, isCrowded } from './controller-document.ts';
import { addressOfDidWeb } from './did-web.ts';
import { identityCheck } from './key-lookup.ts';
import { documentOfDidJwk, documentOfDidKey } from './self-contained-dids.ts';
import { isWebAddress } from './web-address.ts';

const ASKABLE: readonly string[] = ['did:key', 'did:jwk', 'did:web', 'https'];

type Found = Result<ControllerDocument, Check>;

/** Finds the document that says which keys a DID or an https address uses. */
export async function findDocument(id: string, retrieve: Retrieve): Promise<Found> {
  const how = methodOf(id);
  switch (how) {
    case 'did:key':
      return inName(id, how, documentOfDidKey(id));
    case 'did:jwk':
      return inName(id, how, documentOfDidJwk(id));
    case 'did:web': {
      const address = addressOfDidWeb(id);
      return address === null ? refuse(unreadableAt(id)) : askedAt(address, id, how, retrieve);
    }
    case 'https':
      return askedAt(id, id, how, retrieve);
    default:
      return refuse(identityCheck('warn', 'method_unknown', how));
  }
}

/** `did:web`, `https`: what people call the way in which an id is looked up. Empty for what is no URL. */
function methodOf(id: string): string {
  if (isWebAddress(id)) return 'https';
  return /^(?:did:[a-z0-9]+|[a-z][a-z0-9+.-]*)(?=:)/i.exec(id)?.[0].toLowerCase() ?? '';
}

/** The method or scheme of an id at which nobody can be asked for keys here; null where somebody can. */
export function unaskableMethodOf(id: string): string | null {
  const method = methodOf(id);
  return ASKABLE.includes(method) ? null : method;
}

function inName(id: string, how: string, document: ControllerDocument['document'] | null): Found {
  return document === null ? refuse(unreadableAt(id)) : ok({ id, document, how });
}

async function askedAt(
  address: string,
  id: string,
  how: string,
  retrieve: Retrieve,
): Promise<Found> {
  const answer = await askJson(address, retrieve);
  if (!answer.ok) return answer;
  return answer.value.id === id && !isCrowded(answer.value)
    ? ok({ id, document: answer.value, how })
    : refuse(unreadableAt(address));
}
