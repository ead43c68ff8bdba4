import { useQuery } from '@tanstack/react-query';
import type { EvidenceKind } from '#shared/domain/findings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { observationSentence } from '../indicators/observation-words.ts';
import { useAreas } from '../use-areas.ts';

export interface EvidenceChoice {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly source: string;
}

/** What in the project a piece of evidence can point at; null for kinds that are only typed. */
export function useEvidenceChoices(kind: EvidenceKind): EvidenceChoice[] | null {
  const { t, formats, language } = useTexts();
  const { queries } = useEngine();
  const book = useAreas();
  const catalogue = useQuery(queries.indicators.catalogue.queryOptions({ input: { language } })).data ?? [];
  const observations = useQuery(queries.indicators.observations.queryOptions()).data ?? [];
  const risks = useQuery(queries.risks.list.queryOptions()).data ?? [];
  if (kind === 'indicator') {
    return observations
      .filter((observation) => observation.value !== null)
      .map((observation) => {
        const indicator = catalogue.find((candidate) => candidate.code === observation.indicatorCode);
        const text = observationSentence({ t, formats }, observation, indicator, book.nameOf(observation.areaId));
        return { id: observation.id, label: text, text, source: observation.source };
      });
  }
  if (kind === 'risk') {
    return risks.map((risk) => ({
      id: risk.id,
      label: risk.title || t('risks.untitled'),
      text: [risk.title, risk.description].filter(Boolean).join(': '),
      source: risk.source,
    }));
  }
  return null;
}
