import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** Findings to choose from, by their sentence. */
export function useFindingOptions(): { value: string; label: string }[] {
  const { t } = useTexts();
  const { queries } = useEngine();
  const findings = useQuery(queries.findings.list.queryOptions()).data ?? [];
  return findings.map(({ id, sentence }) => ({ value: id, label: sentence || t('risks.untitled') }));
}
