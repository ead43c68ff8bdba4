import { type EcologicalLevel, ecologicalLevels, type Factor, type FactorDirection, factorDirections } from '../domain/factors.ts';

type Judged = Pick<Factor, 'level' | 'direction' | 'changeable' | 'grade' | 'findingId'>;

export interface EcologicalCell<Item> {
  readonly level: EcologicalLevel;
  readonly direction: FactorDirection;
  readonly factors: readonly Item[];
}

export interface EcologicalReading<Item> {
  /** All eight, from the person outwards, risk before protection. */
  readonly cells: readonly EcologicalCell<Item>[];
  readonly emptyCells: readonly EcologicalCell<Item>[];
  /** Neither a grade nor a finding says how one knows. */
  readonly withoutEvidence: readonly Item[];
  /** Risks that the municipality cannot change. */
  readonly beyondReach: readonly Item[];
}

/** Factors on the four levels of the ecological model, and what is missing there (methods reference 9). */
export function readEcology<Item extends Judged>(factors: readonly Item[]): EcologicalReading<Item> {
  const cells = ecologicalLevels.flatMap((level) =>
    factorDirections.map((direction) => ({
      level,
      direction,
      factors: factors.filter((factor) => factor.level === level && factor.direction === direction),
    })),
  );
  return {
    cells,
    emptyCells: cells.filter((cell) => cell.factors.length === 0),
    withoutEvidence: factors.filter(({ grade, findingId }) => grade === '' && findingId === null),
    beyondReach: factors.filter(({ direction, changeable }) => direction === 'risk' && changeable === 'no'),
  };
}
