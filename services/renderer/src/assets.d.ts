declare module '*.ttf' {
  const font: ArrayBuffer;
  export default font;
}

declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module '*/generated/yoga-loader.js' {
  type Imports = WebAssembly.Imports;
  type Options = {
    readonly instantiateWasm: (
      imports: Imports,
      done: (instance: WebAssembly.Instance) => void,
    ) => WebAssembly.Exports;
  };
  export default function loadYoga(options: Options): Promise<unknown>;
}
