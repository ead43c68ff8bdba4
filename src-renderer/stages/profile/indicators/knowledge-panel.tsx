import { Select, SimpleGrid } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type IndicatorKnowledge, type KnowledgeAnswer, knowledgeAnswers, knowledgeQuestions } from '#shared/domain/indicators.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';

/** What the city knows about knowing this: for talking about, without a score. */
export function KnowledgePanel({ code }: { code: string }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const all = useQuery(queries.indicators.knowledge.queryOptions()).data;
  const set = useMutation(queries.indicators.setKnowledge.mutationOptions());
  const known = all?.find((knowledge) => knowledge.indicatorCode === code);
  const save = (patch: Partial<Omit<IndicatorKnowledge, 'indicatorCode'>>) => set.mutate({ indicatorCode: code, patch });
  return (
    <Panel title={t('indicators.one.knowledge')} note={t('indicators.one.knowledge.note')}>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing="md" style={{ alignItems: 'end' }}>
        {knowledgeQuestions.map((question) => (
          <Select
            key={question}
            label={t(`knowledge.${question}`)}
            data={knowledgeAnswers.map((answer) => ({ value: answer, label: t(`knowledge.${answer}`) }))}
            value={known?.[question] ?? 'unknown'}
            onChange={(answer) => answer && save({ [question]: answer as KnowledgeAnswer })}
            allowDeselect={false}
          />
        ))}
        <SavedTextInput label={t('knowledge.holder')} value={known?.holder ?? ''} onSave={(holder) => save({ holder })} />
        <SavedTextInput label={t('knowledge.rhythm')} value={known?.updateRhythm ?? ''} onSave={(updateRhythm) => save({ updateRhythm })} />
      </SimpleGrid>
      <SavedTextarea mt="md" label={t('knowledge.note')} value={known?.note ?? ''} onSave={(note) => save({ note })} />
    </Panel>
  );
}
