import { commonLabels } from './fields/common-labels.ts';
import { ownLabels } from './fields/own-labels.ts';
import type { Translate } from './texts.ts';

/** A column, or a field of the contract, as the screens call it; what no screen shows is made readable. */
export function fieldWords(t: Translate, type: string, field: string): string {
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const key = ownLabels[type]?.[column] ?? commonLabels[column];
  return key ? t(key) : column.replace(/_(key|id|ids)$/, '').replaceAll('_', ' ');
}
