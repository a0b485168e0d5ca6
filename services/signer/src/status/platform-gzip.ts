/** Stands in the place of pako: the platform gzips (RFC 1952) by itself, faster, and ships nothing for it. */
export { gunzipSync as ungzip, gzipSync as gzip } from 'node:zlib';
