import { Progress as Bar } from '@mantine/core';
import type { Progress } from '#shared/domain/outputs.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../app/texts/texts-provider.tsx';

/** Long work with its step and, where the end is known, how far it is. */
export function WorkProgress({ progress }: { progress: Progress | null }) {
  const { t, formats } = useTexts();
  const share = progress?.total ? Math.min(1, progress.done / progress.total) : null;
  const step = progress ? t(`progress.${progress.step}` as TextKey) : t('outputs.working');
  return (
    <div role="status">
      <Bar value={share === null ? 100 : share * 100} animated={share === null} striped={share === null} aria-label={step} transitionDuration={120} />
      <div style={{ color: 'var(--ink-soft)', marginBlockStart: '0.25rem' }} className="tabular">
        {step}
        {progress?.total ? ` · ${formats.count(progress.done)} / ${formats.count(progress.total)}` : null}
      </div>
    </div>
  );
}
