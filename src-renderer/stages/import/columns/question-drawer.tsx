import { Checkbox, Drawer, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SurveyQuestionRecipe } from '#shared/domain/recipes.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from '../import.module.css';

/** One question: its wording, what each code means and which codes say nothing («don't know»). Each answer counts at once. */
export function QuestionDrawer({
  column,
  question,
  onChange,
  onClose,
}: {
  column: string;
  question: SurveyQuestionRecipe;
  onChange: (question: SurveyQuestionRecipe) => void;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const [draft, setDraft] = useState(question);
  const set = (next: SurveyQuestionRecipe) => {
    setDraft(next);
    onChange(next);
  };
  const setOption = (place: number, option: Partial<SurveyQuestionRecipe['options'][number]>) =>
    set({ ...draft, options: draft.options.map((former, index) => (index === place ? { ...former, ...option } : former)) });
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={<bdi>{column}</bdi>} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap="md">
        <Textarea
          label={t('workbench.questions.wording')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={2000}
          value={draft.wording}
          onChange={(event) => set({ ...draft, wording: event.currentTarget.value })}
        />
        <Switch
          label={t('workbench.questions.isAmount')}
          description={t('workbench.questions.isAmountNote')}
          checked={draft.isNumeric}
          onChange={(event) => set({ ...draft, isNumeric: event.currentTarget.checked })}
        />
        <table className={classes.codes}>
          <caption className="visually-hidden">{t('workbench.questions.answers')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('workbench.questions.code')}</th>
              <th scope="col">{t('workbench.questions.label')}</th>
              <th scope="col">{t('workbench.questions.missing')}</th>
            </tr>
          </thead>
          <tbody>
            {draft.options.map((option, place) => (
              <tr key={option.code}>
                <th scope="row">
                  <bdi>{option.code}</bdi>
                </th>
                <td>
                  <TextInput
                    aria-label={t('workbench.questions.labelOf', { code: option.code })}
                    dir="auto"
                    maxLength={500}
                    value={option.label}
                    onChange={(event) => setOption(place, { label: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <Checkbox
                    aria-label={t('workbench.questions.missingOf', { code: option.code })}
                    checked={option.isMissing}
                    onChange={(event) => setOption(place, { isMissing: event.currentTarget.checked })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Stack>
    </Drawer>
  );
}
