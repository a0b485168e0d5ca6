/** Weights that a certificate is set in, as the `wght` axis of a variable font counts them. */
export const WEIGHTS = { regular: 400, bold: 600 } as const;
export type Weight = keyof typeof WEIGHTS;
