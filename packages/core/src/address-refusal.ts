/** Why an address that somebody gave is not asked and nothing is sent to it; a code that messages explain. */
export type AddressRefusal = 'not_an_address' | 'not_https' | 'userinfo' | 'port' | 'not_public';
