import { Button, Select } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { ImportPreview } from '#shared/domain/imports.ts';
import { type OffenceGroup, offenceGroups } from '#shared/domain/incidents.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useOffenceColumns } from '../../profile/offences/use-offence-columns.tsx';
import { GuessNote } from '../guess-note.tsx';
import classes from '../import.module.css';
import type { ImportWork } from '../use-import.ts';

type OffenceRow = ImportPreview['offences'][number];
const nameOf = (row: OffenceRow) => row.name;

/** The file's offence names with the group proposed for each; several can be moved at once. */
export function OffencesPanel({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const chosenGroups = work.patch.offenceGroups;
  const rows = useMemo(
    () => preview.offences.map((offence) => ({ ...offence, group: chosenGroups?.[offence.name] ?? offence.group })),
    [preview, chosenGroups],
  );
  const { change } = work;
  const onGroup = useCallback(
    (row: OffenceRow, group: OffenceGroup) => change({ offenceGroups: { ...chosenGroups, [row.name]: group } }),
    [change, chosenGroups],
  );
  const columns = useOffenceColumns<OffenceRow>({ keyOf: nameOf, chosen, setChosen, onGroup });
  if (preview.offences.length === 0) return null;
  const moveTo = (group: OffenceGroup) => {
    change({ offenceGroups: { ...chosenGroups, ...Object.fromEntries([...chosen].map((name) => [name, group])) } });
    setChosen(new Set());
  };
  return (
    <Panel
      title={t('import.offences.title', { count: preview.offences.length })}
      note={<GuessNote preview={preview} patch={work.patch} setting="offenceGroups" />}
      plain
    >
      <div className={classes.offenceTools}>
        <Button variant="default" size="xs" onClick={() => setChosen(chosen.size > 0 ? new Set() : new Set(rows.map(({ name }) => name)))}>
          {chosen.size > 0 ? t('offences.chooseNone') : t('offences.chooseAll', { count: rows.length })}
        </Button>
        <Select
          size="xs"
          aria-label={chosen.size > 0 ? t('offences.moveTo', { count: chosen.size }) : t('offences.move')}
          placeholder={chosen.size > 0 ? t('offences.moveTo', { count: chosen.size }) : t('offences.move')}
          disabled={chosen.size === 0}
          data={offenceGroups.map((group) => ({ value: group, label: t(`offenceGroup.${group}`) }))}
          value={null}
          onChange={(group) => group && moveTo(group as OffenceGroup)}
        />
      </div>
      <DataTable
        caption={t('offences.title')}
        rows={rows}
        columns={columns}
        rowKey={(offence) => offence.name}
        initialSorting={[{ id: 'count', desc: true }]}
        isSelected={(offence) => chosen.has(offence.name)}
        maxHeight="24rem"
      />
    </Panel>
  );
}
