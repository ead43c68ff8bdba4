import { Button } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { AuthorField } from '../../app/history/author-field.tsx';
import { type NamedObject, ObjectHistoryDrawer } from '../../app/history/object-history.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import classes from './history.module.css';
import { Timeline } from './timeline.tsx';
import { everything, FilterBar, filterOf } from './timeline-filter.tsx';
import { usePutBack } from './use-put-back.tsx';

/** The timeline of the project: what was done, when, by whom; what it was before; the way back. */
export function HistoryPage() {
  const { t } = useTexts();
  const [choice, setChoice] = useState(everything);
  const [object, setObject] = useState<NamedObject | null>(null);
  const { ask, dialog } = usePutBack();
  const actions = useMemo(() => ({ onPutBack: ask, onObject: setObject }), [ask]);
  return (
    <StagePage
      title={t('history.title')}
      purpose={t('history.purpose')}
      actions={
        <Button component={Link} to="/history/snapshots" leftSection={<IconBookmark size="1rem" stroke={1.6} aria-hidden />}>
          {t('snapshots.make')}
        </Button>
      }
    >
      <Panel>
        <div className={classes.top}>
          <FilterBar choice={choice} onChange={setChoice} />
          <div className={classes.author}>
            <AuthorField />
          </div>
        </div>
      </Panel>
      <Panel plain>
        <Timeline filter={filterOf(choice)} actions={actions} />
      </Panel>
      <ObjectHistoryDrawer
        object={object}
        onClose={() => setObject(null)}
        onInTimeline={() => {
          setChoice({ ...everything, object });
          setObject(null);
        }}
      />
      {dialog}
    </StagePage>
  );
}
