import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { type Partnership, partnershipStatuses } from '#shared/domain/partnerships.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { partnershipTotals } from '#shared/methods/partnership-totals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { useBodyNames } from '../network/use-network.ts';
import classes from './partners.module.css';

/** One line a partnership; its name opens the rest. */
export function PartnershipTable({
  partnerships,
  stakeholders,
  onOpen,
}: {
  partnerships: readonly Partnership[];
  stakeholders: readonly Stakeholder[];
  onOpen: (id: string) => void;
}) {
  const { t, formats } = useTexts();
  const { nameOf } = useBodyNames(stakeholders);
  const columns = useMemo((): ColumnDef<Partnership, unknown>[] => {
    const list = new Intl.ListFormat(formats.language, { type: 'conjunction' });
    const amount = (value: number | null, currency: string) => (value === null ? '–' : currency ? formats.money(value, currency) : formats.count(value));
    return [
      {
        id: 'name',
        header: t('partners.name'),
        accessorFn: ({ name }) => name,
        cell: ({ row: { original } }) => (
          <>
            <button type="button" className={classes.name} dir="auto" onClick={() => onOpen(original.id)}>
              {original.name || t('partners.nameless')}
            </button>
            <div className={classes.soft}>{t(`partnershipKind.${original.kind}`)}</div>
          </>
        ),
      },
      {
        id: 'members',
        header: t('partners.members'),
        enableSorting: false,
        meta: { width: '30%' },
        cell: ({ row: { original } }) =>
          original.memberIds.length === 0 ? (
            <span className={classes.soft}>{t('partners.noMembers')}</span>
          ) : (
            list.format(original.memberIds.map((id) => `\u2068${nameOf(id)}\u2069`))
          ),
      },
      {
        id: 'pledged',
        header: t('partners.pledged'),
        accessorFn: ({ pledgeAmount }) => pledgeAmount,
        meta: { isNumber: true },
        cell: ({ row: { original } }) => amount(original.pledgeAmount, original.pledgeCurrency),
      },
      {
        id: 'given',
        header: t('partners.given'),
        enableSorting: false,
        meta: { isNumber: true },
        cell: ({ row: { original } }) => {
          const given = partnershipTotals([original]).money.filter((total) => total.given !== null);
          return given.length === 0 ? '–' : given.map((total) => <div key={total.currency}>{formats.money(total.given, total.currency)}</div>);
        },
      },
      {
        id: 'dates',
        header: t('partners.dates'),
        accessorFn: ({ startsOn }) => startsOn ?? '',
        cell: ({ row: { original } }) =>
          original.startsOn || original.endsOn ? `${formats.day(original.startsOn)} – ${original.endsOn ? formats.day(original.endsOn) : ''}` : '–',
      },
      {
        id: 'status',
        header: t('partners.status'),
        accessorFn: ({ status }) => partnershipStatuses.indexOf(status),
        cell: ({ row: { original } }) => (
          <span className={classes.status} data-status={original.status}>
            {t(`partnershipStatus.${original.status}`)}
          </span>
        ),
      },
    ];
  }, [t, formats, nameOf, onOpen]);
  return <DataTable caption={t('section.partners')} rows={partnerships} columns={columns} rowKey={({ id }) => id} />;
}
