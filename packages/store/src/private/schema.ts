export { collectionHolders } from './collection-holders.ts';
export * from './desk.ts';
export { documentIntents, documentStatuses } from './document-intents.ts';
export { sealedKeys } from './sealed-keys.ts';
