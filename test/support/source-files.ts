import { globSync } from 'node:fs';

/** Every source file that is deployed, by its path from the root. */
export function sourceFiles(): readonly string[] {
  return globSync(['packages/*/src/**/*.{ts,tsx}', 'services/*/src/**/*.{ts,tsx}']).sort();
}
