import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '#shared/contract/contract.ts';

/** The open file and the state of its copies, as the engine tells it. */
export type CopiesState = InferContractRouterOutputs<Contract>['copies']['state'];
