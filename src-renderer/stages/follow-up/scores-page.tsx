import { Button } from '@mantine/core';
import { IconPlus, IconStars } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { Lessons } from './scores/lessons.tsx';
import { ScoreGroups } from './scores/score-groups.tsx';
import { ScoreOffers } from './scores/score-offers.tsx';

/** What citizens think of what was done, by group, and what was learned. */
export function ScoresPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const scores = useQuery(queries.followUp.scores.queryOptions()).data;
  const offers = useQuery(queries.followUp.scoreOffers.queryOptions()).data ?? [];
  const { mutate: add } = useMutation(queries.followUp.addScore.mutationOptions());
  const isEmpty = scores?.length === 0;
  const addButton = (
    <Button variant={isEmpty && offers.length === 0 ? 'filled' : 'default'} leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={() => add({})}>
      {t('followUp.scores.add')}
    </Button>
  );
  return (
    <StagePage title={t('section.citizenScores')} purpose={t('followUp.scores.purpose')} actions={isEmpty ? null : addButton} wide>
      {offers.length > 0 ? <ScoreOffers offers={offers} /> : null}
      {isEmpty ? (
        <Panel>
          <EmptyState icon={IconStars} title={t('followUp.scores.empty.title')} action={addButton}>
            {t('followUp.scores.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {scores && !isEmpty ? <ScoreGroups scores={scores} /> : null}
      <Lessons />
    </StagePage>
  );
}
