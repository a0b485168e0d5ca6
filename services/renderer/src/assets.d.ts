declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module '*/generated/fonts.json' {
  const families: readonly {
    readonly id: string;
    readonly regular?: string;
    readonly bold?: string;
    readonly covers?: readonly number[];
    readonly slices?: string;
  }[];
  export default families;
}

declare module '*/generated/words.json' {
  const files: Readonly<Record<string, string>>;
  export default files;
}
