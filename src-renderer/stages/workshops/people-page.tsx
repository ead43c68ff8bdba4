import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Workshop } from '#shared/domain/workshops.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { usePreferences } from '../../app/preferences.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AttendancePanel } from './people/attendance-panel.tsx';
import { CertificatesPanel } from './people/certificates-panel.tsx';
import { GroupsPanel } from './people/groups-panel.tsx';
import { TotalsPanel } from './people/totals-panel.tsx';
import { VoicesPanel } from './people/voices-panel.tsx';
import { WorkshopPage } from './workshop-page.tsx';

const views = ['list', 'groups', 'totals', 'certificates'] as const;
type View = (typeof views)[number];

/** Who is in the room, with their consent, at which table. */
export function PeoplePage() {
  const { t } = useTexts();
  return (
    <WorkshopPage title={t('section.people')} purpose={t('attendance.purpose')} wide>
      {(workshop) => <PeopleOf key={workshop.id} workshop={workshop} />}
    </WorkshopPage>
  );
}

function PeopleOf({ workshop }: { workshop: Workshop }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { isProjector } = usePreferences();
  const [view, setView] = useState<View>('list');
  const input = { workshopId: workshop.id };
  const participants = useQuery(queries.workshops.participants.queryOptions({ input })).data;
  const groups = useQuery(queries.workshops.groups.queryOptions({ input })).data;
  const sessions = useQuery(queries.workshops.sessions.queryOptions({ input })).data;
  if (!participants || !groups || !sessions) return null;
  const days = Math.max(1, ...sessions.map(({ day }) => day), ...participants.flatMap(({ presentDays }) => presentDays));
  const hasCertificates = workshop.kind === 'training' || participants.some(({ completed }) => completed);
  const props = { workshop, participants, groups, days };
  return (
    <>
      {isProjector ? <Notice kind="info">{t('attendance.projector')}</Notice> : null}
      <div>
        <SegmentedControl
          aria-label={t('attendance.view')}
          data={views.filter((value) => value !== 'certificates' || hasCertificates).map((value) => ({ value, label: t(`attendance.view.${value}`) }))}
          value={view}
          onChange={(value) => setView(views.find((each) => each === value) ?? 'list')}
        />
      </div>
      {view === 'list' ? <AttendancePanel {...props} /> : null}
      {view === 'groups' ? (
        <>
          <GroupsPanel {...props} />
          <VoicesPanel {...props} />
        </>
      ) : null}
      {view === 'totals' ? <TotalsPanel {...props} /> : null}
      {view === 'certificates' ? <CertificatesPanel workshop={workshop} /> : null}
    </>
  );
}
