import { useQuery } from '@tanstack/react-query';
import type { BallotSubject } from '#shared/domain/ballots.ts';
import { offeredCriteria } from '#shared/domain/criteria.ts';
import { criterionWords } from '#shared/i18n/criterion-words.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import type { DraftOption } from './ballot-draft.ts';

/** What each subject of the project would put on a ballot; undefined while it is being read. */
export function useSubjectOptions(): Readonly<Record<BallotSubject, readonly DraftOption[]>> | undefined {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const priorities = useQuery(queries.priorities.list.queryOptions()).data;
  const findings = useQuery(queries.findings.list.queryOptions()).data;
  const stakeholders = useQuery(queries.stakeholders.list.queryOptions()).data;
  const criteria = useQuery(queries.criteria.list.queryOptions()).data;
  const layers = useQuery(queries.areas.layers.queryOptions()).data;
  const layer = layers?.find(({ population }) => population !== null) ?? layers?.[0];
  const areas = useQuery({ ...queries.areas.list.queryOptions({ input: { layerId: layer?.id } }), enabled: layers !== undefined }).data;
  if (!priorities || !findings || !stakeholders || !criteria || !areas) return undefined;
  const option = (text: string, refId: string | null, picture = ''): DraftOption => ({ text: text.trim().slice(0, 500), picture, refId, quiz: null });
  return {
    own: [],
    priorities: priorities.filter(({ title }) => title.trim() !== '').map(({ id, title }) => option(title, id)),
    findings: findings.filter(({ sentence }) => sentence.trim() !== '').map(({ id, sentence }) => option(sentence, id)),
    stakeholders: stakeholders.map(({ id, name }) => option(name, id)),
    areas: areas.map(({ id, name }) => option(name, id)),
    criteria:
      criteria.length > 0
        ? criteria.map((criterion) => option(criterionWords(t, formats, criterion), criterion.id))
        : offeredCriteria.map((name) => option(t(`ballot.criterion.${name}`), null)),
    evaluation: (['useful', 'heard', 'pace', 'recommend', 'better'] as const).map((name) => ({
      ...option(t(`ballots.evaluation.${name}`), null),
      quiz: { type: name === 'better' ? 'text' : name === 'recommend' ? 'yes-no' : 'level', choices: [], correct: null },
    })),
  };
}
