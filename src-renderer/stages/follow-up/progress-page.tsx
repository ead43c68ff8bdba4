import { Button } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type FollowedIndicator, progressPaces } from '#shared/domain/follow-up.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useWantedObject } from '../../app/wanted-object.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../ui/stat.tsx';
import classes from './follow-up.module.css';
import { TargetRow } from './targets/target-row.tsx';

/** Where the plan's indicators stand against their targets. */
export function ProgressPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const followed = useQuery(queries.followUp.progress.queryOptions()).data;
  return (
    <StagePage title={t('section.progress')} purpose={t('followUp.progress.purpose')} wide>
      {followed?.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconTargetArrow}
            title={t('followUp.progress.empty.title')}
            action={
              <Button component={Link} to="/policy">
                {t('followUp.toPlan')}
              </Button>
            }
          >
            {t('followUp.progress.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {followed && followed.length > 0 ? <Targets followed={followed} /> : null}
    </StagePage>
  );
}

function Targets({ followed }: { followed: readonly FollowedIndicator[] }) {
  const { t, formats, language } = useTexts();
  const { queries } = useEngine();
  const wanted = useWantedObject();
  const [openId, setOpenId] = useState<string | null>(wanted);
  const indicators = useQuery(queries.indicators.catalogue.queryOptions({ input: { language } })).data;
  const objectives = useQuery(queries.policy.objectives.queryOptions()).data ?? [];
  const definition = (code: string | null) => indicators?.find((indicator) => indicator.code === code);
  return (
    <>
      <StatRow>
        {progressPaces.map((pace) => (
          <Stat key={pace} value={formats.count(followed.filter((one) => one.pace === pace).length)} label={t(`pace.${pace}`)} />
        ))}
      </StatRow>
      {objectives.map((objective, place) => {
        const own = followed.filter(({ objectiveId }) => objectiveId === objective.id);
        if (own.length === 0) return null;
        return (
          <Panel key={objective.id} title={t('policy.objective', { number: place + 1 })} note={<bdi>{objective.title}</bdi>} plain>
            <ul className={classes.list}>
              {own.map((one) => (
                <TargetRow
                  key={one.objectId}
                  followed={one}
                  name={definition(one.indicatorCode)?.name ?? (one.indicatorText || one.indicatorCode || '')}
                  unit={definition(one.indicatorCode)?.unit ?? ''}
                  isOpen={openId === one.objectId}
                  onToggle={() => setOpenId(openId === one.objectId ? null : one.objectId)}
                />
              ))}
            </ul>
          </Panel>
        );
      })}
    </>
  );
}
