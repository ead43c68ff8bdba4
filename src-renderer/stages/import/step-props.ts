import type { ImportPreview } from '#shared/domain/imports.ts';
import type { Attention } from './attention.ts';
import type { ImportStep } from './steps.ts';
import type { ImportWork } from './use-import.ts';

/** What every screen of the workbench is given. */
export interface StepProps {
  readonly work: ImportWork;
  /** With what was changed since the last reading. */
  readonly preview: ImportPreview;
  readonly attention: readonly Attention[];
  readonly onStep: (step: ImportStep) => void;
}
