declare module '*/generated/tables.json' {
  const tables: {
    /** The names of static assets. */
    readonly catalogue: string;
    readonly lintWords: string;
    readonly description: string;
    /** Of the catalogue. */
    readonly frameworks: readonly {
      readonly name: string;
      readonly publisher: string;
      readonly attribution: string;
    }[];
  };
  export default tables;
}
