import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';
import { EcologyView } from './factors/ecology-view.tsx';
import { OutsideView } from './factors/outside-view.tsx';

const views = ['around', 'outside'] as const;

/** What makes harm more likely and what protects: around people, and from beyond the city. */
export function FactorsPage() {
  const { t } = useTexts();
  const [view, setView] = useState<(typeof views)[number]>('around');
  const choice = (
    <SegmentedControl
      aria-label={t('factors.view')}
      value={view}
      onChange={(value) => setView(views.find((known) => known === value) ?? 'around')}
      data={views.map((value) => ({ value, label: t(`factors.view.${value}`) }))}
    />
  );
  return (
    <StagePage wide title={t('section.factors')} purpose={t(`factors.purpose.${view}`)} actions={choice}>
      {view === 'around' ? <EcologyView /> : <OutsideView />}
    </StagePage>
  );
}
