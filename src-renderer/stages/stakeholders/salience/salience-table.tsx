import { IconCheck, IconMinus, IconPlusMinus } from '@tabler/icons-react';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { salienceClasses } from '#shared/domain/stakeholders.ts';
import { attributeState, type SalienceAttribute } from '#shared/methods/salience.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { useStakeholderWords } from '../use-stakeholders.ts';
import classes from './salience.module.css';
import type { SalienceItem } from './salience-circles.tsx';

const marks = { yes: IconCheck, no: IconMinus, 'on-the-line': IconPlusMinus, 'not-rated': null } as const;

/** The same as figures: yes, no or on the line, with the median, the spread and the number of raters. */
export function SalienceTable({ items }: { items: readonly SalienceItem[] }) {
  const { t, formats } = useTexts();
  const words = useStakeholderWords();
  const columns = useMemo((): ColumnDef<SalienceItem, unknown>[] => {
    const short = (value: number | null) => formats.decimal(value, Number.isInteger(value) ? 0 : 1);
    const attribute = (name: SalienceAttribute): ColumnDef<SalienceItem, unknown> => ({
      id: name,
      accessorFn: (item) => item.standing.spread[name].median ?? undefined,
      sortUndefined: 'last',
      header: words.dimension(name),
      cell: ({ row: { original } }) => {
        const spread = original.standing.spread[name];
        const state = attributeState(spread.median);
        const Mark = marks[state];
        return (
          <span className={classes.state} data-state={state}>
            {Mark ? <Mark size="1.1rem" stroke={2} aria-hidden /> : null}
            <span>
              {t(`salience.state.${state}`)}
              {spread.median === null ? null : (
                <small>{t('salience.figures', { median: short(spread.median), low: short(spread.q1), high: short(spread.q3), count: spread.raters })}</small>
              )}
            </span>
          </span>
        );
      },
      meta: { width: '11rem' },
    });
    return [
      {
        id: 'name',
        accessorFn: (item) => item.stakeholder.name,
        header: t('history.type.stakeholder'),
        cell: ({ row: { original } }) => <span dir="auto">{original.stakeholder.name || t('register.nameless')}</span>,
        meta: { width: '15rem' },
      },
      attribute('power'),
      attribute('legitimacy'),
      attribute('urgency'),
      {
        id: 'class',
        accessorFn: (item) => salienceClasses.indexOf(item.standing.salience),
        header: t('section.salience'),
        cell: ({ row: { original } }) => words.className(original.standing.salience),
        meta: { width: '12rem' },
      },
    ];
  }, [t, formats, words]);
  return <DataTable caption={t('salience.table')} rows={items} columns={columns} rowKey={(item) => item.standing.id} maxHeight="40rem" />;
}
