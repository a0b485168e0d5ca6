/**
 * Digests of the base context of VCDM 2.0, by SHA-256, SHA-384 and SHA-512, in base64 without `=`. Of each of the two
 * texts that were published at its address: that of the Recommendation (VCDM 2.0, Appendix B.1), and that of
 * the Candidate Recommendation of July 2024, which credentials of that time name.
 */
export const KNOWN_DIGESTS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'https://www.w3.org/ns/credentials/v2',
    [
      'WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ',
      'l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
      'XVVFK9Lc+KKfWikEc+skKxxft31OaPGgqoe6pNuiaUhS1l7GPUisBKmdlW+fcVO5QG+E0tBMdIabAsI5odgTBQ',
      'JKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k',
      'NSOcNpmdIVUxIJGvGUoe22FjTWrXiaXlsZ8q6912LdnR3KraQO2n75Ica4wK4Qeg',
      'yxM236hnDYDQM0SzsMwl+vTUUgGCPDXzm7Gv5an5EfYV/07IDsXy+J4z0U6Wvsi+eOON81uRjJzV87NEm9bIjw',
    ],
  ],
]);
