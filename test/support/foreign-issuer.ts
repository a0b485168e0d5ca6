import { createServer } from 'node:http';
import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';
import { ok, refuse } from '@laurel/core/result';
import type { Retrieve } from '@laurel/verification/retrieve';
import { aDocument, type Model, VALID_FROM } from './foreign/documents.ts';
import { asToken, FORMS, type Form, isEmbedded, withProof } from './foreign/forms.ts';
import {
  controllerDocument,
  didWebOf,
  type ForeignKeys,
  type Identity,
  type IdentityKind,
  identityOf,
} from './foreign/identities.ts';
import { foreignKey } from './foreign/keys.ts';
import { aStatusList, type ListKind, statusEntry } from './foreign/status-lists.ts';

type Published = { readonly mediaType: string; readonly body: string | Uint8Array<ArrayBuffer> };

/**
 * An issuer who is not us, made with other people's libraries: its keys, its identities of every kind,
 * what it publishes, and what it signs.
 */
export type ForeignIssuer = {
  /** Where it publishes, without a slash at its end. */
  readonly origin: string;
  readonly keys: ForeignKeys;
  /** By path. Whatever is not here is 404. */
  readonly published: Map<string, Published>;
  /** The paths that were asked for, in order. */
  readonly asked: string[];
  /** Who signs in a form, named in one of the ways that there are. */
  identity(form: Form, kind?: IdentityKind): Identity;
  /** Puts a document at a path; its address. */
  publish(path: string, document: Json | Uint8Array<ArrayBuffer>, mediaType?: string): string;
  /** A credential signed in a form: an object, or a token. What is given is laid over the document. */
  issue(form: Form, more?: JsonObject, as?: Issuing): Promise<JsonObject | string>;
  /** Publishes a signed status list; the entry for a place in it. */
  statusList(options: ListOptions): Promise<(index: number) => JsonObject>;
  /** For tests without a network: answers with what is published, as if asked for by address. */
  readonly retrieve: Retrieve;
};

type Issuing = { readonly model?: Model; readonly identity?: IdentityKind };

type ListOptions = {
  readonly set: readonly number[];
  readonly purpose?: string;
  readonly length?: number;
  readonly kind?: ListKind;
  readonly form?: Form;
  readonly identity?: IdentityKind;
};

/** One that is reached nowhere, for tests that bring `retrieve` with them. */
export async function foreignIssuer(origin = 'https://badges.example'): Promise<ForeignIssuer> {
  const [ed25519, p256, rsa] = await Promise.all([
    foreignKey('Ed25519'),
    foreignKey('P-256'),
    foreignKey('RSA'),
  ]);
  const keys = { Ed25519: ed25519, 'P-256': p256, RSA: rsa };
  const published = new Map<string, Published>();
  const asked: string[] = [];
  let lists = 0;

  const identity: ForeignIssuer['identity'] = (form, kind = 'did:web') =>
    identityOf(kind, origin, keys[FORMS[form].key], FORMS[form].method);
  const publish: ForeignIssuer['publish'] = (path, document, mediaType = 'application/json') => {
    const raw = typeof document === 'string' || document instanceof Uint8Array;
    published.set(path, { mediaType, body: raw ? document : JSON.stringify(document) });
    return `${origin}${path}`;
  };
  const sign = (form: Form, document: JsonObject, who: Identity) =>
    isEmbedded(form) ? withProof(form, document, who, VALID_FROM) : asToken(form, document, who);

  publishKeys(publish, origin, keys);
  return {
    origin,
    keys,
    published,
    asked,
    identity,
    publish,
    issue: (form, more, { model = 'ob-2.0', identity: kind } = {}) => {
      const who = identity(form, kind);
      return sign(form, aDocument(model, who.id, more), who);
    },
    statusList: async ({ set, purpose = 'revocation', kind = 'BitstringStatusList', ...how }) => {
      const form = how.form ?? 'eddsa-rdfc-2022';
      const who = identity(form, how.identity);
      lists += 1;
      const path = `/lists/${lists}`;
      const id = `${origin}${path}`;
      const signed = await sign(
        form,
        await aStatusList(kind, {
          id,
          issuer: who.id,
          purpose,
          set,
          ...(how.length === undefined ? {} : { length: how.length }),
        }),
        who,
      );
      publish(path, signed, typeof signed === 'string' ? 'application/vc+jwt' : 'application/vc');
      return (index) => statusEntry(kind, id, purpose, index);
    },
    retrieve: async (url) => {
      const found = url.startsWith(`${origin}/`)
        ? published.get(url.slice(origin.length))
        : undefined;
      asked.push(url.slice(origin.length));
      if (found === undefined) return refuse({ finding: 'unreachable', at: url });
      const { mediaType, body } = found;
      const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
      return ok({ url, mediaType, text, ageSeconds: 0 });
    },
  };
}

/** One on a port of this machine. Its origin has to be allowed to those who are to ask it. */
export async function startForeignIssuer(): Promise<ForeignIssuer & { close(): Promise<void> }> {
  let issuer: ForeignIssuer | undefined;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    issuer?.asked.push(path);
    const found = issuer?.published.get(path);
    if (found === undefined) {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
    } else {
      response.writeHead(200, { 'content-type': found.mediaType }).end(found.body);
    }
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  issuer = await foreignIssuer(`http://127.0.0.1:${port}`);
  return {
    ...issuer,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Its DID document, and what an https issuer has: a controller document, a JWK set, single keys. */
function publishKeys(publish: ForeignIssuer['publish'], origin: string, keys: ForeignKeys): void {
  const issuer = `${origin}/issuer`;
  const jwks: JsonObject = {
    keys: Object.values(keys).map(({ kind, publicJwk }) => ({
      ...JSON.parse(JSON.stringify(publicJwk)),
      kid: kind,
    })),
  };
  publish(
    '/.well-known/did.json',
    controllerDocument(didWebOf(origin), keys),
    'application/did+json',
  );
  publish('/issuer', controllerDocument(issuer, keys));
  publish('/.well-known/jwt-vc-issuer/issuer', { issuer, jwks });
  publish('/jwks.json', jwks, 'application/jwk-set+json');
  for (const key of Array.isArray(jwks.keys) ? jwks.keys : []) {
    if (isJsonObject(key)) publish(`/keys/${key.kid}.json`, key);
  }
}
