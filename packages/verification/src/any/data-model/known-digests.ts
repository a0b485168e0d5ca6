/**
 * Digests of the base context of VCDM 2.0, as text without `=` at its end: SHA-256 and SHA-384 as
 * `digestSRI` and as `digestMultibase` have them, with and without the prefix of a multihash. Of each of
 * the two texts that were published at its address: that of the Recommendation (VCDM 2.0, Appendix B.1),
 * and that of the Candidate Recommendation of July 2024, which credentials of that time name.
 */
export const KNOWN_DIGESTS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'https://www.w3.org/ns/credentials/v2',
    [
      'sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ',
      'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
      'uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ',
      'uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNA',
      'uIDCX8euOUEI1bIBf3WGvosVXZjeF4HlNyvoh4Tj9ON7xjLNgEzwiGqMdaJamvz5lthQ',
      'sha256-JKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k',
      'sha384-NSOcNpmdIVUxIJGvGUoe22FjTWrXiaXlsZ8q6912LdnR3KraQO2n75Ica4wK4Qeg',
      'uJKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k',
      'uEiAkoYyQ6YVtUmER8pN24wLZcLK9EBguM5WZlbAgfXBDuQ',
      'uIDA1I5w2mZ0hVTEgka8ZSh7bYWNNateJpeWxnyrr3XYt2dHcqtpA7afvkhxrjArhB6A',
    ],
  ],
]);
