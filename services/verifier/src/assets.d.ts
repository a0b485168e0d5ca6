declare module '*/generated/web-fonts.json' {
  const families: readonly {
    readonly id: string;
    readonly parts?: readonly (readonly {
      readonly name: string;
      readonly covers: readonly number[];
      readonly regular: string;
      readonly bold: string;
    }[])[];
    readonly slices?: string;
  }[];
  export default families;
}
