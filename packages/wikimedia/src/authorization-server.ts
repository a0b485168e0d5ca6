import * as oauth from 'oauth4webapi';
import { endpointsOf, type Wikimedia } from './wikimedia.ts';

/** Extension:OAuth publishes no metadata document, so what the library must know is given by hand. */
export function authorizationServerOf(wikimedia: Wikimedia): oauth.AuthorizationServer {
  const { authorize, token } = endpointsOf(wikimedia);
  return {
    issuer: authorize.origin,
    authorization_endpoint: authorize.href,
    token_endpoint: token.href,
  };
}

/** True for the library's errors about what was received; its others are about how we call it. */
export function isAboutTheAnswer(cause: unknown): boolean {
  return (
    cause instanceof oauth.OperationProcessingError ||
    cause instanceof oauth.UnsupportedOperationError
  );
}
