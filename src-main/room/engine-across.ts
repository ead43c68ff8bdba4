import type { ControlQuestions } from '../engine/process/control.ts';
import type { Visitor } from '../engine/visitor.ts';
import type { LineToEngine, PageLine } from '../serving/served.ts';
import type { NetworkQuestion } from './network-wire.ts';

/** The engine as the servers of the network's process see it. */
export interface EngineAcross {
  readonly isRunning: boolean;
  ask<Name extends NetworkQuestion>(name: Name, ask: ControlQuestions[Name]['ask']): Promise<ControlQuestions[Name]['answer']>;
  openLine(page: PageLine, visitor: Visitor | null): LineToEngine;
}
