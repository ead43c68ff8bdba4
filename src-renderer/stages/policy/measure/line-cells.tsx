import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { CellNumber } from '../../../ui/editable-cell.tsx';

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
