import { Button } from '@mantine/core';
import { IconPresentation } from '@tabler/icons-react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Cockpit } from './room/cockpit.tsx';
import { WorkshopPage } from './workshop-page.tsx';

/** The facilitator's cockpit: the room for phones, what the wall shows, the ballots, and who helps. */
export function RoomPage() {
  const { t } = useTexts();
  const { showWall } = useEngine();
  return (
    <WorkshopPage
      title={t('section.room')}
      purpose={t('cockpit.purpose')}
      wide
      actions={
        <Button variant="default" leftSection={<IconPresentation size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => void showWall()}>
          {t('cockpit.wall.show')}
        </Button>
      }
    >
      {(workshop) => <Cockpit workshop={workshop} />}
    </WorkshopPage>
  );
}
