/** Bodies that are the thing itself, without an envelope. What they hold is seen from their content. */
export const RAW_TYPES = [
  'application/vc',
  'application/ld+json',
  'application/vc+jwt',
  'application/jwt',
  'image/png',
  'image/svg+xml',
  'application/pdf',
  'application/octet-stream',
  'text/plain',
] as const;
