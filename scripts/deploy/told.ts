import type { Step } from './plan.ts';

/** A step in words, for whoever deploys. */
export function told(step: Step): string {
  switch (step.step) {
    case 'create-database':
      return `make the database ${step.name}`;
    case 'create-queue':
      return `make the queue ${step.name}`;
    case 'put-secret':
      return `give ${step.worker} its ${step.secret}, from the environment`;
    case 'make-secret':
      return `draw ${step.secret} for ${step.worker}, show it once, and put it`;
    case 'migrate':
      return `apply to ${step.database} the migrations that it lacks`;
    case 'deploy':
      return `deploy ${step.worker}`;
    case 'check-directory':
      return 'look whether an issuer was put meanwhile into a database that is taken away';
    case 'ask-health':
      return 'ask /health until all answer';
  }
}
