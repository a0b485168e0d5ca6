/** What tries every script, or every language, at length: minutes that not every change needs. */
export const EVERY_SCRIPT: readonly string[] = [
  'services/renderer/test/pictures.test.ts',
  'services/renderer/test/labels.test.ts',
  'services/renderer/test/social-scripts.test.ts',
  'services/verifier/test/one-page.test.ts',
  'test/system/print-in-scripts.test.ts',
];
