import { Button, SimpleGrid } from '@mantine/core';
import { type TieKind, tieKinds } from '#shared/domain/network.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { tieStyles } from './tie-style.ts';

/** The four kinds as buttons with the line each is drawn by. */
export function KindChoice({ chosen, onChoose }: { chosen: TieKind | null; onChoose: (kind: TieKind) => void }) {
  const { t } = useTexts();
  return (
    <SimpleGrid cols={2} spacing="xs">
      {tieKinds.map((kind) => (
        <Button
          key={kind}
          variant={chosen === kind ? 'light' : 'default'}
          size="md"
          justify="flex-start"
          aria-pressed={chosen === null ? undefined : chosen === kind}
          leftSection={<LineSample kind={kind} />}
          onClick={() => onChoose(kind)}
        >
          {t(`tieKind.${kind}`)}
        </Button>
      ))}
    </SimpleGrid>
  );
}

/** A short piece of the line that a kind is drawn by. */
export function LineSample({ kind }: { kind: TieKind }) {
  const { colour, dash, width } = tieStyles[kind];
  return (
    <svg width="34" height="12" viewBox="0 0 34 12" aria-hidden>
      <line x1="1" y1="6" x2="26" y2="6" stroke={colour} strokeWidth={width} strokeDasharray={dash} />
      <path d="M24 1 33 6 24 11z" fill={colour} />
    </svg>
  );
}
