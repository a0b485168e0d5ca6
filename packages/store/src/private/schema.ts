export * from './desk.ts';
export { sealedKeys } from './sealed-keys.ts';
