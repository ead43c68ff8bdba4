import type { ForeignRow } from '../../imports/foreign-table.ts';
import type { AreaLabel } from './area-labels.ts';
import type { RowFields } from './row-fields.ts';

/** Each distinct place as rows name it, once: thousands of rows name a few dozen. */
export class PlaceLabels {
  readonly list: AreaLabel[] = [];
  readonly #ids = new Map<string, number>();
  readonly #fields: RowFields;

  constructor(fields: RowFields) {
    this.#fields = fields;
  }

  /** Position of the row's place in `list`. A code alone names no place that a person knows: it only helps to find one. */
  idOf(row: ForeignRow): number {
    const fields = this.#fields;
    const label = { area: fields.text(row, 'area'), parent: fields.text(row, 'parentArea'), code: fields.text(row, 'areaCode') };
    const key = JSON.stringify(label);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.list.push(label);
    this.#ids.set(key, this.list.length - 1);
    return this.list.length - 1;
  }
}
