import { Select } from '@mantine/core';
import type { SurveyGrouping, SurveyInfo } from '#shared/domain/surveys.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { questionName } from './question-name.ts';
import classes from './survey.module.css';
import type { SurveyChoice } from './use-survey-choice.ts';

/** Survey, question, groups and who counts in the denominator. */
export function SurveyChoicePanel({ surveys, choice }: { surveys: readonly SurveyInfo[]; choice: SurveyChoice }) {
  const { t } = useTexts();
  const { survey, questions, question } = choice;
  const groupings = groupingsOf(choice);
  return (
    <Panel>
      <div className={classes.choices}>
        <Select
          label={t('surveys.survey')}
          data={surveys.map(({ datasetId, name }) => ({ value: datasetId, label: name }))}
          value={survey?.datasetId ?? null}
          onChange={(value) => value && choice.chooseSurvey(value)}
          allowDeselect={false}
        />
        <Select
          label={t('surveys.question')}
          data={questions.map((entry) => ({ value: entry.id, label: questionName(entry) }))}
          value={question?.id ?? null}
          onChange={(value) => value && choice.chooseQuestion(value)}
          allowDeselect={false}
          searchable
          nothingFoundMessage={t('surveys.question.none')}
        />
        <Select
          label={t('surveys.by')}
          data={[
            { value: 'none', label: t('surveys.by.none') },
            ...(survey?.layers ?? []).map(({ id, name }) => ({ value: `area ${id}`, label: t('surveys.by.area', { layer: name }) })),
            ...(survey && survey.strata > 1 ? [{ value: 'stratum', label: t('surveys.by.stratum') }] : []),
            ...(survey && survey.firstYear !== survey.lastYear ? [{ value: 'year', label: t('surveys.by.year') }] : []),
            { group: t('surveys.by.questions'), items: groupings },
          ]}
          value={optionOf(choice.by)}
          onChange={(value) => choice.setBy(groupingOf(value ?? 'none'))}
          allowDeselect={false}
          searchable
          nothingFoundMessage={t('surveys.question.none')}
        />
        {question?.isNumeric ? null : (
          <Select
            label={t('surveys.denominator')}
            data={(['answered', 'all'] as const).map((value) => ({ value, label: t(`surveys.denominator.${value}`) }))}
            value={choice.denominator}
            onChange={(value) => choice.setDenominator(value === 'all' ? 'all' : 'answered')}
            allowDeselect={false}
          />
        )}
      </div>
    </Panel>
  );
}

function groupingsOf({ questions, question }: SurveyChoice): { value: string; label: string }[] {
  return questions
    .filter(({ id, isNumeric }) => !isNumeric && id !== question?.id)
    .map((entry) => ({ value: `question ${entry.id}`, label: questionName(entry) }));
}

function optionOf(by: SurveyGrouping): string {
  if (by.kind === 'area') return `area ${by.layerId}`;
  if (by.kind === 'question') return `question ${by.questionId}`;
  return by.kind;
}

function groupingOf(value: string): SurveyGrouping {
  const [kind = '', id = ''] = value.split(' ');
  if (kind === 'area') return { kind, layerId: id };
  if (kind === 'question') return { kind, questionId: id };
  return kind === 'stratum' || kind === 'year' ? { kind } : { kind: 'none' };
}
