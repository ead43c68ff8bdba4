import { Button, TextInput } from '@mantine/core';
import { IconArrowRight, IconListCheck, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { offeredCriteria } from '#shared/domain/criteria.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import classes from './criteria/criteria.module.css';
import { CriteriaTable } from './criteria/criteria-table.tsx';
import { OfferedCriteria } from './criteria/offered-criteria.tsx';
import { ScoreMatrix } from './criteria/score-matrix.tsx';

/** What the options are weighed by, and how each stands on it. */
export function CriteriaPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const weighing = useQuery(queries.criteria.weighing.queryOptions()).data;
  const criteria = weighing?.criteria ?? [];
  const taken = criteria.map(({ code }) => code);
  const isEmpty = criteria.length === 0;
  return (
    <StagePage
      title={t('section.criteria')}
      purpose={t('criteria.purpose')}
      wide
      actions={
        weighing && !isEmpty && weighing.options.length > 0 ? (
          <Button component={Link} to="/priorities/compare" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
            {t('criteria.next')}
          </Button>
        ) : null
      }
    >
      {weighing && weighing.options.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconListCheck}
            title={t('criteria.noOptions.title')}
            action={
              <Button component={Link} to="/priorities">
                {t('vote.empty.action')}
              </Button>
            }
          >
            {t('criteria.noOptions.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {weighing && weighing.options.length > 0 ? (
        <>
          {isEmpty ? null : <ScoreMatrix weighing={weighing} />}
          {isEmpty ? null : <CriteriaTable criteria={criteria} />}
          <Panel title={isEmpty ? t('criteria.offer.first') : t('criteria.offer.more')} note={t('criteria.offer.note')}>
            {offeredCriteria.some((code) => !taken.includes(code)) ? (
              <OfferedCriteria key={isEmpty ? 'first' : 'more'} taken={taken} isFirst={isEmpty} />
            ) : null}
            <AddOwn />
          </Panel>
        </>
      ) : null}
    </StagePage>
  );
}

function AddOwn() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: add } = useMutation(queries.criteria.add.mutationOptions());
  const [name, setName] = useState('');
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (!name.trim()) return;
        add({ name: name.trim(), unit: t('criterion.unit.levels'), worst: 1, best: 5 });
        setName('');
      }}
    >
      <TextInput
        className={classes.addField}
        label={t('criteria.own.label')}
        placeholder={t('criteria.own.placeholder')}
        dir={name === '' ? undefined : 'auto'}
        maxLength={500}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />} disabled={!name.trim()}>
        {t('action.add')}
      </Button>
    </form>
  );
}
