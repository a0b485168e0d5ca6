import { measureBulk } from './bulk.ts';
import { measureDrawing } from './drawing.ts';
import type { Part } from './figure.ts';
import { measureServing } from './serving.ts';
import { measureSigning } from './signing.ts';
import { measureStarting } from './starting.ts';
import { measureVerifying } from './verifying.ts';
import { measureWeight } from './weight.ts';
import { measureWork } from './work.ts';

/** Every part of the benchmark, in the order in which it is reported. */
export const PARTS: Readonly<Record<string, Part>> = {
  signing: measureSigning,
  verifying: measureVerifying,
  serving: measureServing,
  bulk: measureBulk,
  work: measureWork,
  drawing: measureDrawing,
  weight: measureWeight,
  starting: measureStarting,
};
