import { isReason, type Reason } from '@laurel/http/problem';
import type { Method, Operation } from './describe.ts';

/**
 * An operation as OpenAPI 3.1 has it. Its id is made from its method and path. The scope stands among its
 * security requirements, as roles that a bearer token has to have, and again as `x-scope`; the refusals
 * by their names as `x-problems`, each with its page at `/problems/{name}`.
 */
export function describedOperation(
  method: Method,
  path: string,
  operation: Operation,
  tag: string,
): object {
  const { scope, byTokenAlone = false, problems, ...rest } = operation;
  return {
    operationId: operationId(method, path),
    tags: [tag],
    ...rest,
    security: securityOf(scope, byTokenAlone),
    'x-scope': scope,
    'x-problems': [...new Set([...problemsOf(method, path, operation), ...(problems ?? [])])],
  };
}

/** `post /issuers/{slug}/awards` is `postIssuersBySlugAwards`. */
function operationId(method: Method, path: string): string {
  const words = path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => segment.replace(/^\{(\w+)\}/, 'by-$1'));
  return `${method}-${words.join('-')}`.replaceAll(/[-.]+(\w)/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
}

function securityOf(scope: Operation['scope'], byTokenAlone: boolean): readonly object[] {
  if (scope === 'anybody') return [];
  return scope === 'session' || scope === 'steward'
    ? [{ session: [] }]
    : [{ bearer: [scope] }, ...(byTokenAlone ? [] : [{ session: [] }])];
}

/** The refusals that every operation of its shape can answer. */
function problemsOf(
  method: Method,
  path: string,
  { scope, byTokenAlone = false, requestBody }: Operation,
): readonly Reason[] {
  const ofCaller = problemsOfCaller(path, scope).filter(
    (reason) => !byTokenAlone || reason !== 'login_required',
  );
  const ofSite: readonly Reason[] =
    method === 'get' || scope === 'anybody' || byTokenAlone ? [] : ['cross_site_request'];
  const ofBody: readonly Reason[] =
    requestBody === undefined
      ? []
      : ['media_type_unsupported', 'body_too_large', 'body_not_json', 'request_invalid'];
  const ofLimits: readonly Reason[] = scope === 'anybody' ? [] : ['rate_limited'];
  return [...ofCaller, ...ofSite, ...ofBody, ...ofLimits];
}

function problemsOfCaller(path: string, scope: Operation['scope']): readonly Reason[] {
  switch (scope) {
    case 'anybody':
      return [];
    case 'session':
      return ['login_required'];
    case 'steward':
      return ['page_unknown'];
    default:
      return [
        ...(['token_missing', 'token_unknown', 'token_expired'] as const),
        ...(path.startsWith('/issuers/{slug}') ? (['token_foreign', 'desk_unknown'] as const) : []),
        ...(['token_scope_missing', 'grant_missing', 'login_required'] as const),
      ];
  }
}

/** Those of the names that are refusals of ours. */
export function reasonsAmong(names: readonly string[]): readonly Reason[] {
  return names.filter(isReason);
}
