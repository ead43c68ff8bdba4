import { Button, MultiSelect, Select } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Measure } from '#shared/domain/policy.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useBodies } from '../use-plan.ts';
import classes from './measure.module.css';
import type { MeasurePartProps } from './measure-part.ts';
import { MeasurePart } from './measure-part.tsx';

/** Who answers for the measure and who does the work: the A and the R of the table of responsibilities. */
export function MeasureWho({ measure, save }: MeasurePartProps) {
  const { t } = useTexts();
  const { options } = useBodies();
  return (
    <MeasurePart title={t('policy.who')}>
      <div className={classes.fields}>
        <Select
          label={t('policy.owner')}
          description={t('policy.ownerNote')}
          data={options}
          value={measure.ownerId}
          onChange={(ownerId) => save({ ownerId })}
          searchable
          clearable
          nothingFoundMessage={t('policy.noBody')}
        />
        <MultiSelect
          label={t('policy.partners')}
          description={t('policy.partnersNote')}
          data={options}
          value={measure.partnerIds}
          onChange={(partnerIds) => save({ partnerIds })}
          searchable
          nothingFoundMessage={t('policy.noBody')}
        />
        <OwnerYes measure={measure} />
      </div>
    </MeasurePart>
  );
}

/** Whether the owner has said yes, and on which day. */
function OwnerYes({ measure }: { measure: Measure }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const raci = useQuery(queries.roles.get.queryOptions()).data;
  const confirm = useMutation(queries.roles.confirm.mutationOptions());
  const { ownerId } = measure;
  const role = raci?.roles.find((one) => one.measureId === measure.id && one.stakeholderId === ownerId && one.role === 'A');
  if (ownerId === null || !role) return null;
  const set = (confirmedOn: string | null) => confirm.mutate({ measureId: measure.id, stakeholderId: ownerId, confirmedOn });
  return (
    <div className={classes.confirmed}>
      {role.confirmedOn ? (
        <IconCircleCheck size="1.2rem" stroke={1.6} color="var(--good)" aria-hidden />
      ) : (
        <IconCircleDashed size="1.2rem" stroke={1.6} color="var(--caution)" aria-hidden />
      )}
      <span>{role.confirmedOn ? t('policy.ownerSaidYes', { day: formats.day(role.confirmedOn) }) : t('policy.ownerNotAsked')}</span>
      <Button size="compact-sm" variant="default" onClick={() => set(role.confirmedOn ? null : new Date().toISOString().slice(0, 10))}>
        {t(role.confirmedOn ? 'policy.takeYesBack' : 'policy.saidYesToday')}
      </Button>
      <Link to="/stakeholders/roles">{t('policy.allRoles')}</Link>
    </div>
  );
}
