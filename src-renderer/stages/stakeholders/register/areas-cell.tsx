import { MultiSelect, Popover } from '@mantine/core';
import { useMemo } from 'react';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import cell from '../../../ui/editable-cell.module.css';
import { usePromptValue } from '../../../ui/use-prompt-value.ts';
import { useAreaOptions } from '../use-stakeholders.ts';
import classes from './register.module.css';

/** In which areas a body works. */
export function AreasCell({ stakeholder, onSave }: { stakeholder: Stakeholder; onSave: (areaIds: string[]) => void }) {
  const { t, formats } = useTexts();
  const areas = useAreaOptions();
  const names = useMemo(
    () => new Intl.ListFormat(formats.language, { style: 'narrow', type: 'conjunction' }).format(stakeholder.areaIds.map(areas.nameOf).filter(Boolean)),
    [stakeholder.areaIds, areas, formats],
  );
  if (areas.options.length === 0) return null;
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus width="20rem">
      <Popover.Target>
        <button
          type="button"
          className={`${cell.input} ${cell.bleed} ${classes.areas}`}
          aria-label={t('register.areasOf', { name: stakeholder.name, areas: names || t('register.wholeCity') })}
          title={names}
        >
          {names || t('register.wholeCity')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <AreasChoice stakeholder={stakeholder} onSave={onSave} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The areas a body serves; none means the whole city. */
export function AreasChoice({ stakeholder, onSave }: { stakeholder: Stakeholder; onSave: (areaIds: string[]) => void }) {
  const { t } = useTexts();
  const areas = useAreaOptions();
  const [chosen, choose] = usePromptValue<readonly string[]>(stakeholder.areaIds, (areaIds) => onSave([...areaIds]));
  if (areas.options.length === 0) return null;
  return (
    <MultiSelect
      label={t('field.areasServed')}
      description={t('register.areasNote')}
      placeholder={chosen.length === 0 ? t('register.wholeCity') : ''}
      data={areas.options}
      value={[...chosen]}
      onChange={choose}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('register.filter.clear') }}
      nothingFoundMessage={t('city.nothingFound')}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
