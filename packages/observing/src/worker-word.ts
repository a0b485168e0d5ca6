/** A Worker, as logs and counters name it. */
export type WorkerWord = 'front_door' | 'desk' | 'verifier' | 'signer' | 'renderer';
