import { Button, Skeleton } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TraceableKind } from '#shared/domain/trace.ts';
import { Panel } from '../../ui/stage-page.tsx';
import { useEngine } from '../engine/engine-provider.tsx';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './trace.module.css';
import { TraceDrawer } from './trace-drawer.tsx';
import { TraceList } from './trace-list.tsx';

/** On the page of a source: every sentence of the project that rests on it. */
export function CarriesPanel({ kind, id }: { kind: TraceableKind; id: string }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const trace = useQuery(queries.trace.of.queryOptions({ input: { kind, id } })).data;
  const [followed, setFollowed] = useState<{ kind: TraceableKind; id: string } | null>(null);
  return (
    <Panel
      title={t('trace.carries')}
      note={t('trace.carries.note')}
      actions={
        <Button variant="subtle" leftSection={<IconRoute size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setFollowed({ kind, id })}>
          {t('trace.open.source')}
        </Button>
      }
    >
      {trace === undefined ? <Skeleton height="4rem" /> : null}
      {trace?.carries.length === 0 ? <p className={classes.quiet}>{t('trace.carries.none')}</p> : null}
      {trace ? <TraceList steps={trace.carries} onFollow={setFollowed} onClose={() => setFollowed(null)} /> : null}
      {followed ? <TraceDrawer key={followed.id} {...followed} onClose={() => setFollowed(null)} /> : null}
    </Panel>
  );
}
