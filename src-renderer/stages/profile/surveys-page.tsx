import { Button, Skeleton } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { AnswersPanel } from './survey/answers-panel.tsx';
import { CodebookButton } from './survey/codebook-button.tsx';
import { EstimatePanel } from './survey/estimate-panel.tsx';
import { EstimateTable } from './survey/estimate-table.tsx';
import classes from './survey/survey.module.css';
import { SurveyChoicePanel } from './survey/survey-choice-panel.tsx';
import { SurveyStats } from './survey/survey-stats.tsx';
import { useSurveyChoice } from './survey/use-survey-choice.ts';

/** What surveys say: a question, the answers that count, and the share of people with its interval, for all and by group. */
export function SurveysPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const surveys = useQuery(queries.surveys.list.queryOptions()).data;
  const choice = useSurveyChoice(surveys);
  const { survey, question } = choice;
  return (
    <StagePage wide title={t('section.surveys')} purpose={t('surveys.purpose')} actions={survey ? <CodebookButton datasetId={survey.datasetId} /> : null}>
      {surveys === undefined ? (
        <Skeleton height="30rem" />
      ) : !survey ? (
        <Panel>
          <EmptyState
            icon={IconMessageQuestion}
            title={t('surveys.empty.title')}
            action={
              <Button component={Link} to="/import/survey">
                {t('import.title.survey')}
              </Button>
            }
          >
            {t('surveys.empty.body')}
          </EmptyState>
        </Panel>
      ) : (
        <>
          <SurveyChoicePanel surveys={surveys} choice={choice} />
          {question ? (
            <>
              <div className={classes.grid}>
                <EstimatePanel survey={survey} question={question} choice={choice} />
                <AnswersPanel key={question.id} question={question} choice={choice} />
              </div>
              <EstimateTable survey={survey} choice={choice} />
            </>
          ) : (
            <Skeleton height="20rem" />
          )}
          <SurveyStats survey={survey} />
        </>
      )}
    </StagePage>
  );
}
