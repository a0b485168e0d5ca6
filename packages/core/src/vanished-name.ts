/**
 * What an account is called once its owner has vanished: a word and something random
 * (CentralAuth, `SpecialGlobalVanishRequest`; Meta, "Courtesy vanishing").
 */
const VANISHED = /^(?:Renamed|Vanished) user [\p{L}\p{N}]+$/iu;

/** True of a name that Wikimedia gives to accounts whose owners do not wish to be found any more. */
export function isVanishedName(username: string): boolean {
  return VANISHED.test(username);
}
