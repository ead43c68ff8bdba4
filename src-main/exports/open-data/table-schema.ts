import type { TextKey, Translate } from '#shared/i18n/texts.ts';
import type { OpenValue } from './safe-csv.ts';

/** Types of the Table Schema (Frictionless Data, specs.frictionlessdata.io/table-schema) that open tables use. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'year' | 'date';
export interface OpenField {
  readonly name: string;
  readonly type: FieldType;
  readonly isRequired?: boolean;
  readonly isUnique?: boolean;
  readonly least?: number;
  readonly most?: number;
  readonly oneOf?: readonly string[];
}

export interface OpenTable {
  /** Name of the resource: lower case, letters, digits and dashes. */
  readonly name: string;
  readonly fields: readonly OpenField[];
  readonly rows: readonly (readonly OpenValue[])[];
  readonly primaryKey?: string;
  /** Column → table whose `area_id` it names. */
  readonly foreignKeys?: readonly { readonly field: string; readonly table: string; readonly of: string }[];
}

/** A table as the schema that its CSV keeps to. */
export function schemaOf(table: OpenTable, t: Translate): object {
  return {
    fields: table.fields.map((field) => ({
      name: field.name,
      type: field.type,
      title: t(`openData.column.${field.name}` as TextKey),
      ...(Object.keys(constraintsOf(field)).length > 0 ? { constraints: constraintsOf(field) } : {}),
    })),
    missingValues: [''],
    ...(table.primaryKey === undefined ? {} : { primaryKey: table.primaryKey }),
    ...(table.foreignKeys && table.foreignKeys.length > 0
      ? { foreignKeys: table.foreignKeys.map(({ field, table: resource, of }) => ({ fields: field, reference: { resource, fields: of } })) }
      : {}),
  };
}

function constraintsOf({ isRequired, isUnique, least, most, oneOf }: OpenField) {
  return {
    ...(isRequired ? { required: true } : {}),
    ...(isUnique ? { unique: true } : {}),
    ...(least === undefined ? {} : { minimum: least }),
    ...(most === undefined ? {} : { maximum: most }),
    ...(oneOf ? { enum: oneOf } : {}),
  };
}
