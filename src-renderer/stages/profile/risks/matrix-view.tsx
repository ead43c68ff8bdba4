import { Button, Skeleton } from '@mantine/core';
import { IconGridDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Risk } from '#shared/domain/findings.ts';
import { type RiskMeeting, riskLevels } from '#shared/domain/risk-meetings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../../ui/stat.tsx';
import { MatrixRule } from './matrix-rule.tsx';
import { MeetingDrawer } from './meeting-drawer.tsx';
import { pairOf, RiskMatrix } from './risk-matrix.tsx';

/** Where threats and vulnerabilities meet. */
export function MatrixView({ risks, onLists }: { risks: readonly Risk[]; onLists: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const meetings = useQuery(queries.risks.meetings.queryOptions()).data;
  const [openId, setOpenId] = useState<string | null>(null);
  const threats = risks.filter(({ kind }) => kind === 'threat');
  const vulnerabilities = risks.filter(({ kind }) => kind === 'vulnerability');
  if (meetings === undefined) return <Skeleton height="20rem" />;
  if (threats.length === 0 || vulnerabilities.length === 0) {
    return (
      <Panel>
        <EmptyState icon={IconGridDots} title={t('risks.matrix.empty.title')} action={<Button onClick={onLists}>{t('risks.matrix.empty.action')}</Button>}>
          {t('risks.matrix.empty.body')}
        </EmptyState>
      </Panel>
    );
  }
  const pairs = threats.flatMap((threat) => vulnerabilities.map((vulnerability) => pairOf(threat, vulnerability, meetings)));
  return (
    <>
      <MatrixStats meetings={meetings} pairCount={pairs.length} />
      <Panel title={t('risks.matrix.title')} note={t('risks.matrix.note')} plain>
        <RiskMatrix threats={threats} vulnerabilities={vulnerabilities} meetings={meetings} onOpen={setOpenId} />
      </Panel>
      <MatrixRule />
      <MeetingDrawer pair={pairs.find(({ id }) => id === openId) ?? null} onClose={() => setOpenId(null)} />
    </>
  );
}

function MatrixStats({ meetings, pairCount }: { meetings: readonly RiskMeeting[]; pairCount: number }) {
  const { t, formats } = useTexts();
  const count = (level: RiskMeeting['level']) => meetings.filter((meeting) => meeting.level === level).length;
  const begun = count(null);
  return (
    <StatRow>
      {riskLevels.toReversed().map((level) => (
        <Stat key={level} value={formats.count(count(level))} label={t(`riskLevel.${level}`)} />
      ))}
      <Stat
        value={formats.count(pairCount - meetings.length + begun)}
        label={t('risks.matrix.notRated')}
        note={`${t('risks.matrix.begun')}: ${formats.count(begun)} · ${t('risks.matrix.notLooked')}: ${formats.count(pairCount - meetings.length)}`}
      />
    </StatRow>
  );
}
