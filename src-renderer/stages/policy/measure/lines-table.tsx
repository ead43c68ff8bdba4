import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { CellNumber } from '../../../ui/editable-cell.tsx';
import classes from './measure.module.css';

interface LineColumn {
  readonly label: string;
  readonly isNumber?: boolean;
  /** At the least, with its unit. */
  readonly width?: string;
}

/** A table whose lines are typed into: its columns, then the way to remove a line. */
export function LinesTable({ caption, columns, foot, children }: { caption: string; columns: readonly LineColumn[]; foot?: ReactNode; children: ReactNode }) {
  const { t } = useTexts();
  return (
    <div className={classes.scroll}>
      <table className={classes.lines}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, isNumber, width }) => (
              <th key={label} scope="col" data-number={isNumber || undefined} style={width === undefined ? undefined : { minInlineSize: width }}>
                {label}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('action.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </div>
  );
}

interface YearsProps {
  readonly line: { readonly firstYear: number | null; readonly lastYear: number | null };
  /** Which line it is, in words. */
  readonly of: string;
  readonly onSave: (patch: { firstYear?: number | null; lastYear?: number | null }) => void;
}

/** From which year to which a line of cost or funding counts. */
export function YearCells({ line, of, onSave }: YearsProps) {
  const { t } = useTexts();
  const year = { min: 1800, max: 2200, isWhole: true, format: String } as const;
  return (
    <>
      <td>
        <CellNumber label={`${t('policy.fromYear')}, ${of}`} value={line.firstYear} onSave={(firstYear) => onSave({ firstYear })} {...year} />
      </td>
      <td>
        <CellNumber label={`${t('policy.toYear')}, ${of}`} value={line.lastYear} onSave={(lastYear) => onSave({ lastYear })} {...year} />
      </td>
    </>
  );
}

export function RemoveCell({ of, onRemove }: { of: string; onRemove: () => void }) {
  const { t } = useTexts();
  return (
    <td>
      <Tooltip label={t('policy.removeLine')}>
        <ActionIcon color="gray" aria-label={`${t('policy.removeLine')}, ${of}`} onClick={onRemove}>
          <IconTrash size="1rem" stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </td>
  );
}
