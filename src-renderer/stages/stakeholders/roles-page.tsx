import { Button, Select } from '@mantine/core';
import { IconArrowRight, IconChecklist } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Measure } from '#shared/domain/policy.ts';
import { type Raci, type RaciProblem, raciProblemCodes, raciRoles } from '#shared/domain/roles.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { useBodyNames } from './network/use-network.ts';
import { RoleMatrix } from './roles/role-matrix.tsx';
import classes from './roles/roles.module.css';
import { useStakeholders } from './use-stakeholders.ts';

/** Who answers for each measure, who does it, who is asked and who is told. */
export function RolesPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const stakeholders = useStakeholders();
  const measures = useQuery(queries.policy.measures.queryOptions()).data;
  const raci = useQuery(queries.roles.get.queryOptions()).data;
  const isEmpty = measures?.length === 0 || stakeholders?.length === 0;
  const next = (
    <Button component={Link} to="/policy" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
      {t('roles.next')}
    </Button>
  );
  return (
    <StagePage title={t('section.roles')} purpose={t('roles.purpose')} actions={measures && !isEmpty ? next : null} wide>
      {measures && stakeholders && isEmpty ? (
        <Panel>
          <EmptyState
            icon={IconChecklist}
            title={t('roles.empty.title')}
            action={
              <Button component={Link} to={measures.length === 0 ? '/policy' : '/stakeholders'}>
                {t(measures.length === 0 ? 'roles.empty.action' : 'grid.empty.action')}
              </Button>
            }
          >
            {t('roles.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {measures && stakeholders && raci && !isEmpty ? <Roles measures={measures} stakeholders={stakeholders} raci={raci} /> : null}
    </StagePage>
  );
}

function Roles({ measures, stakeholders, raci }: { measures: readonly Measure[]; stakeholders: readonly Stakeholder[]; raci: Raci }) {
  const { t } = useTexts();
  const { nameOf, options } = useBodyNames(stakeholders);
  const [added, setAdded] = useState<readonly string[]>([]);
  const used = new Set(raci.roles.map(({ stakeholderId }) => stakeholderId));
  const bodies = options.filter(({ value }) => used.has(value) || added.includes(value));
  return (
    <>
      <Summary problems={raci.problems} measureCount={measures.length} />
      <Panel
        title={t('roles.matrix')}
        plain
        note={t('roles.howTo')}
        actions={
          <Select
            aria-label={t('roles.addBody')}
            placeholder={t('roles.addBody')}
            data={options.filter(({ value }) => !bodies.some((body) => body.value === value))}
            value={null}
            searchable
            nothingFoundMessage={t('city.nothingFound')}
            onChange={(id) => id && setAdded([...added, id])}
            w="16rem"
          />
        }
      >
        <RoleMatrix measures={measures} bodies={bodies} raci={raci} nameOf={nameOf} />
        <dl className={classes.legend}>
          {raciRoles.map((role) => (
            <div key={role}>
              <dt data-role={role}>{role}</dt>
              <dd>{t(`raci.${role}.about`)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  );
}

function Summary({ problems, measureCount }: { problems: readonly RaciProblem[]; measureCount: number }) {
  const { t } = useTexts();
  if (problems.length === 0) return <Notice kind="good">{t('roles.allGood', { count: measureCount })}</Notice>;
  const counts = raciProblemCodes.flatMap((code) => {
    const count = problems.filter((problem) => problem.code === code).length;
    return count === 0 ? [] : [t(`roles.count.${code}`, { count })];
  });
  return (
    <Notice kind="caution" title={t('roles.toSettle', { count: new Set(problems.map(({ measureId }) => measureId)).size })}>
      {counts.join(' ')}
    </Notice>
  );
}
