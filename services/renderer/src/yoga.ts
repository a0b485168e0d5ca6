/**
 * Stands in for `yoga-layout/load` in the bundle. Workers may not compile WebAssembly from bytes, so
 * the module comes from an import and only its instance is made here.
 */
import wrapAssembly from '../../../node_modules/yoga-layout/dist/src/wrapAssembly.js';
import yogaModule from '../generated/yoga.wasm';
import loadAssembly from '../generated/yoga-loader.js';

export * from '../../../node_modules/yoga-layout/dist/src/generated/YGEnums.js';

/** A Yoga of its own for each call, as the layout engine expects it. Rejects where the module does not start. */
export async function loadYoga(): Promise<unknown> {
  const assembly = await loadAssembly({
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(yogaModule, imports);
      done(instance);
      return instance.exports;
    },
  });
  return wrapAssembly(assembly);
}
