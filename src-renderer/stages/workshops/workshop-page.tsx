import { Button } from '@mantine/core';
import { IconPresentationAnalytics } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Workshop } from '#shared/domain/workshops.ts';
import { useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { NewWorkshopDialog } from './new-workshop-dialog.tsx';
import { useWorkshop } from './use-workshop.ts';
import { WorkshopPicker } from './workshop-picker.tsx';

/** The frame of every screen of a workshop: which one it is about, and the first one made from an agenda where there is none. */
export function WorkshopPage({
  title,
  purpose,
  actions,
  wide = false,
  children,
}: {
  title: string;
  purpose: string;
  actions?: ReactNode;
  wide?: boolean;
  children: (workshop: Workshop) => ReactNode;
}) {
  const { t } = useTexts();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const { workshops, workshop } = useWorkshop();
  const [isMaking, setMaking] = useState(false);
  return (
    <StagePage
      title={title}
      purpose={purpose}
      wide={wide}
      actions={
        workshop ? (
          <>
            <WorkshopPicker onNew={() => setMaking(true)} />
            {actions}
          </>
        ) : null
      }
    >
      {workshop ? children(workshop) : null}
      {workshops?.length === 0 ? (
        <Panel plain>
          <EmptyState
            icon={IconPresentationAnalytics}
            title={t('workshops.empty.title')}
            action={isReadOnly ? null : <Button onClick={() => setMaking(true)}>{t('workshops.empty.make')}</Button>}
          >
            {t('workshops.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      <NewWorkshopDialog isOpen={isMaking} onClose={() => setMaking(false)} />
    </StagePage>
  );
}
