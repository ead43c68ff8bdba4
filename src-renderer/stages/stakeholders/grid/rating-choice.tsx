import { Select } from '@mantine/core';
import type { RatingSources } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './grid.module.css';
import type { Moment } from './moments.ts';

/** From when: everything, up to a day, one workshop or one of its sessions. */
export function MomentChoice({
  label,
  isLabelled = false,
  sources,
  value,
  onChange,
}: {
  label: string;
  /** The label stands before the field, where two of them are told apart. */
  isLabelled?: boolean;
  sources: RatingSources;
  value: Moment;
  onChange: (moment: Moment) => void;
}) {
  const { t, formats } = useTexts();
  const day = (text: string) => (text ? ` · ${formats.day(text)}` : '');
  const groups = [
    {
      group: t('plot.when.days'),
      items: [
        { value: 'all', label: t('plot.when.all') },
        ...sources.days.slice(0, -1).map((one) => ({ value: `day ${one.day}`, label: t('plot.when.until', { day: formats.day(one.day) }) })),
      ],
    },
    {
      group: t('plot.when.workshops'),
      items: sources.workshops.map((one) => ({ value: `workshop ${one.id}`, label: `${one.title || t('register.nameless')}${day(one.day)}` })),
    },
    {
      group: t('plot.when.sessions'),
      items: sources.sessions.map((one) => ({ value: `session ${one.id}`, label: `${one.title || t('register.nameless')}${day(one.day)}` })),
    },
  ].filter(({ items }) => items.length > 0);
  const field = <Select aria-label={label} data={groups} value={value} onChange={(chosen) => onChange((chosen ?? 'all') as Moment)} allowDeselect={false} />;
  if (!isLabelled) return field;
  return (
    <div className={classes.labelled}>
      <span aria-hidden>{label}</span>
      {field}
    </div>
  );
}

/** Whose: everybody's, or those of one group. */
export function GroupChoice({ sources, value, onChange }: { sources: RatingSources; value: string | null; onChange: (groupId: string | null) => void }) {
  const { t } = useTexts();
  if (sources.groups.length === 0) return null;
  return (
    <Select
      aria-label={t('plot.whose')}
      data={[{ value: '', label: t('plot.everybody') }, ...sources.groups.map(({ id, name }) => ({ value: id, label: name || t('ratings.goneGroup') }))]}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen || null)}
      allowDeselect={false}
    />
  );
}
