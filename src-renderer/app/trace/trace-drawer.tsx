import { Button, Drawer, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Trace, TraceableKind } from '#shared/domain/trace.ts';
import { Notice } from '../../ui/notice.tsx';
import { useEngine } from '../engine/engine-provider.tsx';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './trace.module.css';
import { TraceList } from './trace-list.tsx';
import { useTraceWords } from './trace-words.ts';

interface Place {
  readonly kind: TraceableKind;
  readonly id: string;
}

/** A trail: what one thing rests on and what rests on it. Any step of it can be followed on, and back. */
export function TraceDrawer({ kind, id, onClose }: Place & { onClose: () => void }) {
  const { t } = useTexts();
  const [path, setPath] = useState<readonly Place[]>([{ kind, id }]);
  const here = path.at(-1) ?? { kind, id };
  return (
    <Drawer opened onClose={onClose} position="right" size="34rem" title={t('trace.title')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {path.length > 1 ? (
        <Button
          variant="subtle"
          size="compact-md"
          mih="2.25rem"
          leftSection={<IconArrowLeft size="1rem" stroke={1.6} aria-hidden className={classes.mirrored} />}
          onClick={() => setPath(path.slice(0, -1))}
        >
          {t('trace.back')}
        </Button>
      ) : null}
      <Trail key={`${here.kind} ${here.id}`} place={here} onFollow={(place) => setPath([...path, place])} onClose={onClose} />
    </Drawer>
  );
}

function Trail({ place, onFollow, onClose }: { place: Place; onFollow: (place: Place) => void; onClose: () => void }) {
  const { queries } = useEngine();
  const trace = useQuery(queries.trace.of.queryOptions({ input: place })).data;
  if (!trace) return <Skeleton height="16rem" />;
  return <TrailFound trace={trace} onFollow={onFollow} onClose={onClose} />;
}

/** The whole answer: the thing itself, what it rests on, what rests on it. */
function TrailFound({ trace, onFollow, onClose }: { trace: Trace; onFollow: (place: Place) => void; onClose: () => void }) {
  const { t } = useTexts();
  const words = useTraceWords();
  const { subject, restsOn, carries, endsInClaim } = trace;
  return (
    <div className={classes.trail}>
      <header className={classes.subject}>
        <span className={classes.kind}>
          {words.kind(subject.kind)}
          {subject.isRestricted ? <IconLock size="0.95rem" stroke={1.8} aria-label={t('findings.restricted.short')} /> : null}
        </span>
        <p dir="auto">{words.title(subject)}</p>
        {subject.support ? <span className={classes.state}>{t(`support.${subject.support}`)}</span> : null}
      </header>
      {endsInClaim ? <Notice kind="caution">{t('trace.endsInClaim')}</Notice> : null}
      <section aria-label={t('trace.restsOn')}>
        <h3>{t('trace.restsOn')}</h3>
        {restsOn.length === 0 ? <p className={classes.quiet}>{t('trace.restsOn.none')}</p> : null}
        <TraceList steps={restsOn} onFollow={onFollow} onClose={onClose} />
      </section>
      <section aria-label={t('trace.carries')}>
        <h3>{t('trace.carries')}</h3>
        {carries.length === 0 ? <p className={classes.quiet}>{t('trace.carries.none')}</p> : null}
        <TraceList steps={carries} onFollow={onFollow} onClose={onClose} />
      </section>
    </div>
  );
}
