import { Autocomplete, Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { EngagementLevel } from '#shared/domain/engagement.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useBodyNames } from '../network/use-network.ts';
import classes from './engagement.module.css';
import { useLevels, useResponsible } from './use-engagement.ts';

const asAdvised = '';

/** A step for one body or for many at once. */
export function PlanForm({ stakeholders, without }: { stakeholders: readonly Stakeholder[]; without: readonly string[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const levels = useLevels();
  const people = useResponsible(stakeholders);
  const { options } = useBodyNames(stakeholders);
  const { mutate: plan, isPending } = useMutation(queries.engagement.plan.mutationOptions());
  const [chosen, setChosen] = useState<string[]>([]);
  const [level, setLevel] = useState<EngagementLevel | typeof asAdvised>(asAdvised);
  const [how, setHow] = useState('');
  const [responsible, setResponsible] = useState('');
  const [dueOn, setDueOn] = useState('');
  const add = () =>
    plan(
      { stakeholderIds: chosen, level: level === asAdvised ? null : level, how: how.trim(), responsible: responsible.trim(), dueOn: dueOn || null },
      {
        onSuccess: () => {
          setChosen([]);
          setHow('');
        },
      },
    );
  return (
    <Panel
      title={t('engagement.add.title')}
      actions={
        without.length > 0 ? (
          <Button variant="subtle" onClick={() => setChosen([...new Set([...chosen, ...without])])}>
            {t('engagement.add.allWithout', { count: without.length })}
          </Button>
        ) : null
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.length > 0) add();
        }}
      >
        <div className={classes.form}>
          <MultiSelect
            className={classes.bodies ?? ''}
            label={t('engagement.add.who')}
            placeholder={chosen.length === 0 ? t('missing.choosePlaceholder') : ''}
            data={options}
            value={chosen}
            onChange={setChosen}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('engagement.add.clear') }}
            nothingFoundMessage={t('city.nothingFound')}
          />
          <Select
            label={t('engagement.level')}
            data={[{ value: asAdvised, label: t('engagement.add.asAdvised') }, ...levels]}
            value={level}
            allowDeselect={false}
            onChange={(value) => setLevel(levels.find((option) => option.value === value)?.value ?? asAdvised)}
          />
          <Textarea
            label={t('engagement.how')}
            placeholder={t('engagement.howExample')}
            dir={how === '' ? undefined : 'auto'}
            autosize
            minRows={1}
            maxLength={20_000}
            value={how}
            onChange={(event) => setHow(event.currentTarget.value)}
          />
          <Autocomplete
            label={t('engagement.responsible')}
            data={people}
            dir={responsible === '' ? undefined : 'auto'}
            maxLength={500}
            value={responsible}
            onChange={setResponsible}
            limit={12}
          />
          <TextInput type="date" label={t('engagement.due')} value={dueOn} onChange={(event) => setDueOn(event.currentTarget.value)} />
        </div>
        <div className={classes.foot}>
          <p>{level === asAdvised ? t('engagement.add.advice') : t(`engagementLevel.${level}.about`)}</p>
          <Button type="submit" disabled={chosen.length === 0} loading={isPending} leftSection={<IconPlus size="1.1rem" stroke={1.6} aria-hidden />}>
            {t('engagement.add.action', { count: Math.max(1, chosen.length) })}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
