import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import type { TraceableKind } from '#shared/domain/trace.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import { TraceDrawer } from './trace-drawer.tsx';

interface TraceButtonProps {
  readonly kind: TraceableKind;
  readonly id: string;
  /** What it is called, for those who cannot see where the button stands. */
  readonly name: string;
}

/** A quiet button beside a claim: what it rests on, down to file and method, and what rests on it. */
export function TraceButton({ kind, id, name }: TraceButtonProps) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const words = t(isSource(kind) ? 'trace.open.source' : 'trace.open.claim');
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconRoute size="1rem" stroke={1.6} aria-hidden />}
        aria-label={name === '' ? words : `${words}: ${name}`}
        onClick={() => setOpen(true)}
      >
        {words}
      </Button>
      {isOpen ? <TraceDrawer kind={kind} id={id} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** The same as a sign alone, in a row of signs. */
export function TraceIcon({ kind, id, name }: TraceButtonProps) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const words = t(isSource(kind) ? 'trace.open.source' : 'trace.open.claim');
  return (
    <>
      <Tooltip label={words}>
        <ActionIcon aria-label={name === '' ? words : `${words}: ${name}`} onClick={() => setOpen(true)}>
          <IconRoute size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {isOpen ? <TraceDrawer kind={kind} id={id} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const isSource = (kind: TraceableKind): boolean => kind === 'dataset' || kind === 'indicator' || kind === 'observation';
